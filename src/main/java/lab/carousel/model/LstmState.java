package lab.carousel.model;

import java.util.Arrays;

/**
 * What an LSTM layer carries from step to step, and the gates of the step that led there. A working area: each call of
 * {@link LstmCell#step} overwrites it.
 */
public final class LstmState {

    final double[] h;
    final double[] c;
    final double[] i;
    final double[] f;
    final double[] o;
    final double[] g;
    final double[] net;

    /** A zero state of H units. */
    public LstmState(int units) {
        h = new double[units];
        c = new double[units];
        i = new double[units];
        f = new double[units];
        o = new double[units];
        g = new double[units];
        net = new double[Gate.COUNT * units];
    }

    /** Sets hidden and cell state back to zero. */
    public void reset() {
        Arrays.fill(h, 0);
        Arrays.fill(c, 0);
    }

    /** The vector of one quantity; not a copy. */
    public double[] get(Quantity quantity) {
        return switch (quantity) {
            case HIDDEN_STATE -> h;
            case CELL_STATE -> c;
            case INPUT_GATE -> i;
            case FORGET_GATE -> f;
            case OUTPUT_GATE -> o;
            case CANDIDATE -> g;
        };
    }
}
