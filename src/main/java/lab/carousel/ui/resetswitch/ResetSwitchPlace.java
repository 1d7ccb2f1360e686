package lab.carousel.ui.resetswitch;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lab.carousel.drawing.Drawing;
import lab.carousel.model.Experiment;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.Quantity;
import lab.carousel.picture.probe.ContrastDrawing;
import lab.carousel.picture.probe.ResetWords;
import lab.carousel.picture.state.UnitName;
import lab.carousel.study.Contrast;
import lab.carousel.study.SequenceOrder;
import lab.carousel.task.Task;
import lab.carousel.text.Message;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.controls.IconButton;
import lab.carousel.ui.controls.StateChoice;
import lab.carousel.ui.controls.TypedField;
import lab.carousel.ui.place.Asked;
import lab.carousel.ui.place.AskingPlace;
import lab.carousel.ui.place.PlaceAnswer;
import lab.carousel.ui.place.ProbeColumn;
import lab.carousel.ui.selection.Selection;
import lab.carousel.ui.state.TraceService;
import lab.carousel.ui.state.TracedSnapshot;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Sequences one after the other, with and without the reset of the state between them, while the network learns. */
public final class ResetSwitchPlace
        extends AskingPlace<ResetSwitchPlace.ResetSwitchQuestion, ResetSwitchPlace.ResetSwitchAnswer> {

    private final Selection selection;
    private final StateChoice state = new StateChoice("resetSwitch", "resetSwitch.state");
    private final Label recall = new Label();
    private final Label leak = new Label();
    private final Label states = new Label();

    private Task task = Experiment.reference().task();
    private final TypedField<List<Integer>> order = new TypedField<>(
            "resetSwitchOrder",
            "resetSwitch.order",
            SequenceOrder.text(SequenceOrder.first(task)),
            text -> SequenceOrder.of(text, task));
    private boolean typed;
    private boolean showing;

    /** A place that asks about the networks that are traced. */
    public ResetSwitchPlace(Background background, TraceService traces, Selection selection) {
        super(background, "resetSwitch", traces, new ResetSwitchProbe()::answer);
        this.selection = selection;
        order.valueProperty().addListener((observable, before, now) -> typed |= !showing);
        recall.setId("resetSwitchRecall");
        recall.getStyleClass().add("probe-answer");
        leak.setId("resetSwitchLeak");
        states.setId("resetSwitchStates");
        VBox words = ProbeColumn.words(recall, leak, states);
        words.getStyleClass().add("reset-words");
        open(
                new ProbeColumn("resetSwitch", drawing(), new VBox(controls(), order.problem()), words),
                selection.unitProperty(),
                order.valueProperty(),
                state.ofCellProperty());
    }

    private HBox controls() {
        Button reverse = new IconButton("resetSwitchReverse", Feather.REPEAT, "resetSwitch.order.reverse");
        reverse.setOnAction(event ->
                order.getValue().ifPresent(now -> order.setText(SequenceOrder.text(SequenceOrder.reversed(now)))));
        HBox.setHgrow(order, Priority.ALWAYS);
        return ProbeColumn.row(Pos.BOTTOM_LEFT, order, reverse, state);
    }

    @Override
    protected Asked<ResetSwitchQuestion> question(TracedSnapshot traced) {
        takeTask(traced.snapshot().experiment().task());
        return order.getValue()
                .map(now -> Asked.of(new ResetSwitchQuestion(
                        traced,
                        now,
                        state.ofCellProperty().get(),
                        selection.unitProperty().get())))
                .orElseGet(Asked::asBefore);
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

    @Override
    protected void show(ResetSwitchAnswer answer) {
        state.offer(answer.experiment().hyperparameters().cell());
        recall.setText(answer.words().recall());
        leak.setText(answer.words().leak());
        states.setText(answer.words().state());
    }

    @Override
    protected void pick(ResetSwitchAnswer answer, Drawing.Spot spot) {
        selection.lookAtUnit(spot);
    }

    /** Works out what the view shows. Belongs to one background thread: it keeps the task that it encoded last. */
    static final class ResetSwitchProbe {

        private @Nullable Experiment encodedOf;
        private int[][] encoded = {};

        /** Answers a question. */
        ResetSwitchAnswer answer(ResetSwitchQuestion question) {
            Experiment experiment = question.traced().snapshot().experiment();
            if (encodedOf != experiment) {
                encoded = experiment.task().encoded();
                encodedOf = experiment;
            }
            Parameters parameters = question.traced().snapshot().parameters();
            Contrast both = Contrast.ofReset(experiment, parameters, encoded, question.order());
            boolean hasCell = parameters.layout().cell().quantities().contains(Quantity.CELL_STATE);
            Quantity quantity = question.ofCell() && hasCell ? Quantity.CELL_STATE : Quantity.HIDDEN_STATE;
            ContrastDrawing.Compared compared = new ContrastDrawing.Compared(
                    quantity,
                    false,
                    Message.text("resetSwitch.caption.distance", quantity.letter()),
                    Message.text("resetSwitch.caption.units", quantity.letter()),
                    UnitName.all(parameters.layout()),
                    question.unit());
            return new ResetSwitchAnswer(
                    experiment,
                    question.traced().snapshot().position().epoch(),
                    ResetWords.of(experiment, both),
                    ContrastDrawing.ofStates(both, experiment.task().alphabet(), compared, -1));
        }
    }

    /**
     * What is asked.
     *
     * @param traced the network
     * @param order  the sequences in a row, counted from 0
     * @param ofCell whether c is asked for rather than h
     * @param unit   the unit that is looked at; -1 for none
     */
    record ResetSwitchQuestion(TracedSnapshot traced, List<Integer> order, boolean ofCell, int unit) {}

    /**
     * What is shown.
     *
     * @param experiment of the network
     * @param epoch      of the network
     * @param words      what leaked
     * @param drawing    the same in numbers
     */
    record ResetSwitchAnswer(Experiment experiment, int epoch, ResetWords words, ContrastDrawing drawing)
            implements PlaceAnswer {

        @Override
        public String spoken() {
            return subtitle() + " " + words.state();
        }

        @Override
        public String title() {
            return Message.text("resetSwitch.picture.title", epoch);
        }

        @Override
        public String subtitle() {
            return words.recall() + " " + words.leak();
        }
    }
}
