package lab.carousel.ui.export;

import static lab.carousel.ui.controls.Controls.acting;
import static lab.carousel.ui.controls.Controls.grow;
import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.stretch;
import static lab.carousel.ui.controls.Controls.styled;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lab.carousel.drawing.colour.Colours;
import lab.carousel.file.animation.Animation;
import lab.carousel.file.animation.AnimationPlan;
import lab.carousel.task.series.Series;
import lab.carousel.text.Message;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.DropDown;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.controls.WindowListeners;
import lab.carousel.ui.file.FileAccess;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Asks how large, fast and long an animation is to be, and shows how far its writing is. It lies over the window and
 * leaves everything else in use; without being asked for it takes no room.
 */
public final class AnimationPanel extends VBox {

    private final AnimationWriter writer;
    private final FileAccess fileAccess;
    private final Supplier<Optional<Snapshot>> snapshot;
    private final Supplier<Colours> colours;
    private final DropDown<Integer> width =
            choice("animationWidth", List.of(640, 960, 1_280, 1_920), AnimationPlan.USUAL.width());
    private final DropDown<Integer> speed =
            choice("animationSpeed", List.of(5, 10, 20), AnimationPlan.USUAL.framesPerSecond());
    private final DropDown<Integer> length =
            choice("animationLength", List.of(5, 10, 20, 30, 60), AnimationPlan.USUAL.seconds());
    private final ProgressBar progress = grow(stretch(named(new ProgressBar(0), "animationProgress")));
    private final Button write = named(new Button(Message.text("animation.write")), "animationWrite", "accent");
    private final Button cancel = named(new Button(Message.text("animation.cancel")), "animationCancel");

    /**
     * @param snapshot gives what the animation is to end with
     * @param colours  gives the colours of what will be written
     */
    public AnimationPanel(
            AnimationWriter writer,
            FileAccess fileAccess,
            Supplier<Optional<Snapshot>> snapshot,
            Supplier<Colours> colours) {
        this.writer = writer;
        this.fileAccess = fileAccess;
        this.snapshot = snapshot;
        this.colours = colours;
        setId("animationPanel");
        getStyleClass().add("animation-panel");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        write.setOnAction(event -> start());
        cancel.setOnAction(event -> writer.cancel());
        progress.setAccessibleText(Message.text("animation.progress"));
        WindowListeners.of(
                this, writer.progressProperty(), (observable, before, now) -> progress.setProgress(now.doubleValue()));
        WindowListeners.of(this, writer.writingProperty(), (observable, before, now) -> showWriting(now));
        WindowListeners.of(this, writer.outcomeProperty(), (observable, before, now) -> now.ifPresent(this::finished));
        WindowListeners.of(this, writer.openProperty(), (observable, before, now) -> show(now));
        progress.setProgress(writer.progressProperty().get());
        showWriting(writer.writingProperty().get());
        show(writer.openProperty().get());
    }

    /** Not before it is opened: what has no place in the window is given no style and no layout. */
    private void fill() {
        HBox buttons = new HBox(8, progress, cancel, write);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(title(), choices(), buttons);
    }

    private HBox title() {
        Label words = grow(stretch(styled(new Label(Message.text("animation.title")), "animation-title")));
        Button close = acting(
                named(new Button(null, new FontIcon(Feather.X)), "animationClose", "flat", "small"),
                () -> setOpen(false));
        close.setAccessibleText(Message.text("animation.close"));
        Tip.put(close, Message.text("animation.close"));
        return Controls.row(8, words, close);
    }

    private GridPane choices() {
        GridPane grid = new GridPane();
        grid.setHgap(16);
        grid.setVgap(8);
        width.says(pixels -> Message.text("animation.width.words", String.valueOf(pixels)));
        speed.says(frames -> Message.text("animation.speed.words", frames));
        length.says(seconds -> Message.text("animation.length.words", seconds));
        List<DropDown<?>> boxes = List.of(width, speed, length);
        List<String> labels = List.of("width", "speed", "length");
        for (int row = 0; row < boxes.size(); row++) {
            Label label = new Label(Message.text("animation.label." + labels.get(row)));
            label.setLabelFor(boxes.get(row));
            boxes.get(row).setAccessibleText(label.getText());
            grid.addRow(row, label, boxes.get(row));
            GridPane.setHgrow(boxes.get(row), Priority.ALWAYS);
        }
        return grid;
    }

    private static DropDown<Integer> choice(String id, List<Integer> values, int usual) {
        DropDown<Integer> box = stretch(named(new DropDown<>(), id));
        box.getItems().setAll(values);
        box.setValue(usual);
        return box;
    }

    /** Shows the panel, or hides it; an animation that is being written is written on. */
    public void setOpen(boolean open) {
        writer.openProperty().set(open);
    }

    private void show(boolean open) {
        setVisible(open);
        setManaged(open);
        if (open) {
            if (getChildren().isEmpty()) {
                fill();
            }
            width.requestFocus();
        }
    }

    public AnimationPlan plan() {
        return new AnimationPlan(width.getValue(), speed.getValue(), length.getValue());
    }

    /** The animation ends with what is shown when the button is pressed, not when the dialog is answered. */
    private void start() {
        Optional<Snapshot> end = snapshot.get();
        if (end.isEmpty() || end.get().recorded().size() < 2) {
            fileAccess.notices().problem(Message.text("ui.export.nothing"));
            return;
        }
        AnimationPlan plan = plan();
        fileAccess
                .dialogs()
                .chooseTarget(
                        Series.fileName(end.get().experiment().task(), Message.text("animation.name")) + Animation.GIF,
                        Animation.GIF,
                        Message.text("animation.kind"))
                .ifPresent(path -> writer.write(end.get(), plan, colours.get(), path));
    }

    private void finished(AnimationWriter.Outcome outcome) {
        if (outcome.problem().isPresent()) {
            fileAccess.notices().problem(outcome.problem().get());
        } else if (outcome.wasCancelled()) {
            fileAccess.notices().done(Message.text("animation.cancelled"));
        } else {
            fileAccess.notices().done(Message.text("ui.saved", outcome.file().getFileName()));
            setOpen(false);
        }
    }

    private void showWriting(boolean writing) {
        progress.setVisible(writing);
        cancel.setVisible(writing);
        write.setDisable(writing);
        for (DropDown<?> box : List.of(width, speed, length)) {
            box.setDisable(writing);
        }
    }
}
