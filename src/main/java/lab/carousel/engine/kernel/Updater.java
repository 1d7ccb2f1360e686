package lab.carousel.engine.kernel;

import java.util.Arrays;
import java.util.List;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Optimiser;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.ParameterLayout;

/**
 * Changes parameters along a gradient, in place, by the formulas of {@link Optimiser}. An update begins once and then
 * changes every row of {@link Weights}; for each, the updater has the memory that its optimiser needs.
 */
interface Updater {

    void begin(double learningRate);

    /** Changes one row along the gradient {@code factor * vector}. */
    void change(double[] weights, int row, double factor, double[] vector);

    /** What it keeps of the gradients so far, as {@link lab.carousel.engine.TrainerMemory} lists it. */
    List<Weights> moments();

    /** How many updates it has begun; 0 if it does not need to know. */
    default long updates() {
        return 0;
    }

    /** Goes on as if it had begun so many. */
    default void setUpdates(long begun) {}

    /** How many updates without a gradient can be made up for later; 0 if none can. */
    default int catchUpLimit() {
        return 0;
    }

    /**
     * Changes one row as all updates begun after a given number of them would have, if it had no gradient in any.
     *
     * @param since how many updates the row has seen; at most {@link #catchUpLimit} less than have begun
     */
    default void catchUp(double[] weights, int row, long since) {
        throw new UnsupportedOperationException();
    }

    static Updater of(Hyperparameters hyperparameters, ParameterLayout layout) {
        Updater updater =
                switch (hyperparameters.get(Settings.OPTIMISER)) {
                    case ADAM -> new Adam(layout);
                    case RMSPROP -> new RmsProp(layout);
                    case SGD ->
                        hyperparameters.get(Settings.MOMENTUM) > 0
                                ? new Momentum(hyperparameters.get(Settings.MOMENTUM), layout)
                                : new Sgd();
                };
        double decay = hyperparameters.get(Settings.WEIGHT_DECAY);
        return decay > 0 ? new WeightDecay(decay, updater) : updater;
    }

    abstract class AtRate implements Updater {

        double rate;

        @Override
        public final void begin(double learningRate) {
            rate = learningRate;
        }
    }

    final class RmsProp extends AtRate {

        private final Weights meanSquare;

        RmsProp(ParameterLayout layout) {
            meanSquare = new Weights(layout);
            for (double[] row : meanSquare.rows) {
                Arrays.fill(row, Optimiser.EPSILON);
            }
        }

        @Override
        public void change(double[] weights, int row, double factor, double[] vector) {
            double[] v = meanSquare.rows[row];
            double r = rate;
            for (int j = 0; j < weights.length; j++) {
                double g = factor * vector[j];
                v[j] = Optimiser.RMSPROP_DECAY * v[j] + (1 - Optimiser.RMSPROP_DECAY) * g * g;
                weights[j] -= r * g / (Math.sqrt(v[j]) + Optimiser.EPSILON);
            }
        }

        @Override
        public List<Weights> moments() {
            return List.of(meanSquare);
        }
    }

    final class Momentum extends AtRate {

        private final double momentum;
        private final Weights velocity;

        Momentum(double momentum, ParameterLayout layout) {
            this.momentum = momentum;
            this.velocity = new Weights(layout);
        }

        @Override
        public void change(double[] weights, int row, double factor, double[] vector) {
            double[] v = velocity.rows[row];
            double r = rate;
            double kept = momentum;
            for (int j = 0; j < weights.length; j++) {
                v[j] = kept * v[j] - r * (factor * vector[j]);
                weights[j] += v[j];
            }
        }

        @Override
        public List<Weights> moments() {
            return List.of(velocity);
        }
    }

    /** {@link Optimiser#SGD} without momentum, which then needs no memory. */
    final class Sgd extends AtRate {

        @Override
        public void change(double[] weights, int row, double factor, double[] vector) {
            double r = rate;
            for (int j = 0; j < weights.length; j++) {
                weights[j] -= r * (factor * vector[j]);
            }
        }

        @Override
        public List<Weights> moments() {
            return List.of();
        }
    }
}
