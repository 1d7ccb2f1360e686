package lab.carousel.engine.kernel;

import java.util.Arrays;
import java.util.stream.IntStream;
import lab.carousel.engine.Trainer;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.LossWeighting;
import lab.carousel.model.ParameterLayout;
import lab.carousel.model.Parameters;

/** Trains a network: forward through a stretch, back through it, down the gradient. Allocates nothing per update. */
final class KernelTrainer implements Trainer {

    private final int batchSize;
    private final int lag;
    private final LossWeighting lossWeighting;
    private final Weights weights;
    private final Layer[] layers;
    private final OutputLayer outputs;
    private final Descent descent;
    private final StretchMemory memory;
    /** The carried states of each layer and slot: arrays {@code [layer][slot][unit]}. */
    private final double[][][] carriedH;

    private final double[][][] carriedC;
    private double learningRate;

    KernelTrainer(Hyperparameters hyperparameters, Parameters initial) {
        ParameterLayout layout = initial.layout();
        batchSize = hyperparameters.batchSize();
        lag = hyperparameters.lag();
        lossWeighting = hyperparameters.lossWeighting();
        learningRate = hyperparameters.learningRate();
        weights = new Weights(layout);
        weights.set(initial);
        layers = IntStream.range(0, layout.layers())
                .mapToObj(layer -> new Layer(layer, layout.layer(layer), weights))
                .toArray(Layer[]::new);
        outputs = new OutputLayer(layout, hyperparameters.output(), weights);
        descent = new Descent(layout, weights, Updater.of(hyperparameters, layout), hyperparameters.clipping());
        memory = new StretchMemory(layout);
        carriedH = new double[layout.layers()][batchSize][layout.units()];
        carriedC = new double[layout.layers()][batchSize][layout.layer(0).cellStates()];
    }

    @Override
    public double update(int[] sequence, int firstStep, int times, int slots) {
        int rows = times * lag * slots;
        memory.begin(rows, slots, times * slots);
        double loss = forward(sequence, firstStep, rows, slots);
        backward(rows, slots);
        descent.begin(learningRate, rows, memory.scored);
        for (Layer layer : layers) {
            layer.descend(memory, rows, slots, descent);
        }
        outputs.descend(memory, descent);
        descent.end();
        return memory.scored == 0 ? 0 : loss / memory.scored;
    }

    private double forward(int[] sequence, int firstStep, int rows, int slots) {
        for (int layer = 0; layer < layers.length; layer++) {
            copy(carriedH[layer], 0, memory.layers[layer].h, 0, slots);
            copy(carriedC[layer], 0, memory.layers[layer].c, 0, slots);
        }
        double loss = 0;
        for (int row = 0; row < rows; row++) {
            int time = row / slots;
            int step = firstStep + time / lag * batchSize + row % slots;
            int symbolsToGo = lag - 1 - time % lag;
            memory.input[row] = sequence[step - symbolsToGo];
            for (Layer layer : layers) {
                layer.forward(memory, row, slots);
            }
            double weight = symbolsToGo > 0 ? 0 : lossWeighting.of(step == sequence.length - 2);
            if (weight > 0) {
                loss += outputs.forward(memory, row, slots, sequence[step + 1], weight / slots);
            } else {
                memory.scoredAt[row] = StretchMemory.NOT_SCORED;
            }
        }
        for (int layer = 0; layer < layers.length; layer++) {
            copy(memory.layers[layer].h, rows, carriedH[layer], 0, slots);
            copy(memory.layers[layer].c, rows, carriedC[layer], 0, slots);
        }
        return loss;
    }

    private static void copy(double[][] from, int fromRow, double[][] to, int toRow, int count) {
        for (int row = 0; row < count; row++) {
            System.arraycopy(from[fromRow + row], 0, to[toRow + row], 0, to[toRow + row].length);
        }
    }

    private void backward(int rows, int slots) {
        for (Layer layer : layers) {
            layer.beginBackward(rows, slots);
        }
        int last = layers.length - 1;
        for (int row = rows - 1; row >= 0; row--) {
            outputs.backward(memory, row, layers[last].hiddenGradient(row, slots));
            for (int layer = last; layer > 0; layer--) {
                layers[layer].backward(memory, row, slots, layers[layer - 1].hiddenGradient(row, slots));
            }
            layers[0].backward(memory, row, slots, null);
        }
    }

    @Override
    public void resetState() {
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

    @Override
    public Parameters parameters() {
        return weights.parameters();
    }

    @Override
    public void setLearningRate(double rate) {
        learningRate = rate;
    }

    @Override
    public void close() {
        // Nothing but arrays.
    }
}
