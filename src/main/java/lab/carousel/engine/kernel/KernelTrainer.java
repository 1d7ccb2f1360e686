package lab.carousel.engine.kernel;

import java.util.Arrays;
import lab.carousel.engine.Trainer;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.ParameterLayout;
import lab.carousel.model.Parameters;

/** Trains a network on flat arrays: forward through a stretch, back through it, one update. */
final class KernelTrainer implements Trainer {

    private final ParameterLayout layout;
    private final int batchSize;
    private final double[] parameters;
    private final double[] gradient;
    private final LstmLayer lstm;
    private final OutputLayer outputs;
    private final Updater updater;
    private final StretchMemory memory;
    private final double[] carriedH;
    private final double[] carriedC;
    private double learningRate;

    KernelTrainer(Hyperparameters hyperparameters, Parameters initial) {
        layout = initial.layout();
        batchSize = hyperparameters.batchSize();
        learningRate = hyperparameters.learningRate();
        parameters = initial.toArray();
        gradient = new double[parameters.length];
        lstm = new LstmLayer(layout, parameters, gradient);
        outputs = new OutputLayer(layout, hyperparameters.output(), parameters, gradient);
        updater = Updater.of(hyperparameters.optimiser(), parameters.length);
        memory = new StretchMemory(layout);
        carriedH = new double[batchSize * layout.units()];
        carriedC = new double[batchSize * layout.units()];
    }

    @Override
    public double update(int[] sequence, int firstStep, int times, int slots) {
        double loss = forward(sequence, firstStep, times, slots);
        backward(times * slots, slots);
        updater.update(parameters, gradient, learningRate);
        return loss;
    }

    private double forward(int[] sequence, int firstStep, int times, int slots) {
        int rows = times * slots;
        memory.reserve(rows, slots);
        memory.begin(carriedH, carriedC, slots);
        double loss = 0;
        for (int row = 0; row < rows; row++) {
            int step = firstStep + row / slots * batchSize + row % slots;
            memory.input[row] = sequence[step];
            memory.target[row] = sequence[step + 1];
            lstm.forward(memory, row, slots);
            loss += outputs.forward(memory, row, slots, 1.0 / slots);
        }
        memory.end(rows, carriedH, carriedC, slots);
        return loss / rows;
    }

    private void backward(int rows, int slots) {
        Arrays.fill(gradient, 0);
        lstm.beginBackward(slots);
        double[] dh = lstm.hiddenGradient();
        for (int row = rows - 1; row >= 0; row--) {
            outputs.backward(memory, row, dh);
            lstm.backward(memory, row, slots, dh);
        }
        outputs.gradients(memory, rows, slots);
        lstm.gradients(memory, rows);
    }

    @Override
    public void resetState() {
        Arrays.fill(carriedH, 0);
        Arrays.fill(carriedC, 0);
    }

    @Override
    public Parameters parameters() {
        return Parameters.of(layout, parameters);
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
