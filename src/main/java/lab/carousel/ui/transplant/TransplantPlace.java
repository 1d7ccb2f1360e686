package lab.carousel.ui.transplant;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import lab.carousel.file.session.ChosenTransplant;
import lab.carousel.file.session.SequencePair;
import lab.carousel.lesson.PlaceName;
import lab.carousel.model.Experiment;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.trace.FedSteps;
import lab.carousel.model.trace.Trace;
import lab.carousel.picture.probe.ContrastDrawing;
import lab.carousel.picture.probe.SymbolRow;
import lab.carousel.study.Contrast;
import lab.carousel.study.Transplant;
import lab.carousel.study.TransplantFinding;
import lab.carousel.study.UnitChoice;
import lab.carousel.task.Alphabet;
import lab.carousel.task.Sequence;
import lab.carousel.task.Task;
import lab.carousel.text.Message;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.form.Form;
import lab.carousel.ui.operation.ChoiceButtons;
import lab.carousel.ui.operation.SequenceBox;
import lab.carousel.ui.operation.UnitChooser;
import lab.carousel.ui.place.Asked;
import lab.carousel.ui.place.Place;
import lab.carousel.ui.place.PlaceContext;
import lab.carousel.ui.place.Probe;
import lab.carousel.ui.place.Shown;
import lab.carousel.ui.state.TracedSnapshot;
import lab.carousel.view.PlaceKind;
import lab.carousel.view.PlaceNeed;
import org.jspecify.annotations.Nullable;

/** The transplant: what sequence A has in mind before a step is put into sequence B, and B goes on with it. */
public final class TransplantPlace {

    private static final double SENTENCE = 100;
    /** Before the first step there is no state yet. */
    private static final int FIRST_STEP = 2;

    private final SequenceBox donor = new SequenceBox("transplantDonor", Message.text("transplant.from"), 0);
    private final SequenceBox recipient = new SequenceBox("transplantRecipient", Message.text("transplant.to"), 1);
    private final IntegerSpinnerValueFactory steps = new IntegerSpinnerValueFactory(FIRST_STEP, FIRST_STEP, FIRST_STEP);
    private final Spinner<Integer> step = new Spinner<>(steps);
    private final ChoiceButtons<MovedStates> states =
            new ChoiceButtons<>("transplantStates", MovedStates.BOTH, MovedStates::words, MovedStates::explanation);
    private final UnitChooser units;
    private final Label sentence;
    private final ObjectProperty<ChosenTransplant> chosen;
    private final Probe<Ask> probe;
    /** The step that was chosen by hand; one that the sequences do not have waits until they do. */
    private int wantedStep = FIRST_STEP;

    private boolean showing;

    /**
     * A transplant to be made.
     *
     * @param donor     the sequence A that the state is taken from, counted from 0
     * @param recipient the sequence B that it is put into
     * @param step      before which step, counted from 1; both have it
     * @param states    what is moved
     * @param units     of which units, numbered over all layers from 0
     */
    record Ask(Snapshot snapshot, int donor, int recipient, int step, MovedStates states, Set<Integer> units) {

        private Experiment experiment() {
            return snapshot.experiment();
        }

        private int steps(int sequence) {
            return experiment().task().sequences().get(sequence).steps();
        }
    }

    /** The place; what is moved is kept with what else is chosen to operate. */
    public static Place of(PlaceContext in, ObjectProperty<ChosenTransplant> chosen) {
        return new Place(
                PlaceName.TRANSPLANT, PlaceKind.OPERATE, () -> new TransplantPlace(in, chosen).probe, PlaceNeed.HEIGHT);
    }

    private TransplantPlace(PlaceContext in, ObjectProperty<ChosenTransplant> chosen) {
        this.chosen = chosen;
        Form form = new Form(PlaceName.TRANSPLANT);
        units = new UnitChooser("transplantUnits", UnitChoice.ALL, in.selection());
        form.asksAgain(chosen);
        sentence = form.sentence(SENTENCE);
        donor.setOnChosen(this::keep);
        recipient.setOnChosen(this::keep);
        states.valueProperty().addListener((observable, before, now) -> keep());
        units.choiceProperty().addListener((observable, before, now) -> keep());
        step.valueProperty().addListener((observable, before, now) -> {
            if (!showing && now != null) {
                wantedStep = within(now);
                keep();
            }
        });
        probe = new Probe<>(in, form, this::question, this::answer);
        probe.colours(units::setPalette).open(bench());
    }

