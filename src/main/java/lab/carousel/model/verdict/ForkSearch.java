package lab.carousel.model.verdict;

import java.util.Arrays;
import lab.carousel.model.trace.StepAnswer;
import lab.carousel.task.memory.EpochMemory;
import lab.carousel.task.memory.Memory;
import lab.carousel.task.memory.Merges;

/**
 * Finds the worst pair of each fork of an epoch. A pair is worse the less either of its d is, so of all steps of a row, which
 * have one target y, only the least d = z(y) - z(y') for each other target y' counts. Where parts of the contexts meet
 * ({@link Merges}), each row of the smaller part makes a pair with each row of the larger one that has another target, and is
 * then taken in by it.
 */
final class ForkSearch {

    private static final int NONE = -1;

    private final EpochMemory epoch;
    private final Merges merges;
    /** The number of each fork among all. */
    private final int[] number;
    /** The place of each row's target among those of its group. */
    private final int[] place;
    /** Where the least d of each row begin, one for each target of its group, and where the last ones end. */
    private final int[] begins;

    /** A search in one epoch of a memory. */
    ForkSearch(Memory memory, int epochNumber) {
        this.epoch = memory.epochs().get(epochNumber);
        this.merges = epoch.merges();
        this.number = new int[epoch.forks()];
        Arrays.setAll(number, fork -> memory.number(epochNumber, fork));
        this.place = new int[merges.rowTargets().length];
        Arrays.setAll(place, row -> Arrays.binarySearch(targets(row), merges.rowTargets()[row]));
        this.begins = new int[place.length + 1];
        for (int row = 0; row < place.length; row++) {
            begins[row + 1] = begins[row] + targets(row).length;
        }
    }

    private int[] targets(int row) {
        return merges.targets()[merges.groups()[row]];
    }

    /** The epoch. */
    EpochMemory epoch() {
        return epoch;
    }

    /** How many numbers an evaluation keeps, whatever the network: as many for each row as its group has targets. */
    int kept() {
        return begins[place.length];
    }

    /** What one network does at the deciding steps, which are taken in as they are fed. */
    final class Answers {

        private final double[] margin = new double[place.length];
        private final boolean[] wrong = new boolean[place.length];
        /** For each row and each target of its group the least d. */
        private final double[] least = new double[kept()];
        /** The rows of a part, one behind the other, beginning with the one that the part is named for. */
        private final int[] next = new int[place.length];

        /** Nothing taken in yet. */
        Answers() {
            Arrays.fill(margin, Double.POSITIVE_INFINITY);
            Arrays.fill(least, Double.POSITIVE_INFINITY);
            Arrays.fill(next, NONE);
        }

        /** Takes in a step of a row. */
        void add(int row, StepAnswer answer, double[] netInputs) {
            margin[row] = Math.min(margin[row], answer.margin());
            wrong[row] |= answer.isWrong(netInputs);
            int[] targets = targets(row);
            double own = netInputs[merges.rowTargets()[row]];
            int first = begins[row];
            for (int target = 0; target < targets.length; target++) {
                least[first + target] = Math.min(least[first + target], own - netInputs[targets[target]]);
            }
        }

        /** Tells of all forks, once all steps are taken in. */
        void tell(ForkFindings findings) {
            int[] meetings = merges.steps();
            for (int at = 0; at < meetings.length; at += 3) {
                meet(number[meetings[at]], meetings[at + 1], meetings[at + 2], findings);
            }
        }

        private void meet(int fork, int larger, int other, ForkFindings findings) {
            for (int row = other; row != NONE; row = next[row]) {
                for (int with = larger; with != NONE; with = next[with]) {
                    if (place[with] != place[row]) {
                        meetAtFork(fork, row, with, findings);
                    }
                }
            }
            for (int row = other; row != NONE; ) {
                int following = next[row];
                takeIn(larger, row);
                row = following;
            }
        }

        private void meetAtFork(int fork, int row, int with, ForkFindings findings) {
            findings.addStep(fork, margin[row], wrong[row]);
            findings.addStep(fork, margin[with], wrong[with]);
            findings.addPair(
                    fork,
                    least[begins[row] + place[with]],
                    least[begins[with] + place[row]],
                    merges.rowTargets()[row],
                    merges.rowTargets()[with]);
        }

        /** Joins a row with the one that has its target, or puts it behind all others. */
        private void takeIn(int larger, int row) {
            int last = larger;
            for (int with = larger; with != NONE; with = next[with]) {
                if (place[with] == place[row]) {
                    join(with, row);
                    return;
                }
                last = with;
            }
            next[last] = row;
            next[row] = NONE;
        }

        private void join(int into, int row) {
            for (int target = 0; target < begins[row + 1] - begins[row]; target++) {
                least[begins[into] + target] = Math.min(least[begins[into] + target], least[begins[row] + target]);
            }
            margin[into] = Math.min(margin[into], margin[row]);
            wrong[into] |= wrong[row];
        }
    }
}
