package lab.carousel.model;

import lab.carousel.model.function.Activation;
import lab.carousel.model.function.Exponential;
import lab.carousel.model.function.Logarithm;
import lab.carousel.task.MemorylessFloor;
import lab.carousel.task.Target;

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

        @Override
        double smoothed(double smoothing, int outputs) {
            return smoothing / 2;
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

        @Override
        double smoothed(double smoothing, int outputs) {
            return smoothing / outputs;
        }
    };

    /** Turns the K net inputs into the K outputs, in place. */
    public abstract void activate(double[] z);

    /** The loss of one step in nats; NaN if a net input is, and infinite if the target is infinitely unlikely. */
    public abstract double loss(double[] z, Target target);

    /** What label smoothing gives to each output. */
    abstract double smoothed(double smoothing, int outputs);

    /**
     * Turns the outputs of a step into the gradient of its loss with respect to the net inputs, in place: y - wanted.
     *
     * @param target    one for softmax wants 1 in all
     * @param smoothing how much of what is wanted goes to all outputs in equal parts, or with sigmoid half to each side
     * @param weight    of the step's loss
     */
    public void gradient(double[] y, Target target, double smoothing, double weight) {
        if (smoothing > 0) {
            double share = smoothed(smoothing, y.length);
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
