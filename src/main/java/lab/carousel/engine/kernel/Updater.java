package lab.carousel.engine.kernel;

import java.util.Arrays;
import lab.carousel.model.Optimiser;

/** Changes parameters along a gradient, in place. Each has the memory that its optimiser needs. */
interface Updater {

    /** Makes one update with the gradient of all parameters. */
    void update(double[] parameters, double[] gradient, double learningRate);

    /** The updater of an optimiser for so many parameters. */
    static Updater of(Optimiser optimiser, int size) {
        return switch (optimiser) {
            case ADAM -> new Adam(size);
            case RMSPROP -> new RmsProp(size);
            case SGD -> (parameters, gradient, learningRate) -> {
                for (int index = 0; index < parameters.length; index++) {
                    parameters[index] -= learningRate * gradient[index];
                }
            };
        };
    }

    /** Adam (Kingma and Ba 2015), in the form with the corrections in the learning rate, as Keras and Deeplearning4j have it. */
    final class Adam implements Updater {

        private final double[] first;
        private final double[] second;
        private double beta1Power = 1;
        private double beta2Power = 1;

        Adam(int size) {
            first = new double[size];
            second = new double[size];
        }

        @Override
        public void update(double[] parameters, double[] gradient, double learningRate) {
            beta1Power *= Optimiser.ADAM_BETA1;
            beta2Power *= Optimiser.ADAM_BETA2;
            double rate = learningRate * Math.sqrt(1 - beta2Power) / (1 - beta1Power);
            for (int index = 0; index < parameters.length; index++) {
                double g = gradient[index];
                double m = Optimiser.ADAM_BETA1 * first[index] + (1 - Optimiser.ADAM_BETA1) * g;
                double v = Optimiser.ADAM_BETA2 * second[index] + (1 - Optimiser.ADAM_BETA2) * g * g;
                first[index] = m;
                second[index] = v;
                parameters[index] -= rate * m / (Math.sqrt(v) + Optimiser.EPSILON);
            }
        }
    }

    /** RMSProp with epsilon under the root; the mean squared gradient starts at epsilon, as in Deeplearning4j. */
    final class RmsProp implements Updater {

        private final double[] meanSquare;

        RmsProp(int size) {
            meanSquare = new double[size];
            Arrays.fill(meanSquare, Optimiser.EPSILON);
        }

        @Override
        public void update(double[] parameters, double[] gradient, double learningRate) {
            for (int index = 0; index < parameters.length; index++) {
                double g = gradient[index];
                double mean = Optimiser.RMSPROP_DECAY * meanSquare[index] + (1 - Optimiser.RMSPROP_DECAY) * g * g;
                meanSquare[index] = mean;
                parameters[index] -= learningRate * g / Math.sqrt(mean + Optimiser.EPSILON);
            }
        }
    }
}
