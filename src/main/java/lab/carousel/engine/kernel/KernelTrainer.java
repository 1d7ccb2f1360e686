package lab.carousel.engine.kernel;

import java.util.Arrays;
import lab.carousel.engine.Trainer;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.ParameterLayout;
import lab.carousel.model.Parameters;

/** Trains a network: forward through a stretch, back through it, down the gradient. Allocates nothing per update. */
final class KernelTrainer implements Trainer {

    private final int batchSize;
    private final Weights weights;
    private final LstmLayer lstm;
    private final OutputLayer outputs;
    private final Descent descent;
    private final StretchMemory memory;
    private final double[][] carriedH;
    private final double[][] carriedC;
    private double learningRate;

    KernelTrainer(Hyperparameters hyperparameters, Parameters initial) {
        ParameterLayout layout = initial.layout();
        batchSize = hyperparameters.batchSize();
        learningRate = hyperparameters.learningRate();
        weights = new Weights(layout);
        weights.set(initial);
        lstm = new LstmLayer(layout, weights);
        outputs = new OutputLayer(layout, hyperparameters.output(), weights);
        descent = new Descent(layout, weights, Updater.of(hyperparameters.optimiser(), layout));
        memory = new StretchMemory(layout);
        carriedH = new double[batchSize][layout.units()];
        carriedC = new double[batchSize][layout.units()];
    }

    @Override
    public double update(int[] sequence, int firstStep, int times, int slots) {
        int rows = times * slots;
        double loss = forward(sequence, firstStep, rows, slots);
        backward(rows, slots);
        descent.begin(learningRate);
        lstm.descend(memory, rows, descent);
        outputs.descend(memory, rows, slots, descent);
        return loss;
    }

    private double forward(int[] sequence, int firstStep, int rows, int slots) {
        memory.reserve(rows, slots);
        copy(carriedH, 0, memory.h, 0, slots);
        copy(carriedC, 0, memory.c, 0, slots);
        double loss = 0;
        for (int row = 0; row < rows; row++) {
            int step = firstStep + row / slots * batchSize + row % slots;
            memory.input[row] = sequence[step];
            memory.target[row] = sequence[step + 1];
            lstm.forward(memory, row, slots);
            loss += outputs.forward(memory, row, slots, 1.0 / slots);
        }
        copy(memory.h, rows, carriedH, 0, slots);
        copy(memory.c, rows, carriedC, 0, slots);
        return loss / rows;
    }

    private static void copy(double[][] from, int fromRow, double[][] to, int toRow, int count) {
        for (int row = 0; row < count; row++) {
            System.arraycopy(from[fromRow + row], 0, to[toRow + row], 0, to[toRow + row].length);
        }
    }

    private void backward(int rows, int slots) {
        lstm.beginBackward(rows, slots);
        for (int row = rows - 1; row >= 0; row--) {
            outputs.backward(memory, row, lstm.hiddenGradient(row, slots));
            lstm.backward(memory, row, slots);
        }
    }

    @Override
    public void resetState() {
        for (int slot = 0; slot < batchSize; slot++) {
            Arrays.fill(carriedH[slot], 0);
            Arrays.fill(carriedC[slot], 0);
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
