package lab.carousel.ui.transplant;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.DrawnPicture;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.Picture;
import lab.carousel.file.session.OperatingChoices;
import lab.carousel.model.ResetPolicy;
import lab.carousel.study.Transplant;
import lab.carousel.study.UnitChoice;
import lab.carousel.task.Sequence;
import lab.carousel.text.Message;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.background.Latest;
import lab.carousel.ui.drawing.DrawingView;
import lab.carousel.ui.microscope.Place;
import lab.carousel.ui.microscope.WhileShown;
import lab.carousel.ui.operation.ChoiceButtons;
import lab.carousel.ui.operation.SequenceBox;
import lab.carousel.ui.operation.UnitChooser;
import lab.carousel.ui.operation.Workbench;
import lab.carousel.ui.selection.Selection;
import lab.carousel.ui.state.TraceService;
import lab.carousel.ui.state.TracedSnapshot;

/** The transplant: what sequence A has in mind before a step is put into sequence B, and B goes on with it. */
public final class TransplantPlace implements Place {

    private static final double SENTENCE = 100;
    private static final int PICTURE_WIDTH = 720;
    private static final int PICTURE_HEIGHT = 560;
    /** Before the first step there is no state yet. */
    private static final int FIRST_STEP = 2;

    private final TraceService traces;
    private final SequenceBox donor = new SequenceBox("transplantDonor", Message.text("transplant.from"), 0);
    private final SequenceBox recipient = new SequenceBox("transplantRecipient", Message.text("transplant.to"), 1);
    private final IntegerSpinnerValueFactory steps = new IntegerSpinnerValueFactory(FIRST_STEP, FIRST_STEP, FIRST_STEP);
    private final Spinner<Integer> step = new Spinner<>(steps);
    private final ChoiceButtons<MovedStates> states =
            new ChoiceButtons<>("transplantStates", MovedStates.BOTH, MovedStates::words, MovedStates::explanation);
    private final UnitChooser units;
    private final Label sentence = new Label();
    private final DrawingView view = new DrawingView("transplantDrawing");
    private final Workbench bench;
    private final Latest<TransplantQuestion, TransplantAnswer> worker =
            new Latest<>("transplant", TransplantAnswer::of, this::show);
    private Palette palette = Palette.LIGHT;
    private TransplantAnswer shown;
    /** The step that was chosen by hand; one that the sequences do not have waits until they do. */
    private int wantedStep = FIRST_STEP;

    private boolean showing;

    /** A place that operates on what is traced. */
    public TransplantPlace(TraceService traces, Selection selection) {
        this.traces = traces;
        this.units = new UnitChooser("transplantUnits", UnitChoice.ALL, selection);
        this.bench = new Workbench("transplant", controls(), view);
        donor.setOnChosen(this::update);
        recipient.setOnChosen(this::update);
        view.setOnPicked(this::pick);
        view.setAccessibleText(Message.text("microscope.transplant.tip"));
        step.valueProperty().addListener((observable, before, now) -> {
            if (!showing && now != null) {
                wantedStep = now;
                update();
            }
        });
        WhileShown.update(bench, this::update, traces.tracedProperty(), states.valueProperty(), units.choiceProperty());
    }

    private Region controls() {
        HBox.setHgrow(donor, Priority.ALWAYS);
        HBox.setHgrow(recipient, Priority.ALWAYS);
        HBox sequences = new HBox(label("transplant.a"), donor, label("transplant.b"), recipient);
        step.setId("transplantStep");
        step.setEditable(true);
        step.setPrefWidth(64);
        step.setMinWidth(64);
        step.setAccessibleText(Message.text("transplant.step"));
        steps.setConverter(new StepText(steps::getValue));
        step.getEditor().setTextFormatter(new TextFormatter<>(StepText::keepDigits));
        HBox what = new HBox(label("transplant.move"), states, label("transplant.step"), step);
        sequences.getStyleClass().add("operation-row");
        what.getStyleClass().add("operation-row");
        sentence.setId("transplantSentence");
        sentence.getStyleClass().add("operation-sentence");
        sentence.setWrapText(true);
        sentence.setMinHeight(SENTENCE);
        VBox box = new VBox(sequences, what, units, sentence);
        box.getStyleClass().add("operation-controls");
        return box;
    }

