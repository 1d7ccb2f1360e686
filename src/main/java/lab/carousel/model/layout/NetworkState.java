package lab.carousel.model.layout;

import java.util.Arrays;
import java.util.function.BiConsumer;
import lab.carousel.model.Network;
import lab.carousel.model.trace.ForwardPass;

/**
 * What a network carries from step to step, and the gates of the step that led there. Each vector has the units of all
 * layers, layer after layer: unit u of layer l, both counted from 0, is at l H + u. A working area: each call of
 * {@link Network#step} overwrites it.
 */
public final class NetworkState {

    private final double[][] vectors = new double[Quantity.values().length][];
    public final double[] h;
    public final double[] c;
    /** The cell state that the current step of a {@link ForwardPass} started from. */
    public final double[] startingC;

    /** The net inputs of one layer, from what comes in and, where they are kept apart, from U h. */
    public final double[] net;

    public final double[] recurrentNet;
    /** The kernels of the parameters that it was last stepped under. */
    public final KernelRows kernels;

    private final Quantity[] quantities;
    private final Tape tape;

    public NetworkState(ParameterLayout layout) {
        this(layout, new KernelRows());
    }

    /** The zero state of a network; the kernels may be those of other states that the same thread steps. */
    public NetworkState(ParameterLayout layout, KernelRows kernels) {
        this.kernels = kernels;
        int units = layout.allUnits();
        Arrays.setAll(vectors, quantity -> new double[units]);
        h = get(Quantity.HIDDEN_STATE);
        c = get(Quantity.CELL_STATE);
        startingC = new double[units];
        net = new double[layout.layer(0).gateWidth()];
        recurrentNet = new double[net.length];
        quantities = layout.cell().quantities().toArray(Quantity[]::new);
        tape = new Tape(layout.cell(), layout.units());
    }

    public void reset() {
        Arrays.fill(h, 0);
        Arrays.fill(c, 0);
    }

    public void startFrom(NetworkState other) {
        System.arraycopy(other.h, 0, h, 0, h.length);
        System.arraycopy(other.c, 0, c, 0, c.length);
    }

    /** The vector of one quantity; not a copy. */
    public double[] get(Quantity quantity) {
        return vectors[quantity.ordinal()];
    }

    /**
     * Takes a layer one step further by the equations of its cell, from its net inputs.
     *
     * @param first the place of its first unit
     * @param each  may write into each of its quantities, (H), before it is used
     */
    public void advance(Parameters parameters, LayerLayout layer, int first, BiConsumer<Quantity, double[]> each) {
        tape.put(net, recurrentNet, h, c, first, parameters.values(), layer.peepholes());
        tape.forward(each);
        for (Quantity quantity : quantities) {
            System.arraycopy(tape.value(quantity), 0, get(quantity), first, layer.units());
        }
    }
}
