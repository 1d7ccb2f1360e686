package lab.carousel.ui.twosequences;

import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import lab.carousel.drawing.mark.Hit;
import lab.carousel.file.session.ChosenSequences;
import lab.carousel.file.session.SequencePair;
import lab.carousel.lesson.PlaceName;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.trace.FedSteps;
import lab.carousel.picture.probe.ComparedStates;
import lab.carousel.picture.probe.ContrastDrawing;
import lab.carousel.picture.state.UnitName;
import lab.carousel.study.Contrast;
import lab.carousel.study.StateDifference;
import lab.carousel.task.Sequence;
import lab.carousel.task.Step;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.form.Form;
import lab.carousel.ui.operation.ChoiceButtons;
import lab.carousel.ui.operation.SequenceBox;
import lab.carousel.ui.place.Asked;
import lab.carousel.ui.place.Place;
import lab.carousel.ui.place.PlaceContext;
import lab.carousel.ui.place.Probe;
import lab.carousel.ui.place.Shown;
import lab.carousel.ui.selection.Selection;
import lab.carousel.ui.state.TracedSnapshot;
import lab.carousel.view.PlaceKind;
import lab.carousel.view.PlaceNeed;

/** Two sequences are chosen, and the difference of their states is shown step by step. */
public final class TwoSequencesPlace {

    private static final double SENTENCE = 56;
    /** Below this a difference is what rounding leaves. */
    private static final double NOTHING = 1e-9;

    private final Selection selection;
    private final ObjectProperty<ChosenSequences> chosen;
    private final SequenceBox first = new SequenceBox("twoSequencesFirst", Message.text("twoSequences.first"), 0);
    private final SequenceBox second = new SequenceBox("twoSequencesSecond", Message.text("twoSequences.second"), 1);
    private final ChoiceButtons<Quantity> quantity;
    private final Label sentence;
    private final Probe<Ask> probe;

    /**
     * What is to be compared.
     *
     * @param first    a sequence, counted from 0
     * @param second   another one
     * @param quantity h, c, or a gate of its cell
     * @param unit     the selected unit, -1 if none is
     * @param step     the number of the selected step, counted from 1; 0 if none of these sequences is
     */
    record Ask(Snapshot snapshot, int first, int second, Quantity quantity, int unit, int step) {}

    /** The place; what is compared is kept with what else is chosen to operate. */
    public static Place of(PlaceContext in, ObjectProperty<ChosenSequences> chosen) {
        return new Place(
                PlaceName.TWO_SEQUENCES,
                PlaceKind.OPERATE,
                () -> new TwoSequencesPlace(in, chosen).probe,
                PlaceNeed.HEIGHT);
    }

    private TwoSequencesPlace(PlaceContext in, ObjectProperty<ChosenSequences> chosen) {
        this.selection = in.selection();
        this.chosen = chosen;
        Form form = new Form(PlaceName.TWO_SEQUENCES);
        quantity = form.quantities(Quantity.CELL_STATE);
        form.asksAgain(chosen);
        form.asksAgain(selection.unitProperty());
        form.asksAgain(selection.stepProperty());
        sentence = form.sentence(SENTENCE);
        first.setOnChosen(this::keep);
        second.setOnChosen(this::keep);
        quantity.valueProperty().addListener((observable, before, now) -> keep());
        probe = new Probe<>(in, form, this::question, this::answer);
        probe.open(bench());
    }

    private Region bench() {
        return Form.bench(
                probe.drawing(),
                Form.tools(new Label("A"), Controls.grow(first), new Label("B"), Controls.grow(second)),
                Form.tools(Controls.label("twoSequences.difference"), quantity),
                sentence);
    }

    private void keep() {
        chosen.set(new ChosenSequences(new SequencePair(first.wanted(), second.wanted()), quantity.wanted()));
    }