    private Region bench() {
        step.setId("transplantStep");
        step.setEditable(true);
        step.setPrefWidth(64);
        step.setMinWidth(64);
        step.setAccessibleText(Message.text("transplant.step"));
        steps.setConverter(new StepText(steps::getValue));
        step.getEditor().setTextFormatter(new TextFormatter<>(StepText::keepDigits));
        return Form.bench(
                probe.drawing(),
                Form.tools(
                        Controls.label("transplant.a"),
                        Controls.grow(donor),
                        Controls.label("transplant.b"),
                        Controls.grow(recipient)),
                Form.tools(Controls.label("transplant.move"), states, Controls.label("transplant.step"), step),
                units,
                sentence);
    }

    private void keep() {
        if (!showing) {
            chosen.set(new ChosenTransplant(
                    new SequencePair(donor.wanted(), recipient.wanted()),
                    states.wanted().quantities(),
                    wantedStep,
                    units.choiceProperty().get()));
        }
    }

    private void take(ChosenTransplant kept) {
        showing = true;
        donor.want(kept.sequences().a());
        recipient.want(kept.sequences().b());
        states.choose(MovedStates.of(kept.states()));
        units.choiceProperty().set(kept.units());
        wantedStep = kept.step();
        showing = false;
    }

    private Asked<Ask> question(TracedSnapshot traced) {
        Snapshot snapshot = traced.snapshot();
        take(chosen.get());
        String obstacle = obstacle(snapshot);
        if (!obstacle.isEmpty()) {
            return Asked.instead(Message.text(obstacle));
        }
        List<Sequence> sequences = snapshot.experiment().task().sequences();
        donor.show(sequences);
        recipient.show(sequences);
        states.offer(MovedStates.of(snapshot.parameters().layout().cell()));
        units.show(snapshot.parameters().layout());
        if (donor.chosen() == recipient.chosen()) {
            sentence.setText(Message.text("operation.samePair"));
            return Asked.nothing();
        }
        int most = Math.min(
                sequences.get(donor.chosen()).steps(),
                sequences.get(recipient.chosen()).steps());
        showSteps(snapshot.experiment().hyperparameters().get(Settings.LAG), most);
        return Asked.of(new Ask(
                snapshot,
                donor.chosen(),
                recipient.chosen(),
                // What is typed is brought into the bounds only after it was told
                within(step.getValue()),
                states.value(),
                units.choiceProperty().get().in(snapshot.parameters().layout())));
    }

    /** The step that the sequences have, nearest to a number. */
    private int within(int number) {
        return Math.max(steps.getMin(), Math.min(steps.getMax(), number));
    }

    /** Why nothing can be moved; empty if something can. */
    private static String obstacle(Snapshot snapshot) {
        if (snapshot.experiment().task().sequences().size() < 2) {
            return "operation.noPair";
        }
        if (Transplant.carriedBy(snapshot.parameters().layout().cell()).isEmpty()) {
            return "transplant.nothingCarried";
        }
        return snapshot.experiment().hyperparameters().get(Settings.RESET_POLICY) == ResetPolicy.EVERY_STEP
                ? "transplant.resetEveryStep"
                : "";
    }

    private void showSteps(int lag, int most) {
        int least = Math.min(most, Math.max(FIRST_STEP, lag + 1));
        showing = true;
        steps.setMax(most);
        steps.setMin(least);
        steps.setValue(within(wantedStep));
        showing = false;
    }

    private Shown answer(Ask ask) {
        Transplant transplant = Transplant.of(
                FedSteps.of(ask.experiment(), ask.snapshot().parameters()),
                ask.donor(),
                ask.recipient(),
                ask.step() - 1,
                ask.states().quantities(),
                ask.units());
        String title = Message.text(
                "transplant.picture",
                ask.states().words(),
                ask.donor() + 1,
                ask.recipient() + 1,
                ask.step(),
                ask.snapshot().position().epoch());
        String words = sentence(ask, transplant);
        ContrastDrawing drawing = drawing(ask, transplant);
        // A click on a step puts the transplant there
        return new Shown(drawing, title, words).says("sentence", words).picks(spot -> {
            if (spot.column() >= 0) {
                steps.setValue(within(drawing.steps().get(spot.column()).number()));
            }
        });
    }

    private static ContrastDrawing drawing(Ask ask, Transplant transplant) {
        Alphabet alphabet = ask.experiment().task().alphabet();
        Trace before = transplant.before();
        Trace donated = transplant.donated();
        List<String> donors = IntStream.range(0, before.steps())
                .map(index -> before.firstStep() + index - donated.firstStep())
                .mapToObj(there -> there < donated.steps() ? alphabet.symbol(donated.predicted(there)) : "")
                .toList();
        Contrast contrast = Contrast.of(
                ask.experiment(),
                ask.recipient(),
                Message.text("transplant.before"),
                before,
                Message.text("transplant.after", ask.states().words(), ask.step()),
                transplant.after());
        List<SymbolRow> others = List.of(new SymbolRow(Message.text("transplant.donor"), donors));
        return ContrastDrawing.ofAnswers(contrast, alphabet, others, ask.step() - 1 - before.firstStep(), -1);
    }

