package lab.carousel.engine.kernel;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import lab.carousel.engine.MadeUpdate;
import lab.carousel.model.Activation;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Output;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.layout.Gate;
import lab.carousel.model.layout.LayerLayout;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Quantity;

/**
 * Goes through an update and, before it, the steps of the sequence that led there, so that the gradient of the update's
 * loss can be followed back beyond the update. At the update's start the states are the carried ones.
 */
final class BackwardAccount {

    /** So many steps are fed at a time where only the state after them counts. */
    private static final int CHUNK = 256;

    private final Hyperparameters hyperparameters;
    private final MadeUpdate update;
    private final ParameterLayout layout;
    private final StretchPass pass;
    private final int slots;
    private final int batch;
    private final int lag;
    private final int firstStep;
    /** The first row of the update. */
    private final int start;

    private final int rows;
    private final int step;
    private final int row;

    private final double[][] hiddenNorms;
    private final double[][] cellNorms;
    private final double[] hiddenGradient;
    private final double[] cellGradient;
    private final StepAccount account;

    BackwardAccount(Hyperparameters hyperparameters, MadeUpdate update, Weights weights, int step) {
        this.hyperparameters = hyperparameters;
        this.update = update;
        this.layout = update.before().layout();
        this.pass = new StretchPass(hyperparameters, layout, weights);
        this.slots = update.slots();
        this.batch = hyperparameters.batchSize();
        this.lag = hyperparameters.lag();
        this.step = step;
        int before =
                hyperparameters.resetPolicy() == ResetPolicy.EVERY_STEP ? 0 : (update.firstStep() - (lag - 1)) / batch;
        int kept = Math.min(before, GradientReach.MOST_EARLIER / lag);
        this.firstStep = update.firstStep() - kept * batch;
        this.start = kept * lag * slots;
        this.rows = start + update.times() * lag * slots;
        int distance = step - firstStep;
        this.row = (distance / batch * lag + lag - 1) * slots + distance % batch;
        int times = rows / slots;
        this.hiddenNorms = new double[layout.layers()][times];
        this.cellNorms = new double[layout.layer(0).cellStates() > 0 ? layout.layers() : 0][times];
        this.hiddenGradient = new double[layout.allUnits()];
        this.cellGradient = new double[layout.allUnits()];
        forward(before - kept);
        this.account = forwardAccount();
        pass.backward(rows, slots, this::arrived);
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
        pass.forward(update.sequence(), firstStep, start, rows, slots);
    }

    /** Begins a stretch, and feeds its rows up to one. */
    private void feed(int first, int stretchRows, int to) {
        pass.begin(stretchRows, slots);
        pass.load(0, slots);
        pass.forward(update.sequence(), first, 0, to, slots);
    }

    /** Puts the carried states in place at the first row of the update, and takes the error signals before it away. */
    private void enterUpdate() {
        Arrays.fill(pass.memory.scoredAt, 0, start, StretchMemory.NOT_SCORED);
        pass.setCarried(update.carried());
        pass.load(start, slots);
        for (LayerMemory layer : pass.memory.layers) {
            for (int slot = start; slot < start + slots; slot++) {
                System.arraycopy(layer.c[slot], 0, layer.tanhC[slot], 0, layer.c[slot].length);
                Activation.tanh(layer.tanhC[slot], 0, layer.c[slot].length);
            }
        }
    }

    private StepAccount forwardAccount() {
        int[] sequence = update.sequence();
        int target = sequence[step + 1];
        int place = pass.memory.scoredAt[row];
        boolean scored = place != StretchMemory.NOT_SCORED;
        double[] outputs = new double[layout.outputs()];
        pass.outputs.netInputs(pass.memory.last().h[row + slots], outputs);
        Output output = hyperparameters.output();
        double loss = scored ? output.loss(outputs, target) : Double.NaN;
        output.activate(outputs);
        return new StepAccount(
                step,
                sequence[step],
                target,
                scored ? hyperparameters.lossWeighting().of(step == sequence.length - 2) : 0,
                states(row, false),
                states(row, true),
                gates(),
                states(row + slots, false),
                states(row + slots, true),
                outputs,
                loss,
                scored ? pass.memory.y[place].clone() : new double[outputs.length],
                hiddenGradient,
                cellGradient);
    }

    private double[] states(int at, boolean cell) {
        double[] joined = new double[layout.allUnits()];
        for (int layer = 0; layer < layout.layers(); layer++) {
            double[] state = cell ? pass.memory.layers[layer].c[at] : pass.memory.layers[layer].h[at];
            System.arraycopy(state, 0, joined, layer * layout.units(), state.length);
        }
        return joined;
    }

    private Map<Quantity, double[]> gates() {
        Map<Quantity, double[]> gates = new EnumMap<>(Quantity.class);
        for (Quantity quantity : layout.cell().quantities()) {
            quantity.gate().ifPresent(gate -> gates.put(quantity, gate(gate)));
        }
        return gates;
    }

    private double[] gate(Gate gate) {
        double[] joined = new double[layout.allUnits()];
        for (int layer = 0; layer < layout.layers(); layer++) {
            double[] all = pass.memory.layers[layer].gates[row];
            int column = layout.layer(layer).column(gate);
            System.arraycopy(all, column, joined, layer * layout.units(), layout.units());
        }
        return joined;
    }

    private void arrived(int layer, int at) {
        if (at % slots != row % slots) {
            return;
        }
        double[] dh = pass.layers[layer].hiddenGradient(at, slots);
        hiddenNorms[layer][at / slots] = norm(dh);
        double[] dc = cellGradient(layer, at);
        if (cellNorms.length > 0) {
            cellNorms[layer][at / slots] = norm(dc);
        }
        if (at == row) {
            System.arraycopy(dh, 0, hiddenGradient, layer * layout.units(), dh.length);
            System.arraycopy(dc, 0, cellGradient, layer * layout.units(), dc.length);
        }
    }

    /** What comes from the next step, and what comes through h' = o tanh(c'). */
    private double[] cellGradient(int layer, int at) {
        LayerLayout shape = layout.layer(layer);
        double[] dc = new double[shape.cellStates()];
        for (int unit = 0; unit < dc.length; unit++) {
            LayerMemory memory = pass.memory.layers[layer];
            double o = memory.gates[at][shape.column(Gate.OUTPUT) + unit];
            double tanhC = memory.tanhC[at + slots][unit];
            dc[unit] = pass.layers[layer].cellGradient(at, slots)[unit]
                    + pass.layers[layer].hiddenGradient(at, slots)[unit] * o * (1 - tanhC * tanhC);
        }
        return dc;
    }

    private static double norm(double[] vector) {
        return Math.sqrt(Product.dot(vector, vector));
    }

    StepAccount step() {
        return account;
    }

    GradientReach reach() {
        int[] symbols = new int[rows / slots];
        for (int time = 0; time < symbols.length; time++) {
            symbols[time] = firstStep + time / lag * batch + row % slots - (lag - 1) + time % lag;
        }
        return new GradientReach(symbols, start / slots, hiddenNorms, cellNorms);
    }
}
