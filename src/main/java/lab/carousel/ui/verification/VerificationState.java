package lab.carousel.ui.verification;

import java.util.Optional;
import lab.carousel.file.disk.LogFile;
import lab.carousel.study.verification.Verification;
import lab.carousel.study.verification.VerificationWords;
import lab.carousel.text.Message;

/**
 * How far the verification of a run is, in words.
 *
 * @param kind     decides icon and colour
 * @param headline a few words
 * @param detail   a few more; empty if there are none
 * @param hint     everything, shown on hover
 */
public record VerificationState(VerificationKind kind, String headline, String detail, String hint) {

    /** What came of it. */
    public enum VerificationKind {
        /** There is no run to verify. */
        NONE,
        /** Under way. */
        CHECKING,
        /** The same but for rounding. */
        VERIFIED,
        /** Not the same. */
        DIFFERS,
        /** Nothing could be compared. */
        KERNEL_ONLY,
        /** Deeplearning4j could not be asked. */
        FAILED
    }

    /** Nothing is shown. */
    static final VerificationState NONE = new VerificationState(VerificationKind.NONE, "", "", "");

    static VerificationState checking() {
        return new VerificationState(
                VerificationKind.CHECKING,
                Message.text("verification.headline.verified"),
                Message.text("verification.checking"),
                Message.text("verification.checking.hint"));
    }

    static VerificationState of(Verification verification) {
        VerificationWords words = VerificationWords.of(verification);
        VerificationKind kind = verification.comparesAnything()
                ? verification.passes() ? VerificationKind.VERIFIED : VerificationKind.DIFFERS
                : VerificationKind.KERNEL_ONLY;
        return new VerificationState(kind, words.headline(), words.largest(), String.join("\n", words.lines()));
    }

    static VerificationState failed(Throwable failure) {
        String what = Optional.ofNullable(failure.getMessage())
                .orElse(failure.getClass().getSimpleName());
        return new VerificationState(
                VerificationKind.FAILED,
                Message.text("verification.failed"),
                "",
                Message.text("verification.failed.hint", what, LogFile.path()));
    }
}
