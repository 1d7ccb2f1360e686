package lab.carousel.model;

import lab.carousel.model.function.Activation;
import lab.carousel.model.function.Exponential;
import lab.carousel.model.function.Logarithm;
import lab.carousel.task.MemorylessFloor;
import lab.carousel.task.Target;
import lab.carousel.task.TargetKind;

/** How far the outputs of a step are from what is wanted. Cross-entropies are in nats; a squared error is not halved. */
public interface Loss {

    /** What is wanted of the outputs. */
    default TargetKind targets() {
        return TargetKind.SYMBOLS;
    }

    /** Whether several symbols can be wanted at a step. */
    default boolean takesSets() {
        return true;
    }

    /** Whether a part of what is wanted can go to all outputs. */
    default boolean takesSmoothing() {
        return true;
    }

    /** The loss of one step; NaN if a net input is, and infinite if the target is infinitely unlikely. */
    double of(double[] z, Target target, Squashing squashing);

    /**
     * Turns the outputs of a step into the gradient of its loss with respect to the net inputs, in place.
     *
     * @param target    where the outputs share 1 it wants 1 in all
     * @param smoothing how much of what is wanted goes to all outputs in equal parts, or of binary ones half to each side
     * @param weight    of the step's loss
     */
    void gradient(double[] y, Target target, Squashing squashing, double smoothing, double weight);

    /** Where numbers are wanted both of the floor's are the squared error. */
    default double floor(MemorylessFloor floor) {
        return floor.sigmoid();
    }

    /** The mean over the K units, each a question of its own. */
    Loss BINARY_CROSS_ENTROPY = new Loss() {
        @Override
        public double of(double[] z, Target target, Squashing squashing) {
            double sum = 0;
            int index = target.index();
            for (int k = 0; k < z.length; k++) {
                double wanted = index == Target.NO_INDEX ? target.wanted(k) : k == index ? 1 : 0;
                // -ln(sigmoid(z)) and -ln(1 - sigmoid(z)) without taking the logarithm of a rounded 0
                sum += Activation.softplus(wanted == 1 ? -z[k] : z[k])
                        - (wanted == 1 || wanted == 0 ? 0 : wanted * z[k]);
            }
            return sum / z.length;
        }

        @Override
        public void gradient(double[] y, Target target, Squashing squashing, double smoothing, double weight) {
            Loss.crossEntropy(y, target, smoothing, smoothing / 2, weight / y.length);
        }
    };

    /** Of shares, which the units have of 1. */
    Loss CATEGORICAL_CROSS_ENTROPY = new Loss() {
        @Override
        public double of(double[] z, Target target, Squashing squashing) {
            int best = Output.argmax(z);
            double others = 0;
            for (int k = 0; k < z.length; k++) {
                others += k == best ? 0 : Exponential.of(z[k] - z[best]);
            }
            // The best one's own share, 1, is left to log1p: so a small loss keeps its digits
            double logarithm = Logarithm.ofOnePlus(others);
            if (target.index() != Target.NO_INDEX) {
                return logarithm + (z[best] - z[target.index()]);
            }
            double loss = 0;
            for (int k = 0; k < z.length; k++) {
                loss += target.wanted(k) * (logarithm + (z[best] - z[k]));
            }
            return loss;
        }

        @Override
        public void gradient(double[] y, Target target, Squashing squashing, double smoothing, double weight) {
            Loss.crossEntropy(y, target, smoothing, smoothing / y.length, weight);
        }

        @Override
        public boolean takesSets() {
            return false;
        }

        @Override
        public double floor(MemorylessFloor floor) {
            return floor.softmax();
        }
    };

    /** For numbers: the mean over the K units of (y - wanted)^2. */
    Loss SQUARED_ERROR = new Loss() {
        @Override
        public TargetKind targets() {
            return TargetKind.NUMBERS;
        }

        @Override
        public boolean takesSmoothing() {
            return false;
        }

        @Override
        public double of(double[] z, Target target, Squashing squashing) {
            double[] y = z.clone();
            squashing.activate(y);
            double sum = 0;
            for (int k = 0; k < y.length; k++) {
                double error = y[k] - target.wanted(k);
                sum += error * error;
            }
            return sum / y.length;
        }

        @Override
        public void gradient(double[] y, Target target, Squashing squashing, double smoothing, double weight) {
            double factor = 2 * weight / y.length;
            for (int k = 0; k < y.length; k++) {
                y[k] = squashing.back(factor * (y[k] - target.wanted(k)), y[k]);
            }
        }
    };

    /** (y - what is wanted) times a factor. */
    private static void crossEntropy(double[] y, Target target, double smoothing, double share, double factor) {
        for (int k = 0; smoothing > 0 && k < y.length; k++) {
            y[k] -= share;
        }
        if (target.index() != Target.NO_INDEX) {
            y[target.index()] -= 1 - smoothing;
        } else {
            for (int k = 0; k < y.length; k++) {
                y[k] -= (1 - smoothing) * target.wanted(k);
            }
        }
        for (int k = 0; k < y.length; k++) {
            y[k] *= factor;
        }
    }
}
