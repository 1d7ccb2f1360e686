package lab.carousel.ui.lesion;

import java.util.List;
import java.util.stream.Collectors;
import lab.carousel.model.Experiment;
import lab.carousel.model.Operation;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.trace.Tracer;
import lab.carousel.model.trace.Traces;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.Evaluator;
import lab.carousel.model.verdict.VerdictWords;
import lab.carousel.picture.probe.ContrastDrawing;
import lab.carousel.study.Contrast;
import lab.carousel.study.Lesion;
import lab.carousel.task.Alphabet;
import lab.carousel.task.Task;
import lab.carousel.text.Message;
import lab.carousel.ui.place.PlaceAnswer;

/**
 * How well a network does with lesions, beside itself without them.
 *
 * @param question what was asked
 * @param drawing  the answers of both, step by step
 * @param intact   how well it does without lesions, on the same sequences
 * @param lesioned how well with them
 */
record LesionAnswer(LesionQuestion question, ContrastDrawing drawing, Evaluation intact, Evaluation lesioned)
        implements PlaceAnswer {

    private static final int MOST_NAMED = 6;

    static LesionAnswer of(LesionQuestion question) {
        Experiment experiment = question.snapshot().experiment();
        Parameters parameters = question.snapshot().parameters();
        Operation operation = Lesion.operation(question.lesions(), parameters.layout());
        Evaluator evaluator = new Evaluator(experiment);
        Tracer tracer = new Tracer(experiment);
        Traces intact = tracer.trace(parameters, question.window());
        Traces lesioned = tracer.trace(parameters, question.window(), operation);
        return new LesionAnswer(
                question,
                ContrastDrawing.ofAnswers(
                        Contrast.of(
                                experiment,
                                Message.text("lesion.intact"),
                                intact,
                                Message.text("lesion.lesioned"),
                                lesioned),
                        experiment.task().alphabet(),
                        List.of(),
                        -1,
                        question.column()),
                evaluator.evaluate(parameters),
                evaluator.evaluate(parameters, operation));
    }

    /** Recall, margin and verdict of the network without lesions. */
    String intactWords() {
        return words(intact);
    }

    /** Recall, margin and verdict of the network with lesions. */
    String lesionedWords() {
        return words(lesioned);
    }

    /** On what both were counted, where that needs to be said; otherwise empty. */
    private String counted() {
        Task task = question.snapshot().experiment().task();
        return task.isDrawn()
                ? " " + Message.text("lesion.drawn", task.sequences().size())
                : "";
    }

    private String words(Evaluation evaluation) {
        String verdict = VerdictWords.of(evaluation).headline();
        return evaluation.decidingSteps() == 0
                ? Message.text("lesion.recall", evaluation.right(), evaluation.steps(), verdict)
                : Message.text(
                        "lesion.recallAndMargin", evaluation.right(), evaluation.steps(), evaluation.margin(), verdict);
    }

    /** What has changed, in a sentence. */
    String sentence() {
        return changes() + counted();
    }

    private String changes() {
        if (question.lesions().isEmpty()) {
            return Message.text("lesion.none");
        }
        List<Contrast.Step> changed =
                drawing.steps().stream().filter(Contrast.Step::isChanged).toList();
        if (changed.isEmpty()) {
            return Message.text("lesion.unchanged");
        }
        String named = changed.stream().limit(MOST_NAMED).map(this::place).collect(Collectors.joining("; "));
        return Message.text(changed.size() > MOST_NAMED ? "lesion.changed.more" : "lesion.changed", named);
    }

    private String place(Contrast.Step step) {
        Alphabet alphabet = question.snapshot().experiment().task().alphabet();
        return Message.text(
                "lesion.place",
                step.sequence() + 1,
                step.number(),
                alphabet.symbol(step.a().predicted()),
                alphabet.symbol(step.b().predicted()));
    }

    @Override
    public String title() {
        return Message.text("lesion.picture", question.snapshot().position().epoch());
    }

    @Override
    public String subtitle() {
        return Message.text("lesion.picture.recall", intactWords(), lesionedWords(), sentence());
    }
}
