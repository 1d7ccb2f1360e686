package lab.carousel.engine.kernel;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import lab.carousel.engine.UpdateRecord;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Output;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Settings;
import lab.carousel.model.function.Activation;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.layout.QuantityKind;
import lab.carousel.task.Steps;
import lab.carousel.task.Target;

/**
 * Goes through an update and, before it, the steps of the sequence that led there, so that the gradient of the update's
 * loss can be followed back beyond the update. At the update's start the states are the carried ones.
 */
final class BackwardAccount {

    /** Steps fed at a time where only the state after them counts. */
    private static final int CHUNK = 256;

    private final Hyperparameters hyperparameters;
    private final UpdateRecord update;
    private final ParameterLayout layout;
    private final SegmentPass pass;
    private final int slots;
    private final int batch;
    private final int lag;
    private final int firstStep;
    private final int start;

    private final int rows;
    private final int step;
    private final int row;

    final StepAccount account;

    BackwardAccount(Hyperparameters hyperparameters, UpdateRecord update, Weights weights, int step) {
        this.hyperparameters = hyperparameters;
        this.update = update;
        this.layout = update.before().layout();
        this.pass = new SegmentPass(hyperparameters, layout, weights);
        this.slots = update.slots();
        this.batch = hyperparameters.get(Settings.BATCH_SIZE);
        this.lag = hyperparameters.get(Settings.LAG);
        this.step = step;
        int before = hyperparameters.get(Settings.RESET_POLICY) == ResetPolicy.EVERY_STEP
                ? 0
                : (update.firstStep() - (lag - 1)) / batch;
        int kept = Math.min(before, GradientReach.MOST_EARLIER / lag);
        this.firstStep = update.firstStep() - kept * batch;
        this.start = kept * lag * slots;
        this.rows = start + update.times() * lag * slots;
        int distance = step - firstStep;
        this.row = (distance / batch * lag + lag - 1) * slots + distance % batch;
        forward(before - kept);
        pass.backward(rows, slots);
        this.account = account();
    }

    private void forward(int stepsFed) {
        int next = update.firstStep() - (start / lag / slots + stepsFed) * batch;
        for (int left = stepsFed; left > 0; left -= CHUNK) {
            int count = Math.min(left, CHUNK);
            feed(next, count * lag * slots, count * lag * slots);
            pass.store(count * lag * slots, slots);
            next += count * batch;
        }
        feed(firstStep, rows, start);
        enterUpdate();
        pass.forward(update.steps(), firstStep, start, rows, slots, false);
    }

    private void feed(int first, int stretchRows, int to) {
        pass.begin(stretchRows, slots);
        pass.load(0, slots);
        pass.feed(update.steps(), first, to, slots);
    }

    private void enterUpdate() {
        pass.setCarried(update.carried());
        pass.load(start, slots);
        for (LayerMemory layer : pass.memory.layers) {
            for (int slot = start; slot < start + slots; slot++) {
                Activation.tanh(layer.c[slot], layer.tanhC[slot]);
            }
        }
    }

    StepAccount account() {
        Steps steps = update.steps();
        Target target = steps.target(step);
        int place = pass.memory.scoredAt[row];
        boolean scored = place != SegmentMemory.NOT_SCORED;
        double[] outputs = new double[layout.outputs()];
        pass.outputs.netInputs(pass.memory.last().h[row + slots], outputs);
        Output output = hyperparameters.get(Settings.OUTPUT);
        double loss = scored ? output.loss(outputs, target) : Double.NaN;
        output.activate(outputs);
        return new StepAccount(
                step,
                steps.input(step),
                target,
                scored ? hyperparameters.get(Settings.LOSS_WEIGHTING).of(steps, step) : 0,
                joined(layer -> layer.h[row]),
                joined(layer -> layer.c[row]),
                gates(),
                joined(layer -> layer.h[row + slots]),
                joined(layer -> layer.c[row + slots]),
                outputs,
                loss,
                scored ? pass.memory.dz[place].clone() : new double[outputs.length],
                joined(layer -> layer.dh[row]),
                joined(layer -> layer.dc[row]));
    }

    /** A vector of each layer, one after the other: (all units); zero where a layer has none. */
    private double[] joined(Function<LayerMemory, double[]> vector) {
        double[] joined = new double[layout.allUnits()];
        for (int layer = 0; layer < layout.layers(); layer++) {
            double[] part = vector.apply(pass.memory.layers[layer]);
            System.arraycopy(part, 0, joined, layer * layout.units(), part.length);
        }
        return joined;
    }

    private Map<Quantity, double[]> gates() {
        Map<Quantity, double[]> gates = new EnumMap<>(Quantity.class);
        for (Quantity quantity : layout.cell().quantities()) {
            if (quantity.kind() != QuantityKind.STATE) {
                gates.put(quantity, joined(layer -> gate(layer, quantity)));
            }
        }
        return gates;
    }

    private double[] gate(LayerMemory layer, Quantity gate) {
        int column = layout.layer(0).column(gate);
        return Arrays.copyOfRange(layer.gates[row], column, column + layout.units());
    }

    /** The norms of a vector of each row of this slot: {@code [layer][time]}. */
    private double[][] norms(Function<LayerMemory, double[][]> vectors) {
        double[][] norms = new double[layout.layers()][rows / slots];
        for (int layer = 0; layer < norms.length; layer++) {
            double[][] all = vectors.apply(pass.memory.layers[layer]);
            for (int time = 0; time < norms[layer].length; time++) {
                norms[layer][time] = norm(all[time * slots + row % slots]);
            }
        }
        return norms;
    }

    private static double norm(double[] vector) {
        return Math.sqrt(Product.dot(vector, vector));
    }

    GradientReach reach() {
        int[] symbols = new int[rows / slots];
        for (int time = 0; time < symbols.length; time++) {
            symbols[time] = firstStep + time / lag * batch + row % slots - (lag - 1) + time % lag;
        }
        boolean hasCells = layout.layer(0).cellStates() > 0;
        return new GradientReach(
                symbols,
                start / slots,
                norms(layer -> layer.dh),
                hasCells ? norms(layer -> layer.dc) : new double[0][]);
    }
}
