package lab.carousel.engine.kernel;

import java.util.function.UnaryOperator;
import lab.carousel.engine.CarriedState;
import lab.carousel.model.ErrorFlow;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.NetworkState;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.Quantity;
import lab.carousel.task.Steps;

/**
 * Takes a gradient at one step of a sequence back through time, without changing any weight: how much every earlier
 * input and state had to do with it. The gradient is not cut by an update interval; it ends at the start of the sequence, or
 * where the state was reset. It takes all paths, also where training cuts some.
 *
 * <p>With a lag of n a step is n time steps, and so it has n inputs.
 */
public final class BackwardPass {

    private final ParameterLayout layout;
    private final int lag;
    private final int batchSize;
    private final boolean resetEveryStep;
    private final Weights weights;
    private final SegmentPass pass;

    /**
     * Gradients by time step, counted from 0; vectors of states have the units of all layers, as in {@link
     * lab.carousel.model.layout.NetworkState}.
     *
     * @param symbols the place in the sequence of the symbol that was fed at each time step
     * @param input   the gradient with respect to the input vector: {@code [time][K]}
     * @param hidden  the gradient with respect to h before the time step: {@code [time][units]}
     * @param cell    the gradient with respect to c before the time step: {@code [time][units]}; zero where there is none
     */
    public record Flow(int[] symbols, double[][] input, double[][] hidden, double[][] cell) {}

    public BackwardPass(Parameters parameters, Hyperparameters hyperparameters) {
        layout = parameters.layout();
        lag = hyperparameters.get(Settings.LAG);
        resetEveryStep = hyperparameters.get(Settings.RESET_POLICY) == ResetPolicy.EVERY_STEP;
        batchSize = hyperparameters.get(Settings.BATCH_SIZE);
        weights = new Weights(layout);
        weights.set(parameters);
        Hyperparameters untruncated = hyperparameters.with(Settings.ERROR_FLOW, ErrorFlow.ALL_PATHS);
        pass = new SegmentPass(untruncated, layout, weights);
    }

    /**
     * Feeds a sequence up to a step, and takes a gradient back from its outputs, through the steps that went to the
     * same slot of the batch.
     *
     * @param start    the state of that slot before the sequence: the gradient goes no further back
     * @param step     counted from 0, at least the lag - 1
     * @param slopes   finds the gradient with respect to the net inputs of the outputs at that step from those: (O)
     */
    public Flow from(NetworkState start, Steps steps, int step, UnaryOperator<double[]> slopes) {
        int firstStep = resetEveryStep ? step : lag - 1 + (step - (lag - 1)) % batchSize;
        int rows = ((step - firstStep) / batchSize + 1) * lag;
        pass.begin(rows, 1);
        pass.setCarried(inFirstSlot(start));
        pass.load(0, 1);
        pass.feed(steps, firstStep, rows, 1);
        double[] dz = pass.memory.score(rows - 1, rows);
        pass.outputs.netInputs(pass.memory.last().h[rows], dz);
        System.arraycopy(slopes.apply(dz.clone()), 0, dz, 0, dz.length);
        pass.backward(rows, 1);
        Flow flow = new Flow(
                new int[rows],
                new double[rows][layout.symbols()],
                new double[rows][layout.allUnits()],
                new double[rows][layout.allUnits()]);
        for (int row = 0; row < rows; row++) {
            flow.symbols[row] = firstStep + row / lag * batchSize - (lag - 1) + row % lag;
            keep(flow, row);
        }
        return flow;
    }

    private CarriedState inFirstSlot(NetworkState state) {
        double[][] hidden = new double[batchSize][layout.allUnits()];
        double[][] cell = new double[batchSize][layout.allUnits()];
        hidden[0] = state.get(Quantity.HIDDEN_STATE);
        cell[0] = state.get(Quantity.CELL_STATE);
        return new CarriedState(hidden, cell);
    }

    private void keep(Flow flow, int row) {
        for (int k = 0; k < layout.symbols(); k++) {
            flow.input[row][k] = Product.dot(weights.rows[weights.inputKernel(0) + k], pass.memory.layers[0].dNet[row]);
        }
        for (int layer = 0; layer < layout.layers() && row > 0; layer++) {
            LayerMemory memory = pass.memory.layers[layer];
            int first = layer * layout.units();
            System.arraycopy(memory.dhSent[row], 0, flow.hidden[row], first, memory.dhSent[row].length);
            System.arraycopy(memory.dcSent[row], 0, flow.cell[row], first, memory.dcSent[row].length);
        }
    }
}
