package lab.carousel.study.map;

import java.util.Arrays;
import lab.carousel.model.Network;
import lab.carousel.model.Operation;
import lab.carousel.model.layout.LayerLayout;
import lab.carousel.model.layout.NetworkState;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.layout.Tape;
import lab.carousel.task.Steps;
import lab.carousel.task.Target;

/**
 * One time step of a network under a symbol that does not change, as a function F of its state x: h of all layers, behind
 * it c of all layers where the cell has one. Its derivative follows from the equations of the cell. Not thread-safe.
 */
final class HeldStep {

    private final Parameters parameters;
    private final ParameterLayout layout;
    private final int symbol;
    private final Steps fed;
    private final int units;
    private final NetworkState state;
    private final Tape tape;

    /** @param symbol {@link Target#NO_INDEX} where 0 is fed to every input */
    HeldStep(Parameters parameters, int symbol) {
        this.parameters = parameters;
        this.layout = parameters.layout();
        this.symbol = symbol;
        this.fed = symbol == Target.NO_INDEX
                ? Steps.ofRows(new double[1][layout.symbols()], Target.NONE)
                : Steps.of(symbol, symbol);
        this.units = layout.allUnits();
        this.state = new NetworkState(layout);
        this.tape = new Tape(layout.cell(), layout.units(), false);
    }

    /** F(x). */
    double[] of(double[] x) {
        System.arraycopy(x, 0, state.h, 0, units);
        System.arraycopy(x, units, state.c, 0, x.length - units);
        Network.step(parameters, fed, 0, state, 0, Operation.NONE);
        double[] next = Arrays.copyOf(state.h, x.length);
        System.arraycopy(state.c, 0, next, units, x.length - units);
        return next;
    }

    /** The derivative of each number of F(x) with respect to each of x: {@code [of F][of x]}. */
    double[][] jacobian(double[] x) {
        double[] next = of(x);
        double[][] jacobian = new double[x.length][x.length];
        double[] c = Arrays.copyOfRange(x, units, 2 * units);
        for (int l = 0; l < layout.layers(); l++) {
            LayerLayout layer = parameters.layer(l);
            int first = l * layout.units();
            putNetInputs(layer, l, x, next, c);
            tape.forward(Tape.NOTHING);
            addRows(jacobian, layer, first, Quantity.HIDDEN_STATE);
            if (x.length > units) {
                addRows(jacobian, layer, first, Quantity.CELL_STATE);
            }
        }
        return jacobian;
    }

    private void putNetInputs(LayerLayout layer, int l, double[] x, double[] next, double[] c) {
        double[] p = parameters.values();
        int width = layer.gateWidth();
        double[] net = Arrays.copyOfRange(p, layer.bias(), layer.bias() + width);
        for (int j = 0; j < width && l == 0 && symbol != Target.NO_INDEX; j++) {
            net[j] += p[layer.inputKernel() + symbol * width + j];
        }
        if (l > 0) {
            state.kernels.addInput(l, next, (l - 1) * layer.units(), net);
        }
        double[] recurrent = layer.cell().hasRecurrentBias()
                ? Arrays.copyOfRange(p, layer.recurrentBias(), layer.recurrentBias() + width)
                : net;
        state.kernels.addRecurrent(l, x, l * layer.units(), recurrent);
        tape.put(net, recurrent, x, c, l * layer.units(), p, layer.peepholes());
    }

    /** The rows of one state of a layer. A unit's new state hangs on no other's net inputs, so that all go back at once. */
    private void addRows(double[][] jacobian, LayerLayout layer, int first, Quantity of) {
        int width = layer.gateWidth();
        double[] net = new double[width];
        double[] recurrent = layer.cell().hasRecurrentBias() ? new double[width] : net;
        double[] h = new double[layer.units()];
        double[] c = new double[layer.units()];
        double[] one = new double[layer.units()];
        Arrays.fill(one, 1);
        double[] none = new double[layer.units()];
        tape.backward(of == Quantity.HIDDEN_STATE ? one : none, of == Quantity.CELL_STATE ? one : none);
        tape.gradients(net, recurrent, h, c, new double[layer.peepholeWidth()]);
        double[] p = parameters.values();
        for (int u = 0; u < layer.units(); u++) {
            double[] row = jacobian[first + u + (of == Quantity.CELL_STATE ? units : 0)];
            row[first + u] += h[u];
            if (layer.cell().hasCellState()) {
                row[units + first + u] += c[u];
            }
            for (int at = u; at < width; at += layer.units()) {
                for (int v = 0; v < layer.recurrentRows(); v++) {
                    row[first + v] += recurrent[at] * p[layer.recurrentKernel() + v * width + at];
                }
                for (int v = 0; v < layer.inputs() && first > 0; v++) {
                    addTimes(
                            row,
                            net[at] * p[layer.inputKernel() + v * width + at],
                            jacobian[first - layer.units() + v]);
                }
            }
        }
    }

    private static void addTimes(double[] to, double factor, double[] row) {
        for (int j = 0; j < to.length; j++) {
            to[j] += factor * row[j];
        }
    }
}
