package lab.carousel.task.memory;

/**
 * How to find the worst pair of each fork without looking at all pairs. A row stands for the steps whose contexts lead
 * to one target and to no other; a chain is a list of rows with different targets. At the start each row is a chain of its
 * own. Then one chain after the other is taken into a larger one; each row of the one and each of the other with different
 * targets are a pair of the fork at which they meet, and every pair meets once. A row that finds its own target in the
 * larger chain is joined with the row there, and else becomes a part of the chain.
 *
 * @param rowTargets the target of each row
 * @param groups     of each row: rows of different groups never meet
 * @param targets    of each group: its different targets
 * @param steps      what meets where, three numbers each: the fork, the first row of the larger chain, the first row of
 *                   the other
 */
public record Merges(int[] rowTargets, int[] groups, int[][] targets, int[] steps) {}
