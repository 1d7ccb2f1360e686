package lab.carousel.model.trace;

import lab.carousel.model.BatchOutputs;
import lab.carousel.model.Output;
import lab.carousel.task.Target;

/** The answer of a network at a step, worked out once for all who ask. Used again for each step. */
public final class StepAnswer {

    /** Far more than what rounding makes of two outputs. */
    private static final double ROUNDING = 1e-9;
    /** Outputs between these bounds are in the order of what goes into them, but for rounding. */
    private static final double LEAST = 1e-300;

    private static final double MOST = 1 - 1e-6;
    private static final int UNCLEAR = -1;

    private Target target = Target.NONE;
    private double loss = Double.NaN;
    private double rivalOutput;
    private double margin;
    private Target prediction = Target.NONE;

    /** Reads it from outputs. */
    public void read(double[] outputs, Target right) {
        if (!isOneOfMore(right, outputs)) {
            target = right;
            margin = right.margin(outputs);
            prediction = right.highest(outputs);
            return;
        }
        int index = right.index();
        int other = rival(outputs, index);
        read(right, outputs[index], other, outputs[other]);
        prediction = Double.isNaN(margin) ? Target.of(Output.argmax(outputs)) : prediction;
    }

    /** Whether one symbol is right and there is another one. */
    private static boolean isOneOfMore(Target right, double[] outputs) {
        return !right.isSet() && right.index() != Target.NO_INDEX && outputs.length > 1;
    }

    private void read(Target right, double output, int other, double otherOutput) {
        target = right;
        rivalOutput = otherOutput;
        margin = output - otherOutput;
        // The first of the largest
        boolean isRight = margin > 0 || (margin == 0 && right.index() < other);
        prediction = isRight ? right : Target.of(other);
    }

    /**
     * Finds it and the loss from net inputs, the same to the last bit as from the outputs, of which only two
     * are computed where one symbol is right.
     */
    public void find(BatchOutputs units, double[] netInputs, Target right) {
        loss = units.loss(netInputs, right);
        int other = isOneOfMore(right, netInputs) ? clearRival(netInputs, right.index()) : UNCLEAR;
        if (other != UNCLEAR) {
            read(right, units.output(netInputs, right.index()), other, units.output(netInputs, other));
        }
        boolean isSure = other != UNCLEAR && rivalOutput > LEAST && rivalOutput < MOST && !Double.isNaN(margin);
        if (!isSure) {
            read(units.outputs(netInputs), right);
        }
    }

    /** The place of the largest of the others, if rounding cannot make another one as large; otherwise {@link #UNCLEAR}. */
    private static int clearRival(double[] values, int target) {
        int rival = target == 0 ? 1 : 0;
        double close = values[rival] - ROUNDING;
        boolean isClear = true;
        for (int k = rival + 1; k < values.length; k++) {
            // Few are close to the largest so far, or no number
            if (!(values[k] < close) && k != target) {
                isClear = values[k] - ROUNDING > close + ROUNDING;
                rival = values[k] > values[rival] ? k : rival;
                close = values[rival] - ROUNDING;
                if (Double.isNaN(values[k])) {
                    return UNCLEAR;
                }
            }
        }
        return isClear ? rival : UNCLEAR;
    }

    public Target target() {
        return target;
    }

    /** The loss of the step; NaN if only the outputs were read. */
    public double loss() {
        return loss;
    }

    /** The output of the target, of several legal ones the lowest, minus the best other output; NaN where it is no symbol. */
    public double margin() {
        return margin;
    }

    /** The largest outputs, as many as are legal; of equal ones the first. {@link Target#NONE} where no symbol is. */
    public Target prediction() {
        return prediction;
    }

    public boolean isRight() {
        return target.accepts(prediction);
    }

    /** Whether the net input of the target, or of one that is legal, is not above all others. */
    public boolean isWrong(double[] netInputs) {
        // Outputs that round to the same can come from net inputs that differ; of others nothing more need be known
        return Math.abs(margin) > ROUNDING ? margin < 0 : !(margin(netInputs, target) > 0);
    }

    /** The margin of outputs, or the same of what goes into them; as {@link Target#margin} says. */
    public static double margin(double[] outputs, Target target) {
        return isOneOfMore(target, outputs)
                ? outputs[target.index()] - outputs[rival(outputs, target.index())]
                : target.margin(outputs);
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
