package lab.carousel.ui.predictions;

import java.util.List;
import java.util.stream.IntStream;
import lab.carousel.model.trace.Traces;
import lab.carousel.picture.probe.AnswersDrawing;
import lab.carousel.task.Alphabet;
import lab.carousel.text.Message;
import lab.carousel.ui.place.PlaceAnswer;
import lab.carousel.ui.state.TracedSnapshot;

/**
 * What a network predicts.
 *
 * @param alphabet of its task
 * @param traces   what it does
 * @param rows     the table
 * @param drawing  all outputs as a heatmap, as a table would be too long for a slide
 */
record PredictionsAnswer(Alphabet alphabet, Traces traces, List<PredictionRow> rows, AnswersDrawing drawing)
        implements PlaceAnswer {

    static PredictionsAnswer of(TracedSnapshot traced) {
        Alphabet alphabet = traced.snapshot().experiment().task().alphabet();
        Traces traces = traced.traces();
        return new PredictionsAnswer(alphabet, traces, PredictionRow.of(alphabet, traces), outputs(alphabet, traces));
    }

    private static AnswersDrawing outputs(Alphabet alphabet, Traces traces) {
        return new AnswersDrawing(
                AnswersDrawing.StepColumn.of(alphabet, traces),
                alphabet.symbols().subList(0, traces.layout().outputs()),
                List.of(AnswersDrawing.Block.of(Message.text("predictions.outputs"), traces)),
                List.of(),
                -1,
                -1);
    }

    @Override
    public String title() {
        return Message.text("predictions.title");
    }

    @Override
    public String subtitle() {
        return Message.text("predictions.picture", traces.right(), scored());
    }

    private long scored() {
        return IntStream.range(0, traces.columns()).filter(traces::isScored).count();
    }

    @Override
    public int height() {
        return 400;
    }
}
