package lab.carousel.ui.fork;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.DrawnPicture;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.Picture;
import lab.carousel.file.session.OperatingChoices;
import lab.carousel.model.layout.Quantity;
import lab.carousel.task.Step;
import lab.carousel.task.Task;
import lab.carousel.text.Message;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.background.Latest;
import lab.carousel.ui.drawing.DrawingView;
import lab.carousel.ui.microscope.Place;
import lab.carousel.ui.microscope.WhileShown;
import lab.carousel.ui.operation.ChoiceButtons;
import lab.carousel.ui.operation.SequenceBox;
import lab.carousel.ui.operation.Workbench;
import lab.carousel.ui.selection.Selection;
import lab.carousel.ui.state.TraceService;
import lab.carousel.ui.state.TracedSnapshot;

/** The memory fork: two sequences are chosen, and the difference of their states is shown step by step. */
public final class ForkPlace implements Place {

    private static final double SENTENCE = 56;
    private static final int PICTURE_WIDTH = 720;
    private static final int PICTURE_HEIGHT = 640;

    private final TraceService traces;
    private final Selection selection;
    private final SequenceBox first = new SequenceBox("forkFirst", Message.text("fork.first"), 0);
    private final SequenceBox second = new SequenceBox("forkSecond", Message.text("fork.second"), 1);
    private final ChoiceButtons<Quantity> quantity = new ChoiceButtons<>(
            "forkQuantity",
            Quantity.CELL_STATE,
            Quantity::letter,
            each -> Message.text("operation.quantity." + each.name()));
    private final Label sentence = new Label();
    private final DrawingView view = new DrawingView("forkDrawing");
    private final Workbench bench;
    private final Latest<ForkQuestion, ForkAnswer> worker = new Latest<>("fork", ForkAnswer::of, this::show);
    private Palette palette = Palette.LIGHT;
    private ForkAnswer shown;

    /** A place that looks at what is traced. */
    public ForkPlace(TraceService traces, Selection selection) {
        this.traces = traces;
        this.selection = selection;
        this.bench = new Workbench("fork", controls(), view);
        first.setOnChosen(this::update);
        second.setOnChosen(this::update);
        view.setOnPicked(this::pick);
        view.setAccessibleText(Message.text("microscope.fork.tip"));
        WhileShown.update(
                bench,
                this::update,
                traces.tracedProperty(),
                quantity.valueProperty(),
                selection.unitProperty(),
                selection.stepProperty());
    }

    private Region controls() {
        HBox.setHgrow(first, Priority.ALWAYS);
        HBox.setHgrow(second, Priority.ALWAYS);
        HBox sequences = new HBox(new Label("A"), first, new Label("B"), second);
        HBox what = new HBox(label("fork.difference"), quantity);
        sequences.getStyleClass().add("operation-row");
        what.getStyleClass().add("operation-row");
        sentence.setId("forkSentence");
        sentence.getStyleClass().add("operation-sentence");
        sentence.setWrapText(true);
        sentence.setMinHeight(SENTENCE);
        VBox box = new VBox(sequences, what, sentence);
        box.getStyleClass().add("operation-controls");
        return box;
    }

    private static Label label(String key) {
        Label label = new Label(Message.text(key));
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /** What is compared. */
    public OperatingChoices.Fork choices() {
        return new OperatingChoices.Fork(new OperatingChoices.Pair(first.wanted(), second.wanted()), quantity.wanted());
    }

    /** Compares something else. */
    public void show(OperatingChoices.Fork choices) {
        first.want(choices.sequences().a());
        second.want(choices.sequences().b());
        quantity.choose(choices.quantity());
        if (bench.isVisible()) {
            update();
        }
    }

    private void update() {
        TracedSnapshot traced = traces.getTraced();
        if (traced == null) {
            showInstead("operation.empty");
            return;
        }
        Snapshot snapshot = traced.snapshot();
        Task task = snapshot.experiment().task();
        first.show(task.sequences());
        second.show(task.sequences());
        quantity.offer(snapshot.parameters().layout().cell().quantities());
        if (task.sequences().size() < 2) {
            showInstead("operation.noPair");
            return;
        }
        bench.showInstead("");
        if (first.chosen() == second.chosen()) {
            forget();
            sentence.setText(Message.text("operation.samePair"));
            return;
        }
        worker.ask(new ForkQuestion(
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

    private void showInstead(String key) {
        forget();
        bench.showInstead(Message.text(key));
    }

    private void forget() {
        worker.forget();
        shown = null;
        view.show((Drawing) null);
    }

    private void show(ForkAnswer answer) {
        shown = answer;
        sentence.setText(answer.sentence());
        view.setAccessibleText(answer.sentence());
        view.show(answer.drawing());
    }

    private void pick(Drawing.Spot spot) {
        if (shown == null || spot.column() < 0) {
            return;
        }
        ForkQuestion question = shown.question();
        int step = shown.drawing().lines().first() + spot.column();
        if (spot.row() >= 0) {
            selection.unitProperty().set(spot.row());
        }
        selection.stepProperty().set(question.snapshot().experiment().task().step(question.first(), step));
    }

    @Override
    public String key() {
        return "fork";
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
    }

    @Override
    public Optional<Picture> picture() {
        return Optional.ofNullable(shown)
                .map(answer -> new DrawnPicture(
                        Message.text(
                                "fork.picture",
                                answer.question().quantity().letter(),
                                answer.question().first() + 1,
                                answer.question().second() + 1,
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
