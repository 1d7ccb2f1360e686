package lab.carousel.engine.kernel;

import java.util.Arrays;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Optimiser;
import lab.carousel.model.ParameterLayout;

/**
 * Changes parameters along a gradient, in place, by the formulas of {@link Optimiser}. An update begins once and then
 * changes every row of {@link Weights}; for each, the updater has the memory that its optimiser needs.
 */
interface Updater {

    /** Begins the next update. */
    void begin(double learningRate);

    /**
     * Changes one row.
     *
     * @param weights the row
     * @param row     its number
     * @param factor  times the vector is the gradient
     * @param vector  as long as the row
     */
    void change(double[] weights, int row, double factor, double[] vector);

    /** The updater of the optimiser chosen. */
    static Updater of(Hyperparameters hyperparameters, ParameterLayout layout) {
        return switch (hyperparameters.optimiser()) {
            case ADAM -> new Adam(layout);
            case RMSPROP -> new RmsProp(layout);
            case SGD -> hyperparameters.momentum() > 0 ? new Momentum(hyperparameters.momentum(), layout) : new Sgd();
        };
    }

    /** {@link Optimiser#ADAM}. */
    final class Adam implements Updater {

        private final Weights first;
        private final Weights second;
        private double beta1Power = 1;
        private double beta2Power = 1;
        private double rate;

        Adam(ParameterLayout layout) {
            first = new Weights(layout);
            second = new Weights(layout);
        }

        @Override
        public void begin(double learningRate) {
            beta1Power *= Optimiser.ADAM_BETA1;
            beta2Power *= Optimiser.ADAM_BETA2;
            rate = learningRate * Math.sqrt(1 - beta2Power) / (1 - beta1Power);
        }

        @Override
        public void change(double[] weights, int row, double factor, double[] vector) {
            double[] m = first.rows[row];
            double[] v = second.rows[row];
            double r = rate;
            for (int j = 0; j < weights.length; j++) {
                double g = factor * vector[j];
                m[j] = Optimiser.ADAM_BETA1 * m[j] + (1 - Optimiser.ADAM_BETA1) * g;
                v[j] = Optimiser.ADAM_BETA2 * v[j] + (1 - Optimiser.ADAM_BETA2) * g * g;
                weights[j] -= r * m[j] / (Math.sqrt(v[j]) + Optimiser.EPSILON);
            }
        }
    }

    /** {@link Optimiser#RMSPROP}. */
    final class RmsProp implements Updater {

        private final Weights meanSquare;
        private double rate;

        RmsProp(ParameterLayout layout) {
            meanSquare = new Weights(layout);
            for (double[] row : meanSquare.rows) {
                Arrays.fill(row, Optimiser.EPSILON);
            }
        }

        @Override
        public void begin(double learningRate) {
            rate = learningRate;
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
    }

    /** {@link Optimiser#SGD} with momentum. */
    final class Momentum implements Updater {

        private final double momentum;
        private final Weights velocity;
        private double rate;

        Momentum(double momentum, ParameterLayout layout) {
            this.momentum = momentum;
            this.velocity = new Weights(layout);
        }

        @Override
        public void begin(double learningRate) {
            rate = learningRate;
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
    }

    /** {@link Optimiser#SGD} without momentum, which then needs no memory. */
    final class Sgd implements Updater {

        private double rate;

        @Override
        public void begin(double learningRate) {
            rate = learningRate;
        }

        @Override
        public void change(double[] weights, int row, double factor, double[] vector) {
            double r = rate;
            for (int j = 0; j < weights.length; j++) {
                weights[j] -= r * (factor * vector[j]);
            }
        }
    }
}
