package lab.carousel.model.verdict;

import lab.carousel.model.Output;

/** How a step is answered: read from the outputs once for all who ask. Used again for each step. */
final class StepAnswer {

    /** Far more than what rounding makes of two outputs. */
    private static final double SURE = 1e-9;
    /** Outputs between these bounds are in the order of what goes into them, but for rounding. */
    private static final double LEAST = 1e-300;

    private static final double MOST = 1 - 1e-6;

    private int target;
    private int rival;
    private double rivalOutput;
    private double margin;
    private int prediction;

    /**
     * Reads it.
     *
     * @param outputs the outputs, at least 2
     * @param right   index of the right one
     */
    void read(double[] outputs, int right) {
        target = right;
        rival = rival(outputs, right);
        rivalOutput = outputs[rival];
        margin = outputs[right] - rivalOutput;
        // The first of the largest
        boolean isRight = margin > 0 || (margin == 0 && right < rival);
        prediction = Double.isNaN(margin) ? Output.argmax(outputs) : isRight ? right : rival;
    }

    /** The output of the target minus the best other output. */
    double margin() {
        return margin;
    }

    /** The index of the largest output, the first if there are several. */
    int prediction() {
        return prediction;
    }

    /** Whether the target is the prediction. */
    boolean isRight() {
        return prediction == target;
    }

    /**
     * Whether what goes into the target is not more than what goes into all others.
     *
     * @param netInputs of the outputs
     */
    boolean isWrong(double[] netInputs) {
        // Outputs that round to the same can come from net inputs that differ; of others nothing more need be known
        return Math.abs(margin) > SURE ? margin < 0 : !(margin(netInputs, target) > 0);
    }

    /** Whether what goes into the target may be no more than so much above what goes into another. */
    boolean isClose(double[] netInputs, double difference) {
        return !(leastDifference(netInputs) > difference);
    }

    /** At least the loss that any pair is about that this step is in. */
    double lossBound(double[] netInputs) {
        return LossBound.of(leastDifference(netInputs));
    }

    /** At most what goes into the target less what goes into any other, and hardly less than the least. */
    private double leastDifference(double[] netInputs) {
        return rivalOutput > LEAST && rivalOutput < MOST
                ? netInputs[target] - netInputs[rival] - SURE
                : margin(netInputs, target);
    }

    /** The margin of outputs, or the same of what goes into them. */
    static double margin(double[] outputs, int target) {
        return outputs[target] - outputs[rival(outputs, target)];
    }

    /** The largest of the others, the first of several; one that is NaN if there is one. */
    private static int rival(double[] values, int target) {
        int rival = target == 0 ? values.length - 1 : 0;
        double largest = values[rival];
        for (int k = 0; k < values.length && !Double.isNaN(largest); k++) {
            // Few are larger than all before: this takes a fraction of the time of Math.max
            if (!(values[k] <= largest) && k != target) {
                rival = k;
                largest = values[k];
            }
        }
        return rival;
    }
}
