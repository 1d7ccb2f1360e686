package lab.carousel.study.verification;

import java.util.List;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;

/**
 * A verification in words.
 *
 * @param largest  the largest difference, or why there is none
 * @param outputs  a sentence about the outputs
 * @param replay   a sentence about the updates
 */
public record VerificationWords(String headline, String largest, String outputs, String replay) {

    public static VerificationWords of(Verification verification) {
        return new VerificationWords(
                Message.text("verification.headline." + headline(verification)),
                verification.comparesAnything()
                        ? Message.text("verification.largest", number(verification.largest()))
                        : Message.text("verification.nothing"),
                outputs(verification.outputs()),
                replay(verification.replay()));
    }

    private static String headline(Verification verification) {
        if (!verification.comparesAnything()) {
            return "kernelOnly";
        }
        return verification.passes() ? "verified" : "differs";
    }

    private static String outputs(Verification.OutputCheck outputs) {
        if (outputs.obstacle().isPresent()) {
            return Message.text("verification.outputs.not", outputs.obstacle().get());
        }
        return Message.text(
                outputs.isUnsteady()
                        ? "verification.outputs.unsteady"
                        : outputs.stepsCompared() == outputs.steps()
                                ? "verification.outputs"
                                : "verification.outputs.part",
                outputs.compared(),
                outputs.stepsCompared(),
                outputs.steps(),
                number(outputs.largestDifference()));
    }

    private static String replay(Verification.ReplayCheck replay) {
        if (replay.obstacle().isPresent()) {
            return Message.text("verification.replay.not", replay.obstacle().get());
        }
        return Message.text(
                replay.isUnsteady() ? "verification.replay.unsteady" : "verification.replay",
                replay.updates(),
                number(replay.largestLossDifference()),
                number(replay.largestWeightDifference()));
    }

    public List<String> lines() {
        return List.of(
                Message.text("verification.line", headline, largest),
                outputs,
                replay,
                Message.text("verification.tolerance", number(Verification.TOLERANCE)));
    }

    /** A difference with one digit, rounded up, so that it is never more than is said: {@code 3e-16}. */
    static String number(double difference) {
        if (difference == 0) {
            return "0";
        }
        if (Double.isInfinite(difference)) {
            return Message.text("verification.infinite");
        }
        return NumberText.atMost(difference);
    }
}
