package lab.carousel.model.layout;

import java.util.Arrays;
import lab.carousel.model.Network;
import lab.carousel.model.function.Squashing;
import lab.carousel.model.trace.ForwardPass;

/**
 * What a network carries from step to step, and the gates of the step that led there. Each vector has the units of all
 * layers, layer after layer: unit u of layer l, both counted from 0, is at l H + u. A working area: each call of
 * {@link Network#step} overwrites it.
 */
public final class NetworkState {

    public final double[] h;
    public final double[] c;
    /** The cell state that the current step of a {@link ForwardPass} started from. */
    public final double[] startingC;

    public final double[] i;
    public final double[] f;
    public final double[] o;
    public final double[] g;
    public final double[] z;
    public final double[] r;
    /** The net inputs of one layer, from what comes in and, where they are kept apart, from U h. */
    public final double[] net;

    public final double[] recurrentNet;
    /** The gates of one layer, and what makes them from its net inputs. */
    public final double[] gates;

    public final Squashing squashing;
    /** The kernels of the parameters that it was last stepped under. */
    public final KernelRows kernels;

    /** The zero state of a network. */
    public NetworkState(ParameterLayout layout) {
        this(layout, new KernelRows());
    }

    /**
     * The zero state of a network.
     *
     * @param kernels may be those of other states too, which are stepped by the same thread
     */
    public NetworkState(ParameterLayout layout, KernelRows kernels) {
        this.kernels = kernels;
        int units = layout.allUnits();
        h = new double[units];
        c = new double[units];
        startingC = new double[units];
        i = new double[units];
        f = new double[units];
        o = new double[units];
        g = new double[units];
        z = new double[units];
        r = new double[units];
        net = new double[layout.layer(0).gateWidth()];
        recurrentNet = new double[net.length];
        gates = new double[net.length];
        squashing = new Squashing(net.length);
    }

    /** Sets hidden and cell state back to zero. */
    public void reset() {
        Arrays.fill(h, 0);
        Arrays.fill(c, 0);
    }

    /** Takes over the hidden and the cell state of another one. */
    public void startFrom(NetworkState other) {
        System.arraycopy(other.h, 0, h, 0, h.length);
        System.arraycopy(other.c, 0, c, 0, c.length);
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
            case UPDATE_GATE -> z;
            case RESET_GATE -> r;
        };
    }
}
