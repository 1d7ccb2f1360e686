package lab.carousel.ui.freerun;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import lab.carousel.drawing.DrawnPicture;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.Picture;
import lab.carousel.text.Message;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.background.Latest;
import lab.carousel.ui.drawing.DrawingView;
import lab.carousel.ui.place.Place;
import lab.carousel.ui.place.WhileShown;
import lab.carousel.ui.state.TraceService;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The network runs on by itself from some symbols that are given, while it learns. */
public final class FreeRunView extends StackPane implements Place {

    private static final int PICTURE_WIDTH = 720;
    private static final int PICTURE_HEIGHT = 400;

    private final TraceService traces;
    private final FreeRunFields fields = new FreeRunFields();
    private final TextField text = new TextField();
    private final Label course = new Label();
    private final Label caption = new Label();
    private final DrawingView drawing;
    private final Label empty = new Label(Message.text("freeRun.empty"));
    private final VBox content;
    private final Latest<FreeRunProbe.Question, FreeRunProbe.Answer> latest;

    private Palette palette = Palette.LIGHT;
    private FreeRunProbe.Answer shown;

    /** A view of the networks that are traced. */
    public FreeRunView(Background background, TraceService traces) {
        this.drawing = new DrawingView(background, "freeRunDrawing");
        this.latest = new Latest<>(background, "free-run", FreeRunProbe::answer, this::show);
        this.traces = traces;
        setId("freeRun");
        getStyleClass().add("place");
        getStylesheets()
                .add(FreeRunView.class.getResource("/lab/carousel/ui/probe.css").toExternalForm());
        empty.getStyleClass().add("empty");
        empty.setWrapText(true);
        content = content();
        content.setVisible(false);
        empty.visibleProperty().bind(content.visibleProperty().not());
        getChildren().addAll(empty, content);
        ObservableValue<?>[] sources = Stream.concat(Stream.of(traces.tracedProperty()), Arrays.stream(fields.values()))
                .toArray(ObservableValue<?>[]::new);
        WhileShown.update(this, this::ask, sources);
    }

    private VBox content() {
        Label title = new Label(Message.text("freeRun.title"));
        title.getStyleClass().add("place-title");
        text.setId("freeRunText");
        text.setEditable(false);
        text.setTooltip(new Tooltip(Message.text("freeRun.text.tip")));
        text.setAccessibleText(Message.text("freeRun.text"));
        HBox.setHgrow(text, Priority.ALWAYS);
        Button copy = new Button(null, new FontIcon(Feather.COPY));
        copy.setId("freeRunCopy");
        copy.setTooltip(new Tooltip(Message.text("freeRun.copy")));
        copy.setAccessibleText(Message.text("freeRun.copy"));
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setOnAction(event -> copy());
        HBox line = new HBox(text, copy);
        line.getStyleClass().add("probe-row");
        line.setAlignment(Pos.CENTER_LEFT);
        course.setId("freeRunCourse");
        course.setWrapText(true);
        course.getStyleClass().addAll("probe-answer", "probe-two-lines");
        caption.setId("freeRunCaption");
        caption.getStyleClass().add("muted");
        VBox.setVgrow(drawing, Priority.ALWAYS);
        VBox all = new VBox(title, fields, line, course, caption, drawing);
        all.getStyleClass().add("probe");
        return all;
    }

    private void copy() {
        ClipboardContent clipboard = new ClipboardContent();
        clipboard.putString(text.getText());
        Clipboard.getSystemClipboard().setContent(clipboard);
    }

    private void ask() {
        if (traces.getTraced() == null) {
            latest.forget();
            content.setVisible(false);
            shown = null;
            return;
        }
        content.setVisible(true);
        fields.show(traces.getTraced().snapshot().experiment());
        fields.wish()
                .ifPresent(wish ->
                        latest.ask(new FreeRunProbe.Question(traces.getTraced().snapshot(), wish)));
    }

    private void show(FreeRunProbe.Answer answer) {
        shown = answer;
        // The same text is left alone, so that what is selected in it stays so
        if (!text.getText().equals(answer.text())) {
            text.setText(answer.text());
        }
        course.setText(answer.course());
        caption.setText(Message.text(answer.drawn() ? "freeRun.caption.chances" : "freeRun.caption.outputs"));
        drawing.show(answer.drawing());
        drawing.setAccessibleText(answer.text() + ". " + answer.course());
    }

    @Override
    public String key() {
        return "freeRun";
    }

    @Override
    public Kind kind() {
        return Kind.OPERATE;
    }

    @Override
    public Region view() {
        return this;
    }

    @Override
    public void setPalette(Palette colours) {
        palette = colours;
        drawing.setPalette(colours);
    }

    @Override
    public Optional<Picture> picture() {
        return Optional.ofNullable(shown)
                .map(answer -> new DrawnPicture(
                        Message.text("freeRun.picture.title", answer.epoch()),
                        answer.course(),
                        answer.drawing(),
                        palette,
                        PICTURE_WIDTH,
                        PICTURE_HEIGHT));
    }

    @Override
    public void close() {
        latest.close();
    }
}
