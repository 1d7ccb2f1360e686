package lab.carousel.ui.compare;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lab.carousel.drawing.chart.LineStyle;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.drawing.LineSample;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A pinned run in the list: the look of its line, its name, how well it did, and what can be done with it. */
final class RunRow extends HBox {

    private final Button open = button("open", Feather.EXTERNAL_LINK);
    private final Button remove = button("remove", Feather.X);

    RunRow(PinnedRun run, Palette palette) {
        setId("pinned" + run.number());
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("compare-run");
        Label name = new Label(run.name());
        name.getStyleClass().add("compare-name");
        Label summary = new Label(run.summary());
        summary.setId("pinnedSummary" + run.number());
        summary.getStyleClass().add("muted");
        summary.setWrapText(true);
        VBox words = new VBox(name, summary);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        open.setId("openPinned" + run.number());
        remove.setId("removePinned" + run.number());
        getChildren().setAll(new LineSample(LineStyle.series(run.style(), palette)), words, open, remove);
    }

    private static Button button(String key, Feather icon) {
        Button button = new Button(null, new FontIcon(icon));
        button.getStyleClass().addAll("flat", "button-icon");
        Tip.put(button, Message.text("compare." + key + ".tip"));
        button.setAccessibleText(Message.text("compare." + key));
        return button;
    }

    void onOpen(Runnable action) {
        open.setOnAction(event -> action.run());
    }

    void onRemove(Runnable action) {
        remove.setOnAction(event -> action.run());
    }
}
