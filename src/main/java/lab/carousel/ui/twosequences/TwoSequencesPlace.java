package lab.carousel.ui.twosequences;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import lab.carousel.drawing.Drawing;
import lab.carousel.file.session.OperatingChoices;
import lab.carousel.model.layout.Quantity;
import lab.carousel.task.Sequence;
import lab.carousel.task.Step;
import lab.carousel.text.Message;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.operation.ChoiceButtons;
import lab.carousel.ui.operation.OperationControls;
import lab.carousel.ui.operation.SequenceBox;
import lab.carousel.ui.place.Asked;
import lab.carousel.ui.place.AskingPlace;
import lab.carousel.ui.place.Workbench;
import lab.carousel.ui.selection.Selection;
import lab.carousel.ui.state.TraceService;
import lab.carousel.ui.state.TracedSnapshot;

/** Two sequences are chosen, and the difference of their states is shown step by step. */
public final class TwoSequencesPlace extends AskingPlace<TwoSequencesQuestion, TwoSequencesAnswer> {

    private static final double SENTENCE = 56;

    private final Selection selection;
    private final SequenceBox first = new SequenceBox("twoSequencesFirst", Message.text("twoSequences.first"), 0);
    private final SequenceBox second = new SequenceBox("twoSequencesSecond", Message.text("twoSequences.second"), 1);
    private final ChoiceButtons<Quantity> quantity = OperationControls.quantities("twoSequences", Quantity.CELL_STATE);
    private final Label sentence = OperationControls.sentence("twoSequences", SENTENCE);

    /** A place that looks at what is traced. */
    public TwoSequencesPlace(Background background, TraceService traces, Selection selection) {
        super(background, "twoSequences", traces, TwoSequencesAnswer::of);
        this.selection = selection;
        first.setOnChosen(this::update);
        second.setOnChosen(this::update);
        open(
                new Workbench(controls(), drawing()),
                quantity.valueProperty(),
                selection.unitProperty(),
                selection.stepProperty());
    }

    private Region controls() {
        HBox.setHgrow(first, Priority.ALWAYS);
        HBox.setHgrow(second, Priority.ALWAYS);
        return OperationControls.column(
                OperationControls.row(new Label("A"), first, new Label("B"), second),
                OperationControls.row(OperationControls.name("twoSequences.difference"), quantity),
                sentence);
    }

    /** What is compared. */
    public OperatingChoices.ChosenSequences choices() {
        return new OperatingChoices.ChosenSequences(
                new OperatingChoices.Pair(first.wanted(), second.wanted()), quantity.wanted());
    }

    /** Compares something else. */
    public void show(OperatingChoices.ChosenSequences choices) {
        first.want(choices.sequences().a());
        second.want(choices.sequences().b());
        quantity.choose(choices.quantity());
        update();
    }

    @Override
    protected Asked<TwoSequencesQuestion> question(TracedSnapshot traced) {
        List<Sequence> sequences = traced.snapshot().experiment().task().sequences();
        first.show(sequences);
        second.show(sequences);
        quantity.offer(traced.snapshot().parameters().layout().cell().quantities());
        if (sequences.size() < 2) {
            return Asked.instead(Message.text("operation.noPair"));
        }
        if (first.chosen() == second.chosen()) {
            sentence.setText(Message.text("operation.samePair"));
            return Asked.nothing();
        }
        return Asked.of(new TwoSequencesQuestion(
                traced.snapshot(),
                first.chosen(),
                second.chosen(),
                quantity.value(),
                selection.unitProperty().get(),
                selectedStep()));
    }

    private int selectedStep() {
        Step step = selection.stepProperty().get();
        boolean here = step != null && (step.sequence() == first.chosen() || step.sequence() == second.chosen());
        return here ? step.number() : 0;
    }

    @Override
    protected void show(TwoSequencesAnswer answer) {
        sentence.setText(answer.subtitle());
    }

    @Override
    protected void pick(TwoSequencesAnswer answer, Drawing.Spot spot) {
        if (spot.column() < 0) {
            return;
        }
        TwoSequencesQuestion question = answer.question();
        int step = answer.drawing().steps().get(spot.column()).number();
        selection.lookAtUnit(spot);
        selection.stepProperty().set(question.snapshot().experiment().task().step(question.first(), step));
    }
}
