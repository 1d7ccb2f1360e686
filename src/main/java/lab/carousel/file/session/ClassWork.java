package lab.carousel.file.session;

import java.util.Optional;
import lab.carousel.file.study.KeptStudies;

/**
 * What a class made in a window besides the run.
 *
 * @param operations lesions and what else was chosen to operate on the network; empty if the session does not tell
 * @param notes      what was written; at most {@link Notes#MOST} characters
 * @param studies    the studies; empty if there are none, or the session does not tell
 */
public record ClassWork(Optional<OperatingChoices> operations, String notes, Optional<KeptStudies> studies) {

    /** Of a session that tells nothing of it. */
    public static final ClassWork NONE = new ClassWork(Optional.empty(), "", Optional.empty());

    /** Whether there is anything in it that would be missed. */
    public boolean isAny() {
        return studies.isPresent()
                || !notes.isBlank()
                || operations.filter(chosen -> !chosen.lesions().isEmpty()).isPresent();
    }
}
