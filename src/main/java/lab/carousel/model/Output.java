package lab.carousel.model;

import java.util.Arrays;
import lab.carousel.model.function.Activation;
import lab.carousel.model.function.Exponential;
import lab.carousel.model.function.Logarithm;
import lab.carousel.task.MemorylessFloor;
import lab.carousel.task.Target;

/**
 * What the K output units compute, and the loss that goes with it. Cross-entropies are in nats; a squared error is not halved.
 */
public enum Output {

    /** Each unit a sigmoid of its own; binary cross-entropy, the mean over the K units (the reference). */
    SIGMOID("sigmoid") {
        @Override
        public void activate(double[] z) {
            for (int k = 0; k < z.length; k++) {
                z[k] = Activation.sigmoid(z[k]);
            }
        }

        @Override
        public double loss(double[] z, Target target) {
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
    },

    /** A softmax over the units; categorical cross-entropy. */
    SOFTMAX("softmax") {
        @Override
        public void activate(double[] z) {
            double largest = Activation.largest(z);
            double sum = 0;
            for (int k = 0; k < z.length; k++) {
                z[k] = Exponential.of(z[k] - largest);
                sum += z[k];
            }
            for (int k = 0; k < z.length; k++) {
                z[k] /= sum;
            }
        }

        @Override
        public double loss(double[] z, Target target) {
            int best = argmax(z);
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
    },

    /** For numbers: each unit its net input; the mean over the K units of (y - wanted)^2. */
    LINEAR("linear") {
        @Override
        public void activate(double[] z) {
            // As it is
        }

        @Override
        public double loss(double[] z, Target target) {
            double sum = 0;
            for (int k = 0; k < z.length; k++) {
                double error = z[k] - target.wanted(k);
                sum += error * error;
            }
            return sum / z.length;
        }

        @Override
        public void gradient(double[] y, Target target, double smoothing, double weight) {
            double factor = 2 * weight / y.length;
            for (int k = 0; k < y.length; k++) {
                y[k] = factor * (y[k] - target.wanted(k));
            }
        }
    },

    /** For numbers: each unit a sigmoid of its own; the mean over the K units of (y - wanted)^2. */
    SQUARED("sigmoid") {
        @Override
        public void activate(double[] z) {
            SIGMOID.activate(z);
        }

        @Override
        public double loss(double[] z, Target target) {
            double sum = 0;
            for (int k = 0; k < z.length; k++) {
                double error = Activation.sigmoid(z[k]) - target.wanted(k);
                sum += error * error;
            }
            return sum / z.length;
        }

        @Override
        public void gradient(double[] y, Target target, double smoothing, double weight) {
            double factor = 2 * weight / y.length;
            for (int k = 0; k < y.length; k++) {
                y[k] = factor * (y[k] - target.wanted(k)) * y[k] * (1 - y[k]);
            }
        }
    };

    private final String activation;

    Output(String activation) {
        this.activation = activation;
    }

    /** What the units do with their net inputs, as Keras names it. */
    public String activation() {
        return activation;
    }

    /** Whether numbers are wanted of them; otherwise symbols are. */
    public boolean isOfNumbers() {
        return this == LINEAR || this == SQUARED;
    }

    /** Turns the K net inputs into the K outputs, in place. */
    public abstract void activate(double[] z);

    /** The loss of one step; NaN if a net input is, and infinite if the target is infinitely unlikely. */
    public abstract double loss(double[] z, Target target);

    /**
     * Turns the outputs of a step into the gradient of its loss with respect to the net inputs, in place: y - wanted, or that of
     * a squared error.
     *
     * @param target    one for softmax wants 1 in all
     * @param smoothing how much of what is wanted goes to all outputs in equal parts, or with sigmoid half to each side; none
     *                  where numbers are wanted
     * @param weight    of the step's loss
     */
    public void gradient(double[] y, Target target, double smoothing, double weight) {
        if (smoothing > 0) {
            double share = smoothing / (this == SIGMOID ? 2 : y.length);
            for (int k = 0; k < y.length; k++) {
                y[k] -= share;
            }
        }
        if (target.index() != Target.NO_INDEX) {
            y[target.index()] -= 1 - smoothing;
        } else {
            for (int k = 0; k < y.length; k++) {
                y[k] -= (1 - smoothing) * target.wanted(k);
            }
        }
        double factor = this == SIGMOID ? weight / y.length : weight;
        for (int k = 0; k < y.length; k++) {
            y[k] *= factor;
        }
    }

    /** The gradient of one of the outputs with respect to the net inputs of all. */
    public double[] slopes(double[] y, int output) {
        double[] slopes = new double[y.length];
        if (this == SOFTMAX) {
            Arrays.setAll(slopes, k -> -y[output] * y[k]);
            slopes[output] += y[output];
        } else {
            slopes[output] = this == LINEAR ? 1 : y[output] * (1 - y[output]);
        }
        return slopes;
    }

    /** Where numbers are wanted both of the floor's are the squared error. */
    public double floor(MemorylessFloor floor) {
        return this == SOFTMAX ? floor.softmax() : floor.sigmoid();
    }

    /** The index of the largest output, the first if there are several. */
    public static int argmax(double[] outputs) {
        int best = 0;
        for (int k = 1; k < outputs.length; k++) {
            if (outputs[k] > outputs[best]) {
                best = k;
            }
        }
        return best;
    }
}
