package lab.carousel.model.verdict;

import java.util.Arrays;
import java.util.Optional;
import lab.carousel.task.memory.Chains;
import lab.carousel.task.memory.EpochMemory;
import lab.carousel.task.memory.ForkSpans;
import lab.carousel.task.memory.Merges;

/**
 * The steps of an epoch by group and target, and where {@link TargetPairs} puts what it finds out about them: on a line for
 * the steps of each group with each target, which has a place for each target of the group. The same for all networks.
 * Immutable.
 */
final class TargetPlan {

    /** How many numbers there are at most: 8 MB. */
    private static final int MOST_NUMBERS = 1_000_000;

    private final Merges merges;
    private final ForkSpans spans;
    private final int[][] targets;
    /** How many lines there are before those of each group, and in all. */
    private final int[] lines;
    /** For each step, in the order in which they are fed, its row and its line: read one after the other. */
    private final int[] rowsFed;

    private final int[] linesFed;
    /** The numbers of the steps, in the order in which they are fed, sorted by line. */
    private final int[] steps;

    private final int[] firstStep;

    /**
     * A plan; empty where there are too many targets.
     *
     * @param targets of each group those that are asked for
     */
    static Optional<TargetPlan> of(EpochMemory epoch, Chains chains, int[][] targets) {
        long numbers = Arrays.stream(targets)
                .mapToLong(own -> (long) own.length * own.length)
                .sum();
        return numbers <= MOST_NUMBERS ? Optional.of(new TargetPlan(epoch, chains, targets)) : Optional.empty();
    }

    private TargetPlan(EpochMemory epoch, Chains chains, int[][] targets) {
        this.merges = epoch.merges();
        this.spans = new ForkSpans(merges, chains, epoch.forks());
        this.targets = targets;
        this.lines = new int[targets.length + 1];
        for (int group = 0; group < targets.length; group++) {
            lines[group + 1] = lines[group] + targets[group].length;
        }
        this.rowsFed = epoch.rowsFed();
        this.linesFed = Arrays.stream(rowsFed)
                .map(row -> {
                    int group = merges.groups()[row];
                    return lines[group] + Arrays.binarySearch(targets[group], target(row));
                })
                .toArray();
        this.firstStep = Kinds.begins(linesFed, lines[targets.length]);
        this.steps = Kinds.sorted(linesFed, firstStep);
    }

    /** Where the forks are. */
    ForkSpans spans() {
        return spans;
    }

    /** How many rows there are. */
    int rows() {
        return merges.rowTargets().length;
    }

    /** How many steps there are. */
    int steps() {
        return rowsFed.length;
    }

    /** The row of a step, in the order in which they are fed. */
    int row(int step) {
        return rowsFed[step];
    }

    /** The target of a row. */
    int target(int row) {
        return merges.rowTargets()[row];
    }

    /** The targets that the line of a step is about. */
    int[] targetsOfStep(int step) {
        return targets[merges.groups()[rowsFed[step]]];
    }

    /** The line of a step. */
    int line(int step) {
        return linesFed[step];
    }

    /** How many groups there are. */
    int groups() {
        return targets.length;
    }

    /** How many lines there are before those of a group, or before those that would follow after the last one. */
    int lines(int group) {
        return lines[group];
    }

    /** The targets that the lines of a group are about. */
    int[] targets(int group) {
        return targets[group];
    }

    /** Lines with a place for each of their targets. */
    double[][] newLines() {
        double[][] made = new double[lines[targets.length]][];
        for (int group = 0; group < targets.length; group++) {
            for (int at = lines[group]; at < lines[group + 1]; at++) {
                made[at] = new double[targets[group].length];
            }
        }
        return made;
    }

    /** The steps of a line: a new array. */
    int[] steps(int at) {
        return Arrays.copyOfRange(steps, firstStep[at], firstStep[at + 1]);
    }
}
