package lab.carousel.model;

import lab.carousel.model.function.Activation;
import lab.carousel.model.function.Exponential;
import lab.carousel.model.function.Logarithm;
import lab.carousel.task.MemorylessFloor;

/** What the K output units compute, and the loss that goes with it. Losses are in nats. */
public enum Output {

    /** Each unit a sigmoid of its own; binary cross-entropy, the mean over the K units (the reference). */
    SIGMOID {
        @Override
        public void activate(double[] z) {
            for (int k = 0; k < z.length; k++) {
                z[k] = Activation.sigmoid(z[k]);
            }
        }

        @Override
        public double loss(double[] z, int target) {
            double sum = 0;
            for (int k = 0; k < z.length; k++) {
                // -ln(sigmoid(z)) and -ln(1 - sigmoid(z)) without taking the logarithm of a rounded 0
                sum += Activation.softplus(k == target ? -z[k] : z[k]);
            }
            return sum / z.length;
        }
    },

    /** A softmax over the units; categorical cross-entropy. */
    SOFTMAX {
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
        public double loss(double[] z, int target) {
            int best = argmax(z);
            double others = 0;
            for (int k = 0; k < z.length; k++) {
                others += k == best ? 0 : Exponential.of(z[k] - z[best]);
            }
            // The best one's own share, 1, is left to log1p: so a small loss keeps its digits
            return Logarithm.ofOnePlus(others) + (z[best] - z[target]);
        }
    };

    /** Turns the K net inputs into the K outputs, in place. */
    public abstract void activate(double[] z);

    /** The loss of one step in nats; NaN if a net input is, and infinite if the target is infinitely unlikely. */
    public abstract double loss(double[] z, int target);

    public double floor(MemorylessFloor floor) {
        return this == SIGMOID ? floor.sigmoid() : floor.softmax();
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
