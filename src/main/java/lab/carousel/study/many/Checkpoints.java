package lab.carousel.study.many;

/** The epochs after which runs are evaluated: at equal distances, the last one among them. Immutable. */
public final class Checkpoints {

    private final int[] epochs;

    private Checkpoints(int[] epochs) {
        this.epochs = epochs;
    }

    /** At most {@code most} checkpoints, at least 1; with 0 epochs the initial network is the only one evaluated. */
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

    public int size() {
        return epochs.length;
    }

    /** An epoch, by its place from 0. */
    public int epoch(int point) {
        return epochs[point];
    }
}
