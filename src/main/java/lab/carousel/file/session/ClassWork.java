package lab.carousel.file.session;

import java.util.List;
import java.util.Optional;
import lab.carousel.file.study.KeptStudies;
import lab.carousel.lesson.answers.AnswerSheet;

/**
 * Work of a class in a window besides the run; empty where the session has none. The last lesson's answers are last.
 */
public record ClassWork(
        Optional<OperatingChoices> operations, Optional<KeptStudies> studies, List<AnswerSheet> answers) {

    public static final ClassWork NONE = new ClassWork(Optional.empty(), Optional.empty(), List.of());

    public ClassWork {
        answers = List.copyOf(answers);
    }

    public boolean isAny() {
        return studies.isPresent()
                || !answers.isEmpty()
                || operations.filter(chosen -> !chosen.lesions().isEmpty()).isPresent();
    }
}
