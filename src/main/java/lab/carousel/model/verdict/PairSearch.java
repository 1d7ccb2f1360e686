package lab.carousel.model.verdict;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
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

    /** So many are used again: to begin with new ones would take longer than all else that is done with them. */
    private static final int MOST_SPARED = 1_000_000;

    private static final int NONE = -1;

    private final int mostKept;
    private final Merges merges;
    private final int[] number;
    /** For each row, where its differences begin. */
    private final long[] first;
    /** For each row, the place of its target among those of its group. */
    private final int[] place;

    /**
     * Of each group its targets; all symbols where they are nearly all, because then their net inputs need not be picked out
     * one by one.
     */
    private final int[][] targets;

    private final AtomicReference<double[]> spare = new AtomicReference<>();

    /**
     * A search in an epoch.
     *
     * @param outputs how many outputs the networks have
     */
    PairSearch(Memory memory, int epoch, int outputs) {
        this(memory, epoch, outputs, MOST_KEPT);
    }

    /** The same with another number of differences that are kept at a time, for tests. */
    PairSearch(Memory memory, int epoch, int outputs, int mostKept) {
        this.mostKept = mostKept;
        EpochMemory judged = memory.epochs().get(epoch);
        this.merges = judged.merges();
        this.number = new int[judged.forks()];
        Arrays.setAll(number, fork -> memory.number(epoch, fork));
        int rows = merges.rowTargets().length;
        this.first = new long[rows + 1];
        this.place = new int[rows];
        int[] all = IntStream.range(0, outputs).toArray();
        this.targets = Arrays.stream(merges.targets())
                .map(few -> few.length * 2 >= outputs ? all : few)
                .toArray(int[][]::new);
        for (int row = 0; row < rows; row++) {
            int[] own = targets[merges.groups()[row]];
            place[row] = Arrays.binarySearch(own, merges.rowTargets()[row]);
            first[row + 1] = first[row] + own.length;
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

        /** For each row the least of these, but for that of its own target. */
        private final double[] lowest;

        /** Whether a step of the row was taken in. */
        private final boolean[] isTold;

        private final double[] margin;
        private final boolean[] wrong;
        private final int[] next;
        private final int[] last;
        private final int[] joined;

        private Part(int from, int to, Answers answers) {
            this.from = from;
            this.to = to;
            int size = (int) (first[to] - first[from]);
            double[] used = size <= MOST_SPARED ? spare.getAndSet(null) : null;
            least = used != null && used.length >= size ? used : new double[size];
            lowest = new double[to - from];
            isTold = new boolean[to - from];
            margin = answers.margin;
            wrong = answers.wrong;
            next = new int[to - from];
            last = new int[to - from];
            joined = new int[to - from];
        }

        /** Whether a row is one of this part. */
        boolean has(int row) {
            return row >= from && row < to;
        }

        /** Takes in what goes into the outputs at a step of one of these rows. */
        void add(int row, double[] netInputs) {
            int[] asked = targets[merges.groups()[row]];
            double own = netInputs[merges.rowTargets()[row]];
            int at = at(row);
            if (isTold[row - from]) {
                for (int index = 0; index < asked.length; index++) {
                    least[at + index] = Math.min(least[at + index], own - netInputs[asked[index]]);
                }
            } else if (asked.length == netInputs.length) {
                for (int index = 0; index < netInputs.length; index++) {
                    least[at + index] = own - netInputs[index];
                }
            } else {
                for (int index = 0; index < asked.length; index++) {
                    least[at + index] = own - netInputs[asked[index]];
                }
            }
            isTold[row - from] = true;
        }

        private int at(int row) {
            return (int) (first[row] - first[from]);
        }

        /** Lets the rows meet, once all their steps are taken in. Nothing can be done with this part afterwards. */
        void search(ForkFindings findings) {
            for (int row = from; row < to; row++) {
                lowest[row - from] = lowest(row);
            }
            Arrays.fill(next, NONE);
            Arrays.setAll(last, row -> row + from);
            int[] steps = merges.steps();
            for (int step = 0; step < steps.length; step += 3) {
                if (steps[step + 1] >= from && steps[step + 1] < to) {
                    meet(findings, number[steps[step]], steps[step + 1], steps[step + 2]);
                }
            }
            if (least.length <= MOST_SPARED) {
                spare.set(least);
            }
        }

        private double lowest(int row) {
            int own = at(row) + place[row];
            int end = at(row) + targets[merges.groups()[row]].length;
            double low = Double.POSITIVE_INFINITY;
            for (int index = at(row); index < own; index++) {
                low = Math.min(low, least[index]);
            }
            for (int index = own + 1; index < end; index++) {
                low = Math.min(low, least[index]);
            }
            return low;
        }

        private void meet(ForkFindings findings, int fork, int larger, int other) {
            int end = last[larger - from];
            int met = 0;
            for (int row = other; row != NONE; row = next[row - from]) {
                // The first row meets all of the larger chain but the one with its own target, which the second one
                // meets
                joined[row - from] = meetOne(findings, fork, larger, row, met < 2);
                met++;
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
        private int meetOne(ForkFindings findings, int fork, int chain, int row, boolean tellsSteps) {
            int same = NONE;
            boolean isAlone = true;
            for (int there = chain; there != NONE; there = next[there - from]) {
                if (place[there] == place[row]) {
                    same = there;
                    continue;
                }
                isAlone = false;
                if (tellsSteps) {
                    findings.addStep(fork, margin[there], wrong[there]);
                }
                meetOther(findings, fork, there, row);
            }
            if (!isAlone) {
                findings.addStep(fork, margin[row], wrong[row]);
            }
            return same;
        }

        private void meetOther(ForkFindings findings, int fork, int there, int row) {
            // Most pairs cannot be worse than the worst, whichever of their targets it is about
            double low = Math.min(lowest[row - from], lowest[there - from]);
            boolean isWrong = wrong[row] || wrong[there];
            if (findings.isEnough(fork, low) || (isWrong && findings.isEnoughOfWrong(low))) {
                return;
            }
            double d = least[at(row) + place[there]];
            double otherD = least[at(there) + place[row]];
            if (!(isWrong && findings.isLessOfWrong(d, otherD))) {
                findings.addPair(fork, d, otherD, merges.rowTargets()[row], merges.rowTargets()[there]);
                findings.noteWrong(fork, isWrong);
            }
        }

        private void join(int into, int row) {
            int width = targets[merges.groups()[row]].length;
            for (int index = 0; index < width; index++) {
                double low = least[at(row) + index];
                if (low < least[at(into) + index]) {
                    least[at(into) + index] = low;
                }
            }
            lowest[into - from] = Math.min(lowest[into - from], lowest[row - from]);
            margin[into] = Math.min(margin[into], margin[row]);
            wrong[into] |= wrong[row];
        }
    }
}
