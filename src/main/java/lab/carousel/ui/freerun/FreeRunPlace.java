package lab.carousel.ui.freerun;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import lab.carousel.text.Message;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.controls.IconButton;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.place.Asked;
import lab.carousel.ui.place.AskingPlace;
import lab.carousel.ui.place.ProbeColumn;
import lab.carousel.ui.state.TraceService;
import lab.carousel.ui.state.TracedSnapshot;
import org.kordamp.ikonli.feather.Feather;

/** The network runs on by itself from some symbols that are given, while it learns. */
public final class FreeRunPlace extends AskingPlace<FreeRunQuestion, FreeRunAnswer> {

    private final FreeRunFields fields = new FreeRunFields();
    private final TextField text = new TextField();
    private final Label course = new Label();
    private final Label caption = new Label();

    /** A place that lets the networks run on that are traced. */
    public FreeRunPlace(Background background, TraceService traces) {
        super(background, "freeRun", PlaceKind.OPERATE, traces, FreeRunAnswer::of);
        course.setId("freeRunCourse");
        course.setWrapText(true);
        course.getStyleClass().addAll("probe-answer", "probe-two-lines");
        caption.setId("freeRunCaption");
        caption.getStyleClass().add("muted");
        caption.setWrapText(true);
        caption.setMinHeight(Region.USE_PREF_SIZE);
        open(new ProbeColumn("freeRun", drawing(), fields, line(), course, caption), fields.values());
    }

    private HBox line() {
        text.setId("freeRunText");
        text.setEditable(false);
        Tip.put(text, Message.text("freeRun.text.tip"));
        text.setAccessibleText(Message.text("freeRun.text"));
        HBox.setHgrow(text, Priority.ALWAYS);
        Button copy = new IconButton("freeRunCopy", Feather.COPY, "freeRun.copy");
        copy.setOnAction(event -> copy());
        return ProbeColumn.row(Pos.CENTER_LEFT, text, copy);
    }

    private void copy() {
        ClipboardContent clipboard = new ClipboardContent();
        clipboard.putString(text.getText());
        Clipboard.getSystemClipboard().setContent(clipboard);
    }

    @Override
    protected Asked<FreeRunQuestion> question(TracedSnapshot traced) {
        fields.show(traced.snapshot().experiment());
        return fields.wish()
                .map(wish -> Asked.of(new FreeRunQuestion(traced.snapshot(), wish)))
                .orElseGet(Asked::asBefore);
    }

    @Override
    protected void show(FreeRunAnswer answer) {
        // The same text is left alone, so that what is selected in it stays so
        if (!text.getText().equals(answer.text())) {
            text.setText(answer.text());
        }
        course.setText(answer.course());
        caption.setText(Message.text(answer.drawn() ? "freeRun.caption.chances" : "freeRun.caption.outputs"));
    }
}
