package lab.carousel.engine.kernel;

import java.util.Arrays;
import java.util.stream.IntStream;
import lab.carousel.engine.CarriedState;
import lab.carousel.model.BatchOutputs;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.LossWeighting;
import lab.carousel.model.Output;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.task.Steps;
import lab.carousel.task.Target;

/**
 * Takes the slots of a batch forward through a stretch of a sequence, and the gradient back through it. Changes no
 * weight. Allocates nothing once it has made room for a stretch.
 */
final class SegmentPass {

    private final int batchSize;
    private final int lag;
    private final LossWeighting lossWeighting;
    private final boolean isRecurrent;
    /** The carried states of each layer and slot: arrays {@code [layer][slot][unit]}. */
    private final double[][][] carriedH;

    private final double[][][] carriedC;
    private final Layer[] layers;
    final OutputLayer outputs;
    final SegmentMemory memory;

    SegmentPass(Hyperparameters hyperparameters, ParameterLayout layout, Weights weights) {
        batchSize = hyperparameters.get(Settings.BATCH_SIZE);
        lag = hyperparameters.get(Settings.LAG);
        lossWeighting = hyperparameters.get(Settings.LOSS_WEIGHTING);
        isRecurrent = layout.cell().isRecurrent();
        layers = IntStream.range(0, layout.layers())
                .mapToObj(layer -> new Layer(layer, layout.layer(layer), weights, hyperparameters.isErrorTruncated()))
                .toArray(Layer[]::new);
        outputs = new OutputLayer(layout, hyperparameters, weights);
        memory = new SegmentMemory(layout);
        carriedH = new double[layout.layers()][batchSize][layout.units()];
        carriedC = new double[layout.layers()][batchSize][layout.layer(0).cellStates()];
    }

    /** Makes room for a stretch. Of another stretch only the carried states stay. */
    void begin(int rows, int slots) {
        memory.begin(rows, slots, rows / lag);
    }

    /** Puts the carried states before a row, the first one of a time step. */
    void load(int row, int slots) {
        for (int layer = 0; layer < layers.length; layer++) {
            copy(carriedH[layer], 0, memory.layers[layer].h, row, slots);
            copy(carriedC[layer], 0, memory.layers[layer].c, row, slots);
        }
    }

    /** Carries on the states after the row before this one. */
    void store(int row, int slots) {
        for (int layer = 0; layer < layers.length; layer++) {
            copy(memory.layers[layer].h, row, carriedH[layer], 0, slots);
            copy(memory.layers[layer].c, row, carriedC[layer], 0, slots);
        }
    }

    private static void copy(double[][] from, int fromRow, double[][] to, int toRow, int count) {
        for (int row = 0; row < count; row++) {
            System.arraycopy(from[fromRow + row], 0, to[toRow + row], 0, to[toRow + row].length);
        }
    }

    /** Takes the slots through the rows of a stretch up to one, of which row 0 is {@code firstStep}, without error signals. */
    void feed(Steps steps, int firstStep, int to, int slots) {
        for (int row = 0; row < to; row++) {
            int time = row / slots;
            int step = firstStep + time / lag * batchSize + row % slots;
            feed(row, slots, steps, step - symbolsToGo(time));
        }
    }

    private void feed(int row, int slots, Steps steps, int fed) {
        memory.input[row] = steps.input(fed);
        if (memory.input[row] == Target.NO_INDEX) {
            memory.x[row] = steps.row(fed);
        }
        memory.scoredAt[row] = SegmentMemory.NOT_SCORED;
        for (Layer layer : layers) {
            layer.forward(memory, row, slots);
        }
    }

    /** How many symbols of a step are fed after that of a time step. */
    private int symbolsToGo(int time) {
        return lag - 1 - time % lag;
    }

    /**
     * Takes the slots through rows of a stretch, to their losses.
     *
     * @param firstStep the step of row 0
     * @param tellLoss  whether the loss is wanted
     * @return the sum of the losses of those rows that have an error signal, without weights; any finite number instead
     *     of a finite one that is not wanted
     */
    double forward(Steps steps, int firstStep, int from, int to, int slots, boolean tellLoss) {
        double loss = 0;
        for (int row = from; row < to; row++) {
            int time = row / slots;
            int step = firstStep + time / lag * batchSize + row % slots;
            int symbolsToGo = symbolsToGo(time);
            feed(row, slots, steps, step - symbolsToGo);
            double weight = symbolsToGo > 0 ? 0 : lossWeighting.of(steps, step);
            if (weight > 0) {
                loss += outputs.forward(memory, row, slots, steps.target(step), weight / slots, tellLoss);
            }
        }
        return loss;
    }