    static String sentence(Ask ask, Transplant transplant) {
        Task task = ask.experiment().task();
        Alphabet alphabet = task.alphabet();
        int steps = ask.steps(ask.recipient());
        TransplantFinding finding =
                TransplantFinding.of(transplant, ask.experiment().scoredSteps(), steps);
        String key = "transplant.";
        // Sequences drawn at random share no stretch on which they could be compared, but each has its answer at the
        // end
        if (finding.step() < 0 && task.isDrawn()) {
            finding = TransplantFinding.ofEnds(transplant, steps, ask.steps(ask.donor()));
            key = "transplant.ends.";
        }
        List<String> sentences = new ArrayList<>();
        if (finding.step() >= 0 && task.isOfNumbers()) {
            String shared = key.equals("transplant.") ? "transplant.numbers" : "transplant.numbers.ends";
            sentences.add(Message.text(
                    shared,
                    finding.step() + 1,
                    alphabet.symbol(finding.own()),
                    alphabet.symbol(finding.others()),
                    alphabet.symbol(finding.now())));
        } else if (finding.step() < 0) {
            sentences.add(Message.text(key + finding.outcome().name(), ask.step()));
        } else {
            sentences.add(Message.text(
                    key + finding.outcome().name(),
                    finding.step() + 1,
                    alphabet.symbol(finding.own()),
                    alphabet.symbol(finding.others()),
                    alphabet.symbol(finding.now()),
                    moved(ask)));
        }
        if (finding.step() >= 0 && finding.own().size() > 0) {
            sentences.add(Message.text(
                    "transplant.outputs",
                    alphabet.symbol(finding.others()),
                    finding.others().lowest(finding.before()),
                    finding.others().lowest(finding.after()),
                    alphabet.symbol(finding.own()),
                    finding.own().lowest(finding.before()),
                    finding.own().lowest(finding.after())));
        }
        if (finding.isSlight()) {
            sentences.add(Message.text("transplant.slight", TransplantFinding.SLIGHT));
        }
        if (transplant.sameUntil() > transplant.step() && transplant.isExactlyTheDonor()) {
            sentences.add(Message.text("transplant.exact", ask.step()));
        }
        return String.join(" ", sentences);
    }

    /** What is moved, and of which units. */
    private static String moved(Ask ask) {
        String states = ask.states().words();
        int all = ask.snapshot().parameters().layout().allUnits();
        return ask.units().size() == all
                ? states
                : Message.text("transplant.some", states, ask.units().size(), all);
    }

    /** The number of a step as it is typed: digits only, and nothing typed leaves it as it is. */
    static final class StepText extends StringConverter<Integer> {

        /** More than any sequence has steps. */
        private static final String NUMBER = "[0-9]{0,5}";

        private final Supplier<Integer> now;

        /**
         * A converter.
         *
         * @param now gives the number that holds while nothing is typed
         */
        StepText(Supplier<Integer> now) {
            this.now = now;
        }

        /** Lets a change through if digits come of it. */
        static TextFormatter.@Nullable Change keepDigits(TextFormatter.Change change) {
            return change.getControlNewText().matches(NUMBER) ? change : null;
        }

        @Override
        public String toString(Integer number) {
            return number == null ? "" : number.toString();
        }

        @Override
        public Integer fromString(String text) {
            return text.isBlank() ? now.get() : Integer.valueOf(text);
        }
    }

    enum MovedStates {
        BOTH(Set.of(Quantity.HIDDEN_STATE, Quantity.CELL_STATE)),
        CELL_STATE(Set.of(Quantity.CELL_STATE)),
        HIDDEN_STATE(Set.of(Quantity.HIDDEN_STATE));

        private final Set<Quantity> quantities;

        MovedStates(Set<Quantity> quantities) {
            this.quantities = quantities;
        }

        Set<Quantity> quantities() {
            return quantities;
        }

        String words() {
            return Message.text("transplant.states." + name());
        }

        String explanation() {
            return Message.text("transplant.explanation." + name());
        }

        /** What moves these states; both if nothing else does. */
        static MovedStates of(Set<Quantity> quantities) {
            return List.of(values()).stream()
                    .filter(states -> states.quantities.equals(quantities))
                    .findFirst()
                    .orElse(BOTH);
        }

        /** What can be moved in a network of a cell: a GRU has no c, a dense one carries nothing. */
        static List<MovedStates> of(Cell cell) {
            List<Quantity> carried = Transplant.carriedBy(cell);
            return List.of(values()).stream()
                    .filter(states -> carried.containsAll(states.quantities))
                    .toList();
        }
    }
}
