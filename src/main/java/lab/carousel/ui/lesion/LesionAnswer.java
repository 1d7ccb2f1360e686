package lab.carousel.ui.lesion;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.carousel.model.Experiment;
import lab.carousel.model.Operation;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.trace.Tracer;
import lab.carousel.model.trace.Traces;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.Evaluator;
import lab.carousel.model.verdict.VerdictWords;
import lab.carousel.picture.probe.AnswersDrawing;
import lab.carousel.picture.probe.AnswersDrawing.Block;
import lab.carousel.picture.probe.AnswersDrawing.StepColumn;
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
record LesionAnswer(LesionQuestion question, AnswersDrawing drawing, Evaluation intact, Evaluation lesioned)
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
                drawing(experiment.task().alphabet(), intact, lesioned, question.column()),
                evaluator.evaluate(parameters),
                evaluator.evaluate(parameters, operation));
    }

    private static AnswersDrawing drawing(Alphabet alphabet, Traces intact, Traces lesioned, int selected) {
        return new AnswersDrawing(
                StepColumn.of(alphabet, intact),
                alphabet.symbols().subList(0, intact.layout().outputs()),
                List.of(
                        Block.of(Message.text("lesion.intact"), intact),
                        Block.of(Message.text("lesion.lesioned"), lesioned)),
                List.of(),
                -1,
                selected);
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
        List<Integer> changed = IntStream.range(0, drawing.columns().size())
                .filter(column -> drawing.isChanged(1, column))
                .boxed()
                .toList();
        if (changed.isEmpty()) {
            return Message.text("lesion.unchanged");
        }
        String named = changed.stream().limit(MOST_NAMED).map(this::place).collect(Collectors.joining("; "));
        return Message.text(changed.size() > MOST_NAMED ? "lesion.changed.more" : "lesion.changed", named);
    }

    private String place(int index) {
        StepColumn column = drawing.columns().get(index);
        return Message.text(
                "lesion.place",
                column.sequence() + 1,
                column.number(),
                drawing.symbols().get(drawing.blocks().get(0).predicted(index)),
                drawing.symbols().get(drawing.blocks().get(1).predicted(index)));
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