    /** Takes the gradient back through all rows, from where the forward pass scored them. */
    void backward(int rows, int slots) {
        for (Layer layer : layers) {
            layer.beginBackward(memory, rows, slots);
        }
        for (int row = rows - 1; row >= 0; row--) {
            for (Layer layer : layers) {
                layer.takeSent(memory, row, slots);
            }
            outputs.backward(memory, row, memory.last().dh[row]);
            for (int layer = layers.length - 1; layer >= 0; layer--) {
                layers[layer].backward(memory, row, slots, memory.layers[Math.max(0, layer - 1)].dh[row]);
            }
        }
    }

    void reset() {
        reset(carriedH);
        reset(carriedC);
    }

    private static void reset(double[][][] states) {
        for (double[][] layer : states) {
            for (double[] slot : layer) {
                Arrays.fill(slot, 0);
            }
        }
    }

    /** A copy of the carried states; cells without memory keep their h for nothing. */
    CarriedState carried() {
        return new CarriedState(joined(carriedH), joined(carriedC));
    }

    private double[][] joined(double[][][] states) {
        int units = carriedH[0][0].length;
        double[][] joined = new double[batchSize][layers.length * units];
        for (int layer = 0; layer < layers.length && isRecurrent; layer++) {
            for (int slot = 0; slot < batchSize; slot++) {
                double[] state = states[layer][slot];
                System.arraycopy(state, 0, joined[slot], layer * units, state.length);
            }
        }
        return joined;
    }

    void setCarried(CarriedState state) {
        split(state.hidden(), carriedH);
        split(state.cell(), carriedC);
    }

    private void split(double[][] joined, double[][][] states) {
        int units = carriedH[0][0].length;
        for (int layer = 0; layer < layers.length; layer++) {
            for (int slot = 0; slot < batchSize; slot++) {
                double[] state = states[layer][slot];
                System.arraycopy(joined[slot], layer * units, state, 0, state.length);
            }
        }
    }

    /**
     * The dense output layer over the scored rows of a stretch.
     *
     * <pre>
     *   forward    y = output(z)    z = V h + d
     *   backward   dz = (y - target) / O, or y - target with softmax, times the weight of the row;
     *              the target is smoothed where that is set
     *              dh += V' dz
     * </pre>
     *
     * V is (O, H), turned over, see {@link Weights}; d is (O).
     */
    static final class OutputLayer {

        /** Net inputs below this, of any number of outputs, have a finite loss. */
        private static final double SURELY_FINITE = 1e100;

        private final Output output;
        private final double smoothing;
        private final BatchOutputs units;
        private final int outputs;
        private final double[][] v;
        private final double[] d;

        OutputLayer(ParameterLayout layout, Hyperparameters hyperparameters, Weights weights) {
            this.output = hyperparameters.get(Settings.OUTPUT);
            this.smoothing = hyperparameters.get(Settings.LABEL_SMOOTHING);
            this.outputs = layout.outputs();
            this.units = new BatchOutputs(output, outputs);
            this.v = weights.rows(weights.outputKernel(), weights.outputRows());
            this.d = weights.rows[weights.outputBias()];
        }

        /**
         * Computes the outputs of a row, and leaves in their place the gradients of their net inputs.
         *
         * @param weight   of this row's loss in the loss that is descended
         * @param tellLoss whether the loss is wanted; if not, it is computed only if it may not be finite
         * @return the loss of this row, without the weight; any finite number instead of a finite one that is not
         *     wanted
         */
        double forward(SegmentMemory memory, int row, int slots, Target target, double weight, boolean tellLoss) {
            double[] dz = memory.score(row, row + slots);
            netInputs(memory.last().h[row + slots], dz);
            double loss = tellLoss || !isSurelyFinite(dz) ? units.loss(dz, target) : 0;
            units.activate(dz);
            output.gradient(dz, target, smoothing, weight);
            return loss;
        }

        private static boolean isSurelyFinite(double[] z) {
            for (double net : z) {
                if (!(Math.abs(net) < SURELY_FINITE)) {
                    return false;
                }
            }
            return true;
        }

        /** Computes the net inputs z (O) of the outputs from a hidden state h (H) of the last layer. */
        void netInputs(double[] h, double[] z) {
            Product.times(v, h, z);
            for (int k = 0; k < outputs; k++) {
                z[k] = d[k] + z[k];
            }
        }

        /** Adds to the gradient dh (H) of a row's hidden state, if the row has an error signal. */
        void backward(SegmentMemory memory, int row, double[] dh) {
            int place = memory.scoredAt[row];
            if (place != SegmentMemory.NOT_SCORED) {
                Product.addVectorTimes(memory.dz[place], v, dh);
            }
        }
    }
}