    private static Label label(String key) {
        Label label = new Label(Message.text(key));
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /** What is moved. */
    public OperatingChoices.Transplant choices() {
        return new OperatingChoices.Transplant(
                new OperatingChoices.Pair(donor.wanted(), recipient.wanted()),
                states.wanted().quantities(),
                wantedStep,
                units.choiceProperty().get());
    }

    /** Moves something else. */
    public void show(OperatingChoices.Transplant choices) {
        donor.want(choices.sequences().a());
        recipient.want(choices.sequences().b());
        states.choose(MovedStates.of(choices.states()));
        units.choiceProperty().set(choices.units());
        wantedStep = choices.step();
        showing = true;
        steps.setValue(Math.max(steps.getMin(), Math.min(steps.getMax(), wantedStep)));
        showing = false;
        if (bench.isVisible()) {
            update();
        }
    }

    private void update() {
        TracedSnapshot traced = traces.getTraced();
        String obstacle = traced == null ? "operation.empty" : obstacle(traced.snapshot());
        if (!obstacle.isEmpty()) {
            forget();
            bench.showInstead(Message.text(obstacle));
            return;
        }
        Snapshot snapshot = traced.snapshot();
        List<Sequence> sequences = snapshot.experiment().task().sequences();
        bench.showInstead("");
        donor.show(sequences);
        recipient.show(sequences);
        states.offer(MovedStates.of(snapshot.parameters().layout().cell()));
        units.show(snapshot.parameters().layout());
        if (donor.chosen() == recipient.chosen()) {
            forget();
            sentence.setText(Message.text("operation.samePair"));
            return;
        }
        int most = Math.min(
                sequences.get(donor.chosen()).steps(),
                sequences.get(recipient.chosen()).steps());
        showSteps(snapshot.experiment().hyperparameters().lag(), most);
        worker.ask(new TransplantQuestion(
                snapshot,
                donor.chosen(),
                recipient.chosen(),
                // What is typed is brought into the bounds only after it was told
                Math.max(steps.getMin(), Math.min(steps.getMax(), step.getValue())),
                states.value(),
                units.choiceProperty().get().in(snapshot.parameters().layout())));
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

    private void forget() {
        worker.forget();
        shown = null;
        view.show((Drawing) null);
    }

    private void show(TransplantAnswer answer) {
        shown = answer;
        sentence.setText(answer.sentence());
        view.setAccessibleText(answer.sentence());
        view.show(answer.drawing());
    }

    /** A click on a step puts the transplant there. */
    private void pick(Drawing.Spot spot) {
        if (shown != null && spot.column() >= 0) {
            int number = shown.drawing().columns().get(spot.column()).number();
            steps.setValue(Math.max(steps.getMin(), Math.min(steps.getMax(), number)));
        }
    }

    @Override
    public String key() {
        return "transplant";
    }

    @Override
    public Kind kind() {
        return Kind.OPERATE;
    }

    @Override
    public Region view() {
        return bench;
    }

    @Override
    public void setPalette(Palette colours) {
        palette = colours;
        view.setPalette(colours);
        units.setPalette(colours);
    }

    @Override
    public Optional<Picture> picture() {
        return Optional.ofNullable(shown)
                .map(answer -> new DrawnPicture(
                        Message.text(
                                "transplant.picture",
                                answer.question().states().words(),
                                answer.question().donor() + 1,
                                answer.question().recipient() + 1,
                                answer.question().step(),
                                answer.question().snapshot().position().epoch()),
                        answer.sentence(),
                        answer.drawing(),
                        palette,
                        PICTURE_WIDTH,
                        PICTURE_HEIGHT));
    }

    @Override
    public void close() {
        worker.close();
    }
}
