package lab.carousel.model;

import lab.carousel.model.layout.KernelRows;
import lab.carousel.model.layout.LayerLayout;
import lab.carousel.model.layout.NetworkState;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.Tape;
import lab.carousel.task.Steps;
import lab.carousel.task.Target;

/** A network as a function of its parameters: layers of cells on one another, and a dense output layer y = V h + d. */
public final class Network {

    private static final double[] NO_ROW = {};

    private Network() {}

    /**
     * Takes a state one time step further.
     *
     * @param symbol     index of the input symbol; its one-hot vector is the input x of the first layer, and the new
     *     hidden state of each layer is that of the next
     * @param state      h and c before the step; overwritten with h', c' and the gates
     */
    public static void step(Parameters parameters, int symbol, NetworkState state) {
        step(parameters, symbol, NO_ROW, state, 0, Operation.NONE);
    }

    /** The same with what is fed at place {@code fed}, and with an operation on gates and states on the way. */
    public static void step(
            Parameters parameters, Steps steps, int fed, NetworkState state, int step, Operation operation) {
        int symbol = steps.input(fed);
        step(parameters, symbol, symbol == Target.NO_INDEX ? steps.row(fed) : NO_ROW, state, step, operation);
    }

    private static void step(
            Parameters parameters, int symbol, double[] x, NetworkState state, int step, Operation operation) {
        ParameterLayout layout = parameters.layout();
        state.kernels.read(parameters);
        for (int l = 0; l < layout.layers(); l++) {
            LayerLayout layer = parameters.layer(l);
            addInput(parameters.values(), layer, symbol, x, state, l);
            addRecurrent(parameters.values(), layer, state, l);
            int number = l;
            state.advance(
                    parameters,
                    layer,
                    l * layout.units(),
                    operation == Operation.NONE
                            ? Tape.NOTHING
                            : (quantity, values) -> operation.onQuantity(step, quantity, values, number));
        }
    }

    /** net = W x + b. With a one-hot input, W x is one row of W. */
    private static void addInput(double[] p, LayerLayout layer, int symbol, double[] x, NetworkState state, int l) {
        double[] net = state.net;
        int width = layer.gateWidth();
        if (l == 0 && symbol == Target.NO_INDEX) {
            System.arraycopy(p, layer.bias(), net, 0, width);
            for (int k = 0; k < x.length; k++) {
                for (int j = 0; j < width; j++) {
                    net[j] += x[k] * p[layer.inputKernel() + k * width + j];
                }
            }
        } else if (l == 0) {
            System.arraycopy(p, layer.inputKernel() + symbol * width, net, 0, width);
            state.kernels.addBias(net);
        } else {
            System.arraycopy(p, layer.bias(), net, 0, width);
            state.kernels.addInput(l, state.h, (l - 1) * layer.units(), net);
        }
    }

    /** net += U h, or recurrentNet = U h + b_U where the cell keeps the two apart. */
    private static void addRecurrent(double[] p, LayerLayout layer, NetworkState state, int l) {
        double[] net = state.net;
        if (layer.cell().hasRecurrentBias()) {
            net = state.recurrentNet;
            System.arraycopy(p, layer.recurrentBias(), net, 0, layer.gateWidth());
        }
        state.kernels.addRecurrent(l, state.h, l * layer.units(), net);
    }

    /** Writes the net inputs V h + d of the output units into z. */
    public static void outputNetInputs(Parameters parameters, NetworkState state, double[] z) {
        state.kernels.read(parameters);
        outputNetInputs(parameters, state.kernels, state.h, z);
    }

    /** The same from the hidden states of all layers and the kernels of the parameters. */
    public static void outputNetInputs(Parameters parameters, KernelRows kernels, double[] h, double[] z) {
        ParameterLayout layout = parameters.layout();
        System.arraycopy(parameters.values(), layout.outputBias(), z, 0, layout.outputs());
        kernels.addOutput(h, layout.allUnits() - layout.units(), z);
    }
}
