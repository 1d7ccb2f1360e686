package lab.carousel.engine.kernel;

import java.util.Arrays;
import java.util.stream.IntStream;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Parameters;

/**
 * Takes a gradient at one step of a sequence back through time, without changing any weight: how much every earlier
 * input and state had to do with it. The gradient is not cut by an update interval; it ends where the state was reset.
 *
 * <p>With a lag of n a step is n time steps, and so it has n inputs.
 */
public final class BackwardPass {

    private final ParameterLayout layout;
    private final int lag;
    private final boolean resetEveryStep;
    private final Weights weights;
    private final Layer[] layers;
    private final OutputLayer outputs;
    private final StretchMemory memory;

    /**
     * What came back. Time steps are counted from 0 at {@code firstTime}; vectors of states have the units of all
     * layers, as in {@link lab.carousel.model.layout.NetworkState}.
     *
     * @param symbols the place in the sequence of the symbol that was fed at each time step
     * @param input   the gradient with respect to the input vector: {@code [time][K]}
     * @param hidden  the gradient with respect to h before the time step: {@code [time][units]}
     * @param cell    the gradient with respect to c before the time step: {@code [time][units]}; zero where there is none
     */
    public record Flow(int[] symbols, double[][] input, double[][] hidden, double[][] cell) {}

    /** A pass through a network. */
    public BackwardPass(Parameters parameters, Hyperparameters hyperparameters) {
        layout = parameters.layout();
        lag = hyperparameters.lag();
        resetEveryStep = hyperparameters.resetPolicy() == ResetPolicy.EVERY_STEP;
        weights = new Weights(layout);
        weights.set(parameters);
        layers = IntStream.range(0, layout.layers())
                .mapToObj(layer -> new Layer(layer, layout.layer(layer), weights))
                .toArray(Layer[]::new);
        outputs = new OutputLayer(layout, hyperparameters.output(), weights);
        memory = new StretchMemory(layout);
    }

    /**
     * Feeds a sequence from a zero state up to a step, and takes a gradient back from its outputs.
     *
     * @param sequence symbol indices
     * @param step     counted from 0, at least the lag - 1
     * @param dz       the gradient with respect to the net inputs of the outputs at that step
     */
    public Flow from(int[] sequence, int step, double[] dz) {
        int firstStep = resetEveryStep ? step : lag - 1;
        int rows = (step - firstStep + 1) * lag;
        int[] symbols = new int[rows];
        memory.begin(rows, 1, 1);
        Arrays.fill(memory.scoredAt, StretchMemory.NOT_SCORED);
        for (int layer = 0; layer < layers.length; layer++) {
            Arrays.fill(memory.layers[layer].h[0], 0);
            Arrays.fill(memory.layers[layer].c[0], 0);
        }
        for (int row = 0; row < rows; row++) {
            symbols[row] = firstStep + row / lag - (lag - 1) + row % lag;
            memory.input[row] = sequence[symbols[row]];
            for (Layer layer : layers) {
                layer.forward(memory, row, 1);
            }
        }
        memory.scoredAt[rows - 1] = 0;
        memory.y[0] = dz.clone();
        return back(rows, symbols);
    }

    private Flow back(int rows, int[] symbols) {
        for (Layer layer : layers) {
            layer.beginBackward(rows, 1);
        }
        Flow flow = new Flow(
                symbols,
                new double[rows][layout.symbols()],
                new double[rows][layout.allUnits()],
                new double[rows][layout.allUnits()]);
        int last = layers.length - 1;
        for (int row = rows - 1; row >= 0; row--) {
            outputs.backward(memory, row, layers[last].hiddenGradient(row, 1));
            for (int layer = last; layer > 0; layer--) {
                layers[layer].backward(memory, row, 1, layers[layer - 1].hiddenGradient(row, 1));
            }
            layers[0].backward(memory, row, 1, null);
            keep(flow, row);
        }
        return flow;
    }

    private void keep(Flow flow, int row) {
        double[] dNet = memory.layers[0].gates[row];
        for (int k = 0; k < layout.symbols(); k++) {
            flow.input[row][k] = Product.dot(weights.rows[weights.inputKernel(0) + k], dNet);
        }
        for (int layer = 0; layer < layers.length && row > 0; layer++) {
            int first = layer * layout.units();
            double[] dh = layers[layer].hiddenGradient(row, 1);
            double[] dc = layers[layer].cellGradient(row, 1);
            System.arraycopy(dh, 0, flow.hidden[row], first, dh.length);
            System.arraycopy(dc, 0, flow.cell[row], first, dc.length);
        }
    }
}
