package lab.carousel.study.verification;

import java.util.Optional;
import lab.carousel.text.Message;

/** What came of comparing the kernel with Deeplearning4j. */
public record Verification(OutputCheck outputs, ReplayCheck replay) {

    /** Larger differences are no rounding errors. */
    public static final double TOLERANCE = 1e-9;

    /**
     * The outputs of the trained network, from its weights in the program's own forward pass and in Deeplearning4j's.
     *
     * @param compared          how many outputs
     * @param stepsCompared     of how many steps
     * @param isUnsteady        whether steps were left out at which the network has blown up rounding errors
     */
    public record OutputCheck(
            long compared,
            int stepsCompared,
            int steps,
            boolean isUnsteady,
            double largestDifference,
            Optional<Message> obstacle) {

        static OutputCheck none(int steps, Message obstacle) {
            return new OutputCheck(0, 0, steps, false, 0, Optional.of(obstacle));
        }
    }

    /**
     * The first updates of the run, made by the kernel and by Deeplearning4j's solver from the same initial weights.
     *
     * @param isUnsteady              whether the replay ended because from there on rounding errors grow without bound
     * @param largestWeightDifference the largest difference of a weight after them
     */
    public record ReplayCheck(
            int updates,
            boolean isUnsteady,
            double largestLossDifference,
            double largestWeightDifference,
            Optional<Message> obstacle) {

        static ReplayCheck none(Message obstacle) {
            return new ReplayCheck(0, false, 0, 0, Optional.of(obstacle));
        }
    }

    public double largest() {
        return Math.max(
                outputs.largestDifference(),
                Math.max(replay.largestLossDifference(), replay.largestWeightDifference()));
    }

    /** Whether what could be compared is the same but for rounding. */
    public boolean passes() {
        return largest() <= TOLERANCE;
    }

    public boolean comparesAnything() {
        return outputs.compared() > 0 || replay.updates() > 0;
    }
}
