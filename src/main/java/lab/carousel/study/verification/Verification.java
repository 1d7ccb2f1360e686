package lab.carousel.study.verification;

import java.util.List;
import java.util.Optional;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;

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

        public String words() {
            if (obstacle.isPresent()) {
                return Message.text("verification.outputs.not", obstacle.get());
            }
            String part = stepsCompared == steps ? "verification.outputs" : "verification.outputs.part";
            return Message.text(
                    isUnsteady ? "verification.outputs.unsteady" : part,
                    compared,
                    stepsCompared,
                    steps,
                    number(largestDifference));
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

        public String words() {
            return obstacle.isPresent()
                    ? Message.text("verification.replay.not", obstacle.get())
                    : Message.text(
                            isUnsteady ? "verification.replay.unsteady" : "verification.replay",
                            updates,
                            number(largestLossDifference),
                            number(largestWeightDifference));
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

    public String headline() {
        String compared = passes() ? "verified" : "differs";
        return Message.text("verification.headline." + (comparesAnything() ? compared : "kernelOnly"));
    }

    /** The largest difference in words, or why there is none. */
    public String largestWords() {
        return comparesAnything()
                ? Message.text("verification.largest", number(largest()))
                : Message.text("verification.nothing");
    }

    public List<String> lines() {
        return List.of(
                Message.text("verification.line", headline(), largestWords()),
                outputs.words(),
                replay.words(),
                Message.text("verification.tolerance", number(TOLERANCE)));
    }

    /** A difference with one digit, rounded up, so that it is never more than is said: {@code 3e-16}. */
    static String number(double difference) {
        if (difference == 0) {
            return "0";
        }
        return Double.isInfinite(difference) ? Message.text("verification.infinite") : NumberText.atMost(difference);
    }
}
