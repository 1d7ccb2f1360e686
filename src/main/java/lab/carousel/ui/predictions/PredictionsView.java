package lab.carousel.ui.predictions;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lab.carousel.drawing.DrawnPicture;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.Picture;
import lab.carousel.model.trace.Traces;
import lab.carousel.picture.probe.AnswersDrawing;
import lab.carousel.picture.probe.AnswersDrawing.Block;
import lab.carousel.picture.probe.AnswersDrawing.Column;
import lab.carousel.task.Alphabet;
import lab.carousel.text.Message;
import lab.carousel.ui.place.Place;

/** For each step of each sequence: input, expected, predicted, and the outputs of all symbols as bars. */
public final class PredictionsView extends VBox implements Place {

    private static final int PICTURE_WIDTH = 720;
    private static final int PICTURE_HEIGHT = 400;

    private final ObservableList<PredictionRow> rows = FXCollections.observableArrayList();
    private final ListView<PredictionRow> list = new ListView<>(rows);
    private Palette palette = Palette.LIGHT;
    private Alphabet alphabet;
    private Traces shown;

    /** A view that shows nothing yet. */
    public PredictionsView() {
        setId("predictions");
        getStyleClass().add("place");
        list.setId("predictionList");
        list.getStyleClass().add("predictions");
        list.setCellFactory(view -> new PredictionCell(() -> palette, () -> alphabet));
        list.setPlaceholder(new Label(text("empty")));
        list.setAccessibleText(text("title"));
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(header(), list);
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
        label.setTooltip(new Tooltip(text(key + ".hint")));
        if (width > 0) {
            label.setMinWidth(width);
            label.setPrefWidth(width);
        }
        return label;
    }

    /** Shows what a network does on the steps that were traced. */
    public void show(Alphabet symbols, Traces traces) {
        alphabet = symbols;
        shown = traces;
        rows.setAll(PredictionRow.of(symbols, traces));
    }

    @Override
    public String key() {
        return "predictions";
    }

    @Override
    public Kind kind() {
        return Kind.SEE;
    }

    @Override
    public Region view() {
        return this;
    }

    @Override
    public void setPalette(Palette colours) {
        palette = colours;
        list.refresh();
    }

    /** As a table would be too long for a slide, all outputs as a heatmap. */
    @Override
    public Optional<Picture> picture() {
        return Optional.ofNullable(shown)
                .map(traces -> new DrawnPicture(
                        text("title"),
                        Message.text("predictions.picture", traces.right(), scored(traces)),
                        new AnswersDrawing(
                                Column.of(alphabet, traces),
                                alphabet.symbols().subList(0, traces.layout().outputs()),
                                List.of(Block.of(text("outputs"), traces)),
                                List.of(),
                                -1,
                                -1),
                        palette,
                        PICTURE_WIDTH,
                        PICTURE_HEIGHT));
    }

    private static long scored(Traces traces) {
        return IntStream.range(0, traces.columns()).filter(traces::isScored).count();
    }

    private static String text(String key) {
        return Message.text("predictions." + key);
    }
}
