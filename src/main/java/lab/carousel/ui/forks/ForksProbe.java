package lab.carousel.ui.forks;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import lab.carousel.model.Experiment;
import lab.carousel.model.verdict.Evaluator;
import lab.carousel.model.verdict.VerdictWords;
import lab.carousel.picture.probe.ForksDrawing;
import lab.carousel.study.ForkAnswers;
import lab.carousel.study.ForkList;
import lab.carousel.study.SymbolWitness;
import lab.carousel.task.memory.UnknowableStep.Reason;
import org.jspecify.annotations.Nullable;

/** Works out what the place shows. Belongs to one background thread: it keeps what the task asks, which it found last. */
final class ForksProbe {

    /** So many symbols fed at most for the second witnesses while the network is being trained: some milliseconds. */
    private static final long MOST_FED = 20_000;

    private @Nullable Evaluator evaluator;

    /** Answers a question. */
    ForksAnswer answer(ForksQuestion question) {
        Experiment experiment = question.snapshot().experiment();
        Evaluator known = evaluator;
        if (known == null || known.experiment() != experiment) {
            known = new Evaluator(experiment);
            evaluator = known;
        }
        long fed = (long) Math.min(ForkList.SHOWN, known.memory().forks())
                * SymbolWitness.MOST
                * experiment.task().longestSteps();
        int witnessed = question.isStill() || fed <= MOST_FED ? ForkList.SHOWN : 0;
        ForkList forks = ForkList.of(experiment, known, question.snapshot().parameters(), ForkList.SHOWN, witnessed);
        List<ForkAnswers> answers =
                ForkAnswers.of(experiment, question.snapshot().parameters(), known.memory(), forks.rows());
        Set<Reason> reasons = EnumSet.noneOf(Reason.class);
        forks.unknowable().forEach(step -> reasons.add(step.reason()));
        return new ForksAnswer(
                question.trained(),
                question.snapshot().position().epoch(),
                VerdictWords.of(question.snapshot().evaluation()),
                reasons,
                new ForksDrawing(forks, answers, experiment.task().alphabet(), selected(question, forks, answers)));
    }

    /** The number of the fork whose steps are selected. */
    private static int selected(ForksQuestion question, ForkList forks, List<ForkAnswers> answers) {
        for (int row = 0; row < answers.size() && !question.selected().isEmpty(); row++) {
            if (answers.get(row).steps().equals(question.selected())) {
                return forks.rows().get(row).number();
            }
        }
        return -1;
    }
}
