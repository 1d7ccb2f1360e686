package lab.carousel.task.memory;

/**
 * Which fork each deciding step is at. A step can be at several, one within the other: it is told the one whose steps share
 * most, since that is the hardest.
 */
public final class StepForks {

    /** The step is not a deciding one. */
    public static final int NONE = -1;

    private final Memory memory;
    /** For each epoch and row, the number of its fork among all. */
    private final int[][] forks;

    /** Those of a task that is fed in a certain way. */
    public StepForks(Memory memory) {
        this.memory = memory;
        this.forks = new int[memory.epochs().size()][];
        for (int epoch = 0; epoch < forks.length; epoch++) {
            forks[epoch] = new Meetings(memory.epochs().get(epoch).merges()).found;
            for (int row = 0; row < forks[epoch].length; row++) {
                forks[epoch][row] = memory.number(epoch, forks[epoch][row]);
            }
        }
    }

    /** What the task asks. */
    public Memory memory() {
        return memory;
    }

    /** The number of the fork of a step among all forks, or {@link #NONE}; sequence and step are counted from 0. */
    public int of(int sequence, int step) {
        for (int epoch = 0; epoch < forks.length; epoch++) {
            int row = memory.epochs().get(epoch).row(sequence, step);
            if (row != EpochMemory.NONE) {
                return forks[epoch][row];
            }
        }
        return NONE;
    }

    /**
     * Lets the rows of an epoch meet as {@link Merges} says, deeper forks first: each is at the first fork where it meets a
     * row with another target.
     */
    private static final class Meetings {

        private final int[] found;
        /** Whether a chain has different targets, by its first row: then each of its rows has met another one. */
        private final boolean[] mixed;

        /** Rows with one target that have met no other yet, one behind the other. */
        private final int[] next;

        private final int[] last;

        Meetings(Merges merges) {
            int rows = merges.rowTargets().length;
            found = new int[rows];
            mixed = new boolean[rows];
            next = new int[rows];
            last = new int[rows];
            for (int row = 0; row < rows; row++) {
                next[row] = NONE;
                last[row] = row;
            }
            int[] steps = merges.steps();
            for (int step = 0; step < steps.length; step += 3) {
                meet(steps[step], steps[step + 1], steps[step + 2], merges.rowTargets());
            }
        }

        private void meet(int fork, int larger, int other, int[] targets) {
            if (mixed[larger] || mixed[other] || targets[larger] != targets[other]) {
                tell(fork, larger);
                tell(fork, other);
                mixed[larger] = true;
            } else {
                next[last[larger]] = other;
                last[larger] = last[other];
            }
        }

        private void tell(int fork, int chain) {
            for (int row = chain; row != NONE && !mixed[chain]; row = next[row]) {
                found[row] = fork;
            }
        }
    }
}
