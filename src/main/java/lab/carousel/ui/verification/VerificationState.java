package lab.carousel.ui.verification;

import java.util.Optional;
import lab.carousel.file.disk.LogFile;
import lab.carousel.study.verification.Verification;
import lab.carousel.text.Message;

/**
 * How far the verification of a run is. Its words are made when they are asked for, in the language that is spoken then: a
 * state outlives the window of one language.
 *
 * @param verification what was compared; empty until then, and if Deeplearning4j could not be asked
 * @param failure      why Deeplearning4j could not be asked; empty otherwise
 */
public record VerificationState(VerificationKind kind, Optional<Verification> verification, String failure) {

    public enum VerificationKind {
        /** There is no run to verify. */
        NONE,
        CHECKING,
        /** The same but for rounding. */
        VERIFIED,
        DIFFERS,
        /** Nothing could be compared. */
        KERNEL_ONLY,
        /** Deeplearning4j could not be asked. */
        FAILED
    }

    static final VerificationState NONE = new VerificationState(VerificationKind.NONE, Optional.empty(), "");

    static VerificationState checking() {
        return new VerificationState(VerificationKind.CHECKING, Optional.empty(), "");
    }

    static VerificationState of(Verification verification) {
        VerificationKind kind = verification.comparesAnything()
                ? verification.passes() ? VerificationKind.VERIFIED : VerificationKind.DIFFERS
                : VerificationKind.KERNEL_ONLY;
        return new VerificationState(kind, Optional.of(verification), "");
    }

    static VerificationState failed(Throwable failure) {
        String what = Optional.ofNullable(failure.getMessage())
                .orElse(failure.getClass().getSimpleName());
        return new VerificationState(VerificationKind.FAILED, Optional.empty(), what);
    }

    public String headline() {
        String without = kind == VerificationKind.FAILED ? "verification.failed" : "verification.headline.checking";
        return verification
                .map(Verification::headline)
                .orElse(kind == VerificationKind.NONE ? "" : Message.text(without));
    }

    /** A few more; empty if there are none. */
    public String detail() {
        return verification
                .map(Verification::largestWords)
                .orElse(kind == VerificationKind.CHECKING ? Message.text("verification.checking") : "");
    }

    /** Everything, shown on hover. */
    public String hint() {
        return verification.map(known -> String.join("\n", known.lines())).orElseGet(() -> switch (kind) {
            case CHECKING -> Message.text("verification.checking.hint");
            case FAILED -> Message.text("verification.failed.hint", failure, LogFile.path());
            default -> "";
        });
    }
}
