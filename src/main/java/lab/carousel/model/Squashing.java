package lab.carousel.model;

import java.util.Arrays;
import lab.carousel.model.function.Activation;
import lab.carousel.model.function.Exponential;

/** What the output units do with their net inputs. */
public enum Squashing {

    /** Each unit a sigmoid of its own. */
    SIGMOID(true, "sigmoid", "Sigmoid") {
        @Override
        public void activate(double[] z) {
            for (int k = 0; k < z.length; k++) {
                z[k] = Activation.sigmoid(z[k]);
            }
        }

        @Override
        double back(double gradient, double y) {
            return gradient * y * (1 - y);
        }

        @Override
        public double[] logarithms(double[] z) {
            return Arrays.stream(z)
                    .map(each -> Math.min(each, 0) - StrictMath.log1p(StrictMath.exp(-Math.abs(each))))
                    .toArray();
        }
    },

    /** The units share 1. */
    SOFTMAX(true, "softmax", "Softmax") {
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
        double back(double gradient, double y) {
            throw new IllegalStateException("an output of a softmax hangs on the net inputs of all");
        }

        @Override
        public double[] slopes(double[] y, int output) {
            double[] slopes = new double[y.length];
            Arrays.setAll(slopes, k -> -y[output] * y[k]);
            slopes[output] += y[output];
            return slopes;
        }

        @Override
        public double[] logarithms(double[] z) {
            return z;
        }
    },

    /** Each unit its net input. */
    LINEAR(false, "linear", "Identity") {
        @Override
        public void activate(double[] z) {
            // As it is
        }

        @Override
        double back(double gradient, double y) {
            return gradient;
        }

        @Override
        public double[] logarithms(double[] z) {
            return Arrays.stream(z).map(StrictMath::log).toArray();
        }
    };

    private final boolean isFromZeroToOne;
    private final String keras;
    private final String onnx;

    Squashing(boolean isFromZeroToOne, String keras, String onnx) {
        this.isFromZeroToOne = isFromZeroToOne;
        this.keras = keras;
        this.onnx = onnx;
    }

    public String keras() {
        return keras;
    }

    /** In capital letters that of Deeplearning4j. */
    public String onnx() {
        return onnx;
    }

    public boolean isFromZeroToOne() {
        return isFromZeroToOne;
    }

    /** Turns the K net inputs into the K outputs, in place. */
    public abstract void activate(double[] z);

    /** The gradient with respect to a net input, from that with respect to its output y. */
    abstract double back(double gradient, double y);

    /** The gradient of one of the outputs with respect to the net inputs of all. */
    public double[] slopes(double[] y, int output) {
        double[] slopes = new double[y.length];
        slopes[output] = back(1, y[output]);
        return slopes;
    }

    /**
     * The logarithms of the outputs, but for a number that is the same for all. From the net inputs, because an output itself can
     * be too small for a double.
     */
    public abstract double[] logarithms(double[] z);
}
