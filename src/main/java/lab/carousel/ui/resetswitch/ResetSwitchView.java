package lab.carousel.ui.resetswitch;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import lab.carousel.drawing.DrawnPicture;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.Picture;
import lab.carousel.model.Experiment;
import lab.carousel.study.SequenceOrder;
import lab.carousel.task.Task;
import lab.carousel.text.Message;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.background.Latest;
import lab.carousel.ui.controls.StateChoice;
import lab.carousel.ui.controls.TypedField;
import lab.carousel.ui.drawing.DrawingView;
import lab.carousel.ui.place.Place;
import lab.carousel.ui.place.WhileShown;
import lab.carousel.ui.selection.Selection;
import lab.carousel.ui.state.TraceService;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Sequences one after the other, with and without the reset of the state between them, while the network learns. */
public final class ResetSwitchView extends StackPane implements Place {

    private static final int PICTURE_WIDTH = 720;
    private static final int PICTURE_HEIGHT = 560;

    private final TraceService traces;
    private final Selection selection;
    private final StateChoice state = new StateChoice("resetSwitch", "resetSwitch.state");
    private final Label recall = new Label();
    private final Label leak = new Label();
    private final Label states = new Label();
    private final DrawingView drawing;
    private final Label empty = new Label(Message.text("resetSwitch.empty"));
    private final VBox content;
    private final Latest<ResetProbe.Question, ResetProbe.Answer> latest;

    private Task task = Experiment.reference().task();
    private final TypedField<List<Integer>> order = new TypedField<>(
            "resetSwitchOrder",
            "resetSwitch.order",
            SequenceOrder.text(SequenceOrder.first(task)),
            text -> SequenceOrder.of(text, task));
    private boolean typed;
    private boolean showing;

    private Palette palette = Palette.LIGHT;
    private ResetProbe.Answer shown;

    /** A view of the networks that are traced. */
    public ResetSwitchView(Background background, TraceService traces, Selection selection) {
        this.drawing = new DrawingView(background, "resetSwitchDrawing");
        this.traces = traces;
        this.selection = selection;
        ResetProbe probe = new ResetProbe();
        latest = new Latest<>(background, "reset-switch", probe::answer, this::show);
        setId("resetSwitch");
        getStyleClass().add("place");
        getStylesheets()
                .add(ResetSwitchView.class
                        .getResource("/lab/carousel/ui/probe.css")
                        .toExternalForm());
        empty.getStyleClass().add("empty");
        empty.setWrapText(true);
        content = content();
        content.setVisible(false);
        empty.visibleProperty().bind(content.visibleProperty().not());
        getChildren().addAll(empty, content);
        order.valueProperty().addListener((observable, before, now) -> typed |= !showing);
        drawing.setOnPicked(spot -> {
            if (spot.row() >= 0) {
                selection.unitProperty().set(spot.row());
            }
        });
        WhileShown.update(
                this,
                this::ask,
                traces.tracedProperty(),
                selection.unitProperty(),
                order.valueProperty(),
                state.ofCellProperty());
    }

    private VBox content() {
        Label title = new Label(Message.text("resetSwitch.title"));
        title.getStyleClass().add("place-title");
        recall.setId("resetSwitchRecall");
        recall.getStyleClass().add("probe-answer");
        leak.setId("resetSwitchLeak");
        states.setId("resetSwitchStates");
        VBox words = new VBox(recall, leak, states);
        words.getChildren().forEach(label -> ((Label) label).setWrapText(true));
        words.getStyleClass().addAll("probe-words", "reset-words");
        VBox.setVgrow(drawing, Priority.ALWAYS);
        VBox all = new VBox(title, new VBox(controls(), order.problem()), words, drawing);
        all.getStyleClass().add("probe");
        return all;
    }

    private HBox controls() {
        Button reverse = new Button(null, new FontIcon(Feather.REPEAT));
        reverse.setId("resetSwitchReverse");
        reverse.setTooltip(new Tooltip(Message.text("resetSwitch.order.reverse")));
        reverse.setAccessibleText(Message.text("resetSwitch.order.reverse"));
        reverse.setMinWidth(Region.USE_PREF_SIZE);
        reverse.setOnAction(event ->
                order.getValue().ifPresent(now -> order.setText(SequenceOrder.text(SequenceOrder.reversed(now)))));
        HBox.setHgrow(order, Priority.ALWAYS);
        HBox row = new HBox(order, reverse, state);
        row.getStyleClass().add("probe-row");
        row.setAlignment(Pos.BOTTOM_LEFT);
        return row;
    }

    private void ask() {
        if (traces.getTraced() == null) {
            latest.forget();
            content.setVisible(false);
            shown = null;
            return;
        }
        content.setVisible(true);
        takeTask(traces.getTraced().snapshot().experiment().task());
        order.getValue()
                .ifPresent(now -> latest.ask(new ResetProbe.Question(
                        traces.getTraced(),
                        now,
                        state.ofCellProperty().get(),
                        selection.unitProperty().get())));
    }

    /** What was typed stays if the task has such sequences; otherwise its first ones take its place. */
    private void takeTask(Task other) {
        if (task == other) {
            return;
        }
        boolean same = task.equals(other);
        task = other;
        if (!same) {
            showing = true;
            order.read();
            if (!typed || order.getValue().isEmpty()) {
                order.setText(SequenceOrder.text(SequenceOrder.first(task)));
                typed = false;
            }
            showing = false;
        }
    }

    private void show(ResetProbe.Answer answer) {
        shown = answer;
        state.offer(answer.experiment().hyperparameters().cell());
        recall.setText(answer.words().recall());
        leak.setText(answer.words().leak());
        states.setText(answer.words().state());
        drawing.show(answer.drawing());
        drawing.setAccessibleText(String.join(
                " ",
                answer.words().recall(),
                answer.words().leak(),
                answer.words().state()));
    }

    @Override
    public String key() {
        return "resetSwitch";
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
                        Message.text("resetSwitch.picture.title", answer.epoch()),
                        answer.words().recall() + " " + answer.words().leak(),
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
