package lab.carousel.ui.predictions;

import java.util.List;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.model.Experiment;
import lab.carousel.model.trace.Traces;
import lab.carousel.picture.probe.ContrastDrawing;
import lab.carousel.study.Contrast;
import lab.carousel.task.Alphabet;
import lab.carousel.task.Step;
import lab.carousel.text.Message;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.controls.Hearing;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.place.Asked;
import lab.carousel.ui.place.AskingPlace;
import lab.carousel.ui.place.PlaceAnswer;
import lab.carousel.ui.selection.Selection;
import lab.carousel.ui.state.TraceService;
import lab.carousel.ui.state.TracedSnapshot;

/** For each step of each sequence: input, expected, predicted, and the outputs of all symbols as bars. */
public final class PredictionsPlace extends AskingPlace<TracedSnapshot, PredictionsPlace.PredictionsAnswer> {

    private final ObservableList<PredictionRow> rows = FXCollections.observableArrayList();
    private final ListView<PredictionRow> list = new ListView<>(rows);

    /** A place that shows what the networks predict that are traced; what is selected stands out. */
    public PredictionsPlace(Background background, TraceService traces, Selection selection) {
        super(background, "predictions", traces, PredictionsAnswer::of);
        list.setId("predictionList");
        list.getStyleClass().add("predictions");
        list.setCellFactory(view -> new PredictionCell(
                this::palette, () -> shown().orElseThrow().alphabet(), step -> isLookedAt(step, selection)));
        Hearing.of(list, selection.stepProperty(), (observable, before, now) -> list.refresh());
        Hearing.of(list, selection.forkProperty(), (observable, before, now) -> list.refresh());
        list.setAccessibleText(text("title"));
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox content = new VBox(header(), list);
        content.getStyleClass().add("place");
        open(content);
    }

    private static boolean isLookedAt(Step step, Selection selection) {
        return step.equals(selection.stepProperty().get())
                || selection.forkProperty().get().contains(step);
    }

    private static HBox header() {
        HBox header = new HBox(
                8,
                column("step", 32),
                column("input", 52),
                column("expected", 56),
                column("predicted", 76),
                column("outputs", -1));
        header.getStyleClass().add("predictions-header");
        header.setAlignment(Pos.CENTER_LEFT);
        return header;
    }

    private static Label column(String key, double width) {
        Label label = new Label(text(key));
        label.getStyleClass().add("muted");
        Tip.put(label, text(key + ".hint"));
        if (width > 0) {
            label.setMinWidth(width);
            label.setPrefWidth(width);
        }
        return label;
    }

    @Override
    protected Asked<TracedSnapshot> question(TracedSnapshot traced) {
        return Asked.of(traced);
    }

    @Override
    protected void show(PredictionsAnswer answer) {
        rows.setAll(answer.rows());
    }

    @Override
    public void setPalette(Palette palette) {
        super.setPalette(palette);
        list.refresh();
    }

    private static String text(String key) {
        return Message.text("predictions." + key);
    }

    /**
     * What a network predicts.
     *
     * @param alphabet of its task
     * @param traces   what it does
     * @param rows     the table
     * @param drawing  all outputs as a heatmap, as a table would be too long for a slide
     */
    record PredictionsAnswer(Alphabet alphabet, Traces traces, List<PredictionRow> rows, ContrastDrawing drawing)
            implements PlaceAnswer {

        static PredictionsAnswer of(TracedSnapshot traced) {
            Alphabet alphabet = traced.snapshot().experiment().task().alphabet();
            Traces traces = traced.traces();
            return new PredictionsAnswer(
                    alphabet,
                    traces,
                    PredictionRow.of(alphabet, traces),
                    outputs(traced.snapshot().experiment(), traces));
        }

        private static ContrastDrawing outputs(Experiment experiment, Traces traces) {
            String title = Message.text("predictions.outputs");
            Contrast same = Contrast.of(experiment, title, traces, title, traces);
            return ContrastDrawing.ofOne(same, experiment.task().alphabet());
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
}
