package lab.carousel.ui.saliency;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import lab.carousel.drawing.Drawing;
import lab.carousel.model.Experiment;
import lab.carousel.task.Task;
import lab.carousel.text.Message;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.controls.DropDown;
import lab.carousel.ui.controls.StateChoice;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.place.Asked;
import lab.carousel.ui.place.AskingPlace;
import lab.carousel.ui.place.ProbeColumn;
import lab.carousel.ui.selection.Selection;
import lab.carousel.ui.state.TraceService;
import lab.carousel.ui.state.TracedSnapshot;

/** Which of the symbols fed so far, and which states on the way, an output hangs on, while the network learns. */
public final class SaliencyPlace extends AskingPlace<SaliencyQuestion, SaliencyAnswer> {

    private final Selection selection;
    private final DropDown<String> output = new DropDown<>();
    /** The symbol whose output is asked about; empty for the expected one. */
    private final ObjectProperty<Optional<String>> chosen = new SimpleObjectProperty<>(Optional.empty());

    private final StateChoice state = new StateChoice("saliency", "saliency.state");
    private final Label question = new Label();
    private final Label strongest = new Label();
    private final Label decides = new Label();
    private List<String> offered = List.of();
    private boolean offering;

    /** A place that asks about the networks that are traced, at the step that is selected. */
    public SaliencyPlace(Background background, TraceService traces, Selection selection) {
        super(background, "saliency", PlaceKind.SEE, traces, new SaliencyProbe()::answer);
        this.selection = selection;
        question.setId("saliencyQuestion");
        Tip.put(question, Message.text("saliency.question.tip"));
        strongest.setId("saliencyStrongest");
        strongest.getStyleClass().add("probe-answer");
        decides.setId("saliencyDecides");
        open(
                new ProbeColumn("saliency", drawing(), controls(), ProbeColumn.words(question, strongest, decides)),
                selection.stepProperty(),
                selection.unitProperty(),
                chosen,
                state.ofCellProperty());
    }

    private HBox controls() {
        Label outputs = new Label(Message.text("saliency.output"));
        outputs.setLabelFor(output);
        output.setId("saliencyOutput");
        Tip.put(output, Message.text("saliency.output.tip"));
        output.setAccessibleText(Message.text("saliency.output"));
        output.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(output, Priority.ALWAYS);
        output.setMinWidth(80);
        output.getSelectionModel()
                .selectedIndexProperty()
                .addListener((observable, before, now) -> choose(now.intValue()));
        offer(List.of());
        Label states = new Label(Message.text("saliency.state"));
        states.setMinWidth(Region.USE_PREF_SIZE);
        outputs.setMinWidth(Region.USE_PREF_SIZE);
        return ProbeColumn.row(Pos.CENTER_LEFT, outputs, output, states, state);
    }

    /** Offers the outputs of a network; the one chosen stays chosen as long as there is one for that symbol. */
    private void offer(List<String> symbols) {
        if (symbols.equals(offered) && !output.getItems().isEmpty()) {
            return;
        }
        offered = symbols;
        offering = true;
        List<String> items = new ArrayList<>(symbols);
        items.add(0, Message.text("saliency.output.expected"));
        output.getItems().setAll(items);
        // Otherwise it would take the same index for the same choice, and show nothing
        output.getSelectionModel().clearSelection();
        int index = chosen.get().map(symbols::indexOf).orElse(-1) + 1;
        output.getSelectionModel().select(index);
        offering = false;
        choose(index);
    }

    private void choose(int index) {
        if (!offering) {
            chosen.set(index > 0 ? Optional.of(output.getItems().get(index)) : Optional.empty());
        }
    }

    @Override
    protected Asked<SaliencyQuestion> question(TracedSnapshot traced) {
        return Asked.of(new SaliencyQuestion(
                traced,
                Optional.ofNullable(selection.stepProperty().get()),
                chosen.get(),
                state.ofCellProperty().get(),
                selection.unitProperty().get()));
    }

    @Override
    protected void show(SaliencyAnswer answer) {
        Experiment experiment = answer.experiment();
        Task task = experiment.task();
        offer(task.alphabet().symbols().subList(0, task.outputs()));
        state.offer(experiment.hyperparameters().cell());
        question.setText(answer.asked());
        strongest.setText(answer.words().strongest());
        decides.setText(answer.words().decides());
    }

    /** A bar chooses the step, a cell of the heatmap the unit. */
    @Override
    protected void pick(SaliencyAnswer answer, Drawing.Spot spot) {
        if (!selection.lookAtUnit(spot)) {
            selection.stepProperty().set(answer.steps().get(spot.column()));
        }
    }
}
