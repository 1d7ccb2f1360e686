package lab.carousel.model.verdict;

import java.util.Arrays;
import lab.carousel.task.memory.EpochMemory;
import lab.carousel.task.memory.Memory;
import lab.carousel.task.memory.Merges;

/**
 * Finds the worst pair of each fork of an epoch without looking at all pairs: what counts of many steps with one target is
 * only, for each other target, by how much the net input of their own is larger at the worst of them. Follows {@link
 * Merges}.
 *
 * <p>Rows of different last symbols never meet, so that they can be searched in parts if all together would take too much
 * memory.
 */
final class PairSearch {

    /** How many differences are kept at a time: 128 MB. */
    private static final int MOST_KEPT = 16_000_000;

    private static final int NONE = -1;

    private final int mostKept;
    private final Merges merges;
    private final int[] number;
    /** For each row, where its differences begin. */
    private final long[] first;
    /** For each row, the place of its target among those of its group. */
    private final int[] place;

    PairSearch(Memory memory, int epoch) {
        this(memory, epoch, MOST_KEPT);
    }

    /** The same with another number of differences that are kept at a time, for tests. */
    PairSearch(Memory memory, int epoch, int mostKept) {
        this.mostKept = mostKept;
        EpochMemory judged = memory.epochs().get(epoch);
        this.merges = judged.merges();
        this.number = new int[judged.forks()];
        Arrays.setAll(number, fork -> memory.number(epoch, fork));
        int rows = merges.rowTargets().length;
        this.first = new long[rows + 1];
        this.place = new int[rows];
        for (int row = 0; row < rows; row++) {
            int[] targets = merges.targets()[merges.groups()[row]];
            place[row] = Arrays.binarySearch(targets, merges.rowTargets()[row]);
            first[row + 1] = first[row] + targets.length;
        }
    }

    /** The row after the last of a part that begins with a row: groups are never torn apart. */
    int endOfPart(int row) {
        int end = row;
        while (end < place.length) {
            int group = endOfGroup(end);
            if (end > row && first[group] - first[row] > mostKept) {
                break;
            }
            end = group;
        }
        return end;
    }

    private int endOfGroup(int row) {
        int end = row;
        while (end < place.length && merges.groups()[end] == merges.groups()[row]) {
            end++;
        }
        return end;
    }

    /** How many rows there are. */
    int rows() {
        return place.length;
    }

    /** What is known of all rows but the differences, which take a thousand times as much: nothing yet. */
    Answers answers() {
        return new Answers();
    }

    /** How the steps of each row are answered. */
    final class Answers {

        private final double[] margin = new double[rows()];
        private final boolean[] wrong = new boolean[rows()];

        private Answers() {
            Arrays.fill(margin, Double.POSITIVE_INFINITY);
        }

        /** Takes in a step. */
        void add(int row, double stepMargin, boolean isWrong) {
            margin[row] = Math.min(margin[row], stepMargin);
            wrong[row] |= isWrong;
        }
    }

    /** A part of the rows, empty. */
    Part part(int from, int to, Answers answers) {
        return new Part(from, to, answers);
    }

    /** What is known of some rows. */
    final class Part {

        private final int from;
        private final int to;
        /** For each row and each target of its group the least z(own) - z(that). */
        private final double[] least;

        private final double[] margin;
        private final boolean[] wrong;
        private final int[] next;
        private final int[] last;
        private final int[] joined;

        private Part(int from, int to, Answers answers) {
            this.from = from;
            this.to = to;
            least = new double[(int) (first[to] - first[from])];
            margin = answers.margin;
            wrong = answers.wrong;
            next = new int[to - from];
            last = new int[to - from];
            joined = new int[to - from];
            Arrays.fill(least, Double.POSITIVE_INFINITY);
        }

        /** Whether a row is one of this part. */
        boolean has(int row) {
            return row >= from && row < to;
        }

        /** Takes in what goes into the outputs at a step of one of these rows. */
        void add(int row, double[] netInputs) {
            int[] targets = merges.targets()[merges.groups()[row]];
            double own = netInputs[merges.rowTargets()[row]];
            int at = at(row);
            for (int index = 0; index < targets.length; index++) {
                least[at + index] = Math.min(least[at + index], own - netInputs[targets[index]]);
            }
        }

        private int at(int row) {
            return (int) (first[row] - first[from]);
        }

        /** Lets the rows meet. */
        void search(ForkFindings findings) {
            Arrays.fill(next, NONE);
            Arrays.setAll(last, row -> row + from);
            int[] steps = merges.steps();
            for (int step = 0; step < steps.length; step += 3) {
                if (steps[step + 1] >= from && steps[step + 1] < to) {
                    meet(findings, number[steps[step]], steps[step + 1], steps[step + 2]);
                }
            }
        }

        private void meet(ForkFindings findings, int fork, int larger, int other) {
            int end = last[larger - from];
            for (int row = other; row != NONE; row = next[row - from]) {
                joined[row - from] = meetOne(findings, fork, larger, row);
            }
            // Only now, so that rows of the same child do not meet each other
            for (int row = other; row != NONE; ) {
                int following = next[row - from];
                if (joined[row - from] == NONE) {
                    next[end - from] = row;
                    next[row - from] = NONE;
                    end = row;
                } else {
                    join(joined[row - from], row);
                }
                row = following;
            }
            last[larger - from] = end;
        }

        /** A row meets all rows of a chain; gives the one there with the same target. */
        private int meetOne(ForkFindings findings, int fork, int chain, int row) {
            int same = NONE;
            for (int there = chain; there != NONE; there = next[there - from]) {
                if (place[there] == place[row]) {
                    same = there;
                    continue;
                }
                findings.addPair(
                        fork,
                        least[at(row) + place[there]],
                        least[at(there) + place[row]],
                        merges.rowTargets()[row],
                        merges.rowTargets()[there]);
                findings.addStep(fork, margin[there], wrong[there]);
                findings.addStep(fork, margin[row], wrong[row]);
            }
            return same;
        }

        private void join(int into, int row) {
            int width = merges.targets()[merges.groups()[row]].length;
            for (int index = 0; index < width; index++) {
                least[at(into) + index] = Math.min(least[at(into) + index], least[at(row) + index]);
            }
            margin[into] = Math.min(margin[into], margin[row]);
            wrong[into] |= wrong[row];
        }
    }
}
