package lab.carousel.file.session;

import java.util.List;
import java.util.Optional;
import lab.carousel.file.study.KeptStudies;
import lab.carousel.lesson.answers.AnswerSheet;

/**
 * What a class made in a window besides the run.
 *
 * @param operations lesions and what else was chosen to operate on the network; empty if the session does not tell
 * @param studies    the studies; empty if there are none, or the session does not tell
 * @param answers    what was answered in lessons, the last lesson last
 */
public record ClassWork(
        Optional<OperatingChoices> operations, Optional<KeptStudies> studies, List<AnswerSheet> answers) {

    /** Of a session that tells nothing of it. */
    public static final ClassWork NONE = new ClassWork(Optional.empty(), Optional.empty(), List.of());

    /** Copies the list. */
    public ClassWork {
        answers = List.copyOf(answers);
    }

    /** Whether there is anything in it that would be missed. */
    public boolean isAny() {
        return studies.isPresent()
                || !answers.isEmpty()
                || operations.filter(chosen -> !chosen.lesions().isEmpty()).isPresent();
    }
}
