package lab.carousel.ui.transplant;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.file.session.OperatingChoices;
import lab.carousel.model.ResetPolicy;
import lab.carousel.study.Transplant;
import lab.carousel.study.UnitChoice;
import lab.carousel.task.Sequence;
import lab.carousel.text.Message;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.operation.ChoiceButtons;
import lab.carousel.ui.operation.OperationControls;
import lab.carousel.ui.operation.SequenceBox;
import lab.carousel.ui.operation.UnitChooser;
import lab.carousel.ui.place.Asked;
import lab.carousel.ui.place.AskingPlace;
import lab.carousel.ui.place.Workbench;
import lab.carousel.ui.selection.Selection;
import lab.carousel.ui.state.TraceService;
import lab.carousel.ui.state.TracedSnapshot;
import org.jspecify.annotations.Nullable;

/** The transplant: what sequence A has in mind before a step is put into sequence B, and B goes on with it. */
public final class TransplantPlace extends AskingPlace<TransplantQuestion, TransplantAnswer> {

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
    private final Label sentence = OperationControls.sentence("transplant", SENTENCE);
    /** The step that was chosen by hand; one that the sequences do not have waits until they do. */
    private int wantedStep = FIRST_STEP;

    private boolean showing;

    /** A place that operates on what is traced. */
    public TransplantPlace(Background background, TraceService traces, Selection selection) {
        super(background, "transplant", traces, TransplantAnswer::of);
        units = new UnitChooser("transplantUnits", UnitChoice.ALL, selection);
        donor.setOnChosen(this::update);
        recipient.setOnChosen(this::update);
        step.valueProperty().addListener((observable, before, now) -> {
            if (!showing && now != null) {
                wantedStep = now;
                update();
            }
        });
        open(new Workbench(controls(), drawing()), states.valueProperty(), units.choiceProperty());
    }

    private Region controls() {
        HBox.setHgrow(donor, Priority.ALWAYS);
        HBox.setHgrow(recipient, Priority.ALWAYS);
        step.setId("transplantStep");
        step.setEditable(true);
        step.setPrefWidth(64);
        step.setMinWidth(64);
        step.setAccessibleText(Message.text("transplant.step"));
        steps.setConverter(new StepText(steps::getValue));
        step.getEditor().setTextFormatter(new TextFormatter<>(StepText::keepDigits));
        return OperationControls.column(
                OperationControls.row(
                        OperationControls.name("transplant.a"),
                        donor,
                        OperationControls.name("transplant.b"),
                        recipient),
                OperationControls.row(
                        OperationControls.name("transplant.move"),
                        states,
                        OperationControls.name("transplant.step"),
                        step),
                units,
                sentence);
    }

    /** What is moved. */
    public OperatingChoices.ChosenTransplant choices() {
        return new OperatingChoices.ChosenTransplant(
                new OperatingChoices.Pair(donor.wanted(), recipient.wanted()),
                states.wanted().quantities(),
                wantedStep,
                units.choiceProperty().get());
    }

    /** Moves something else. */
    public void show(OperatingChoices.ChosenTransplant choices) {
        donor.want(choices.sequences().a());
        recipient.want(choices.sequences().b());
        states.choose(MovedStates.of(choices.states()));
        units.choiceProperty().set(choices.units());
        wantedStep = choices.step();
        showing = true;
        steps.setValue(within(wantedStep));
        showing = false;
        update();
    }

    @Override
    protected Asked<TransplantQuestion> question(TracedSnapshot traced) {
        Snapshot snapshot = traced.snapshot();
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
        showSteps(snapshot.experiment().hyperparameters().lag(), most);
        return Asked.of(new TransplantQuestion(
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
        return snapshot.experiment().hyperparameters().resetPolicy() == ResetPolicy.EVERY_STEP
                ? "transplant.resetEveryStep"
                : "";
    }

    private void showSteps(int lag, int most) {
        int least = Math.min(most, Math.max(FIRST_STEP, lag + 1));
        if (steps.getMin() != least || steps.getMax() != most) {
            showing = true;
            steps.setMax(most);
            steps.setMin(least);
            steps.setValue(Math.max(least, Math.min(most, wantedStep)));
            showing = false;
        }
    }

    @Override
    protected void show(TransplantAnswer answer) {
        sentence.setText(answer.subtitle());
    }

    /** A click on a step puts the transplant there. */
    @Override
    protected void pick(TransplantAnswer answer, Drawing.Spot spot) {
        if (spot.column() >= 0) {
            steps.setValue(within(answer.drawing().steps().get(spot.column()).number()));
        }
    }

    @Override
    public void setPalette(Palette palette) {
        super.setPalette(palette);
        units.setPalette(palette);
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
}