    private Asked<Ask> question(TracedSnapshot traced) {
        Snapshot snapshot = traced.snapshot();
        List<Sequence> sequences = snapshot.experiment().task().sequences();
        first.want(chosen.get().sequences().a());
        second.want(chosen.get().sequences().b());
        quantity.choose(chosen.get().quantity());
        first.show(sequences);
        second.show(sequences);
        quantity.offer(snapshot.parameters().layout().cell().quantities());
        if (sequences.size() < 2) {
            return Asked.instead(Message.text("operation.noPair"));
        }
        if (first.chosen() == second.chosen()) {
            sentence.setText(Message.text("operation.samePair"));
            return Asked.nothing();
        }
        return Asked.of(new Ask(
                snapshot,
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

    private Shown answer(Ask ask) {
        Snapshot snapshot = ask.snapshot();
        Contrast compared = Contrast.ofSequences(
                FedSteps.of(snapshot.experiment(), snapshot.parameters()),
                ask.first(),
                ask.second(),
                ask.quantity(),
                ask.step() - 1);
        String words = sentence(ask, compared);
        String letter = ask.quantity().letter();
        String title = Message.text(
                "twoSequences.picture",
                letter,
                ask.first() + 1,
                ask.second() + 1,
                snapshot.position().epoch());
        return new Shown(drawing(ask, compared), title, words)
                .size(720, 640)
                .says("sentence", words)
                .picks(spot -> pick(ask, compared, spot));
    }

    private static ContrastDrawing drawing(Ask ask, Contrast compared) {
        String letter = ask.quantity().letter();
        return ContrastDrawing.ofStates(
                compared,
                ask.snapshot().experiment().task().alphabet(),
                new ComparedStates(
                        ask.quantity(),
                        true,
                        Message.text("twoSequences.total", letter),
                        Message.text("twoSequences.units", letter),
                        UnitName.all(ask.snapshot().parameters().layout()),
                        ask.unit()),
                ask.step() > 0 ? ask.step() - compared.steps().get(0).number() : -1);
    }

    /** Of the last stretch in which the inputs are the same; that is where an answer is asked that memory has to give. */
    static String sentence(Ask ask, Contrast compared) {
        List<Contrast.Stretch> stretches = compared.agreements();
        if (stretches.isEmpty()) {
            return Message.text("twoSequences.never");
        }
        Contrast.Stretch last = stretches.get(stretches.size() - 1);
        int from = compared.steps().get(last.from()).number();
        int to = compared.steps().get(last.to()).number();
        String where =
                from == to ? Message.text("twoSequences.step", from) : Message.text("twoSequences.steps", from, to);
        int lag = ask.snapshot().experiment().hyperparameters().get(Settings.LAG);
        if (from == lag && last.to() < compared.steps().size() - 1) {
            return Message.text("twoSequences.beginning", where);
        }
        StateDifference difference = compared.difference(last.to(), ask.quantity());
        String letter = ask.quantity().letter();
        if (difference.sum() < NOTHING) {
            return Message.text("twoSequences.nothing", where, letter);
        }
        double[] sizes = IntStream.range(0, difference.ofUnits().length)
                .mapToDouble(unit -> Math.abs(difference.ofUnits()[unit]))
                .toArray();
        int unit = IntStream.range(0, sizes.length)
                .reduce((best, each) -> sizes[each] > sizes[best] ? each : best)
                .orElseThrow();
        ParameterLayout layout = ask.snapshot().parameters().layout();
        return Message.text(
                "twoSequences.memory",
                where,
                letter,
                NumberText.inLine(difference.sum()),
                UnitName.of(layout, unit),
                NumberText.inLine(sizes[unit]));
    }

    private void pick(Ask ask, Contrast compared, Hit spot) {
        if (spot.column() >= 0) {
            int step = compared.steps().get(spot.column()).number();
            selection.lookAtUnit(spot);
            selection.stepProperty().set(ask.snapshot().experiment().task().step(ask.first(), step));
        }
    }
}
