package lab.carousel.study.many;

/** The epochs after which runs are evaluated: at equal distances, the last one among them. Immutable. */
public final class Checkpoints {

    private final int[] epochs;

    private Checkpoints(int[] epochs) {
        this.epochs = epochs;
    }

    /**
     * Checkpoints for a run.
     *
     * @param epochs of the run; with 0 the initial network is the only one evaluated
     * @param most   how many there are at most, at least 1
     */
    static Checkpoints of(int epochs, int most) {
        if (epochs == 0) {
            return new Checkpoints(new int[] {0});
        }
        int size = Math.min(epochs, most);
        int[] chosen = new int[size];
        for (int point = 0; point < size; point++) {
            chosen[point] = (int) (((point + 1L) * epochs + size / 2) / size);
        }
        chosen[size - 1] = epochs;
        return new Checkpoints(chosen);
    }

    /** How many there are. */
    public int size() {
        return epochs.length;
    }

    /** An epoch, by its place from 0. */
    public int epoch(int point) {
        return epochs[point];
    }
}
