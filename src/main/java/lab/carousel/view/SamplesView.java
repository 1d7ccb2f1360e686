package lab.carousel.view;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lab.carousel.drawing.mark.Hit;
import lab.carousel.lesson.PlaceName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.CellLibrary;
import lab.carousel.picture.forecast.SamplesDrawing;
import lab.carousel.study.forecast.SampleArrays;
import lab.carousel.study.forecast.SamplePlace;
import lab.carousel.task.series.Series;
import lab.carousel.text.Message;

/** Samples, time steps and features: what the arrays of Keras and PyTorch are for a series. */
public final class SamplesView implements View {

    @Override
    public PlaceName name() {
        return PlaceName.SAMPLES;
    }

    @Override
    public Set<PlaceNeed> needs() {
        return Set.of(PlaceNeed.HEIGHT);
    }

    @Override
    public Optional<String> obstacle(Experiment experiment) {
        return Series.of(experiment.task()).isPresent()
                ? Optional.empty()
                : Optional.of(Message.text("samples.noSeries"));
    }

    @Override
    public List<String> sentences() {
        return List.of("parts", "axes", "keras", "pytorch");
    }

    @Override
    public Answer answer(Look look, Chosen chosen) {
        Experiment experiment = look.experiment();
        Series series = Series.of(experiment.task()).orElseThrow();
        SampleArrays arrays = SampleArrays.of(experiment, series);
        SamplesDrawing drawing = SamplesDrawing.of(arrays);
        int last = arrays.pieces(drawing.learned()) - 1;
        String first = shape(arrays.shape(drawing.learned(), 0));
        String end = shape(arrays.shape(drawing.learned(), last));
        Cell cell = experiment.hyperparameters().get(Settings.CELL);
        String kind = arrays.isWindow() ? "window" : "piece";
        String state = arrays.isStateful() ? ".stateful" : ".stateless";
        return new Answer(drawing, Message.text("samples.title", series.title()))
                .size(760, 720)
                .says("parts", parts(arrays, drawing, first, last == 0 || first.equals(end) ? "" : end))
                .says("axes", Message.text("samples.axes." + kind, arrays.lag(), arrays.features()))
                .says(
                        "keras",
                        Message.text(
                                "samples.keras." + kind + state,
                                arrays.batch(),
                                arrays.isWindow() ? String.valueOf(arrays.lag()) : "None",
                                arrays.features()))
                .says(
                        "pytorch",
                        Message.text(
                                "samples.pytorch" + (cell.isRecurrent() ? state : ".none"),
                                cell.name(CellLibrary.PYTORCH).orElse(""),
                                arrays.features(),
                                experiment.hyperparameters().get(Settings.HIDDEN_UNITS)))
                .selects(spot -> selected(experiment, spot));
    }

    /** What the training part gives, and what the test part. */
    private static String parts(SampleArrays arrays, SamplesDrawing drawing, String first, String end) {
        List<SamplePlace> learned = drawing.learned();
        int judged = drawing.judged().size();
        if (arrays.isWindow()) {
            int[] test = {judged, arrays.lag(), arrays.features()};
            return Message.text("samples.parts.window", first, shape(learned.size(), 1), shape(test), shape(judged, 1));
        }
        String each = Message.text(
                end.isEmpty() ? "samples.parts.piece" : "samples.parts.pieces", arrays.pieces(learned), first, end);
        String test = arrays.isStateful() ? "samples.parts.stateful" : "samples.parts.stateless";
        return Message.text(test, each, learned.size(), judged, arrays.lag());
    }

    private static String shape(int... sizes) {
        return Arrays.stream(sizes).mapToObj(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
    }

    private static Optional<Selected> selected(Experiment experiment, Hit spot) {
        return Selected.step(experiment.task().step(0, spot.column() + 1));
    }
}
