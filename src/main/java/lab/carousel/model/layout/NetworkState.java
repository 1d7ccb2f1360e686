package lab.carousel.model.layout;

import java.util.Arrays;
import java.util.List;
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

    /** The quantities that are copied from the tape; none where there is one layer, whose vectors are the tape's. */
    private final List<Quantity> copied;

    private final Tape tape;

    public NetworkState(ParameterLayout layout) {
        this(layout, new KernelRows());
    }

    /** The zero state of a network; the kernels may be those of other states that the same thread steps. */
    public NetworkState(ParameterLayout layout, KernelRows kernels) {
        this.kernels = kernels;
        int units = layout.allUnits();
        tape = new Tape(layout.cell(), layout.units(), false);
        Arrays.setAll(vectors, quantity -> new double[units]);
        List<Quantity> quantities = layout.cell().quantities();
        copied = layout.layers() == 1 ? List.of() : quantities;
        if (copied.isEmpty()) {
            quantities.forEach(quantity -> vectors[quantity.ordinal()] = tape.value(quantity));
        }
        h = get(Quantity.HIDDEN_STATE);
        c = get(Quantity.CELL_STATE);
        startingC = new double[units];
        net = new double[layout.layer(0).gateWidth()];
        recurrentNet = new double[net.length];
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
        for (Quantity quantity : copied) {
            System.arraycopy(tape.value(quantity), 0, get(quantity), first, layer.units());
        }
    }
}
