package lab.carousel.ui.lesion;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.DrawnPicture;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.Picture;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Quantity;
import lab.carousel.picture.probe.AnswersDrawing;
import lab.carousel.study.Lesion;
import lab.carousel.study.PlannedLesion;
import lab.carousel.study.StepSpan;
import lab.carousel.task.Step;
import lab.carousel.text.Message;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.background.Latest;
import lab.carousel.ui.drawing.DrawingView;
import lab.carousel.ui.microscope.Place;
import lab.carousel.ui.microscope.WhileShown;
import lab.carousel.ui.operation.ChoiceButtons;
import lab.carousel.ui.operation.Workbench;
import lab.carousel.ui.selection.Selection;
import lab.carousel.ui.state.TraceService;
import lab.carousel.ui.state.TracedSnapshot;

/**
 * Lesions: units are silenced and gates forced in what is looked at here, and the answers are shown beside those of the
 * intact network. The run goes on with the whole network, and the lesions are made in each of its snapshots anew.
 */
public final class LesionPlace implements Place {

    private static final double SENTENCE = 36;
    private static final int PICTURE_WIDTH = 720;
    private static final int PICTURE_HEIGHT = 560;

    private final TraceService traces;
    private final Selection selection;
    private final LesionList list = new LesionList();
    private final LesionForm form;
    private final MemoryFinder finder;
    private final Label intact = new Label();
    private final Label lesioned = new Label();
    private final Label sentence = new Label();
    private final DrawingView view = new DrawingView("lesionDrawing");
    private final Workbench bench;
    private final Latest<LesionQuestion, LesionAnswer> worker = new Latest<>("lesion", LesionAnswer::of, this::show);
    private Palette palette = Palette.LIGHT;
    private LesionAnswer shown;

    /** A place that operates on what is traced. */
    public LesionPlace(TraceService traces, Selection selection) {
        this.traces = traces;
        this.selection = selection;
        this.form = new LesionForm(selection, lesion -> list.edit(now -> now.add(lesion)));
        this.finder = new MemoryFinder(units ->
                list.edit(now -> now.add(new PlannedLesion(Quantity.HIDDEN_STATE, 0, units, StepSpan.EVERYWHERE))));
        this.bench = new Workbench("lesion", controls(), view);
        view.setOnPicked(this::pick);
        view.setAccessibleText(Message.text("microscope.lesion.tip"));
        bench.addEventHandler(KeyEvent.KEY_PRESSED, list::undoOrRedo);
        WhileShown.update(bench, this::update, traces.tracedProperty(), list.editsProperty(), selection.stepProperty());
    }

    /** What the upper part of the controls is for. */
    private enum Part {
        MAKE,
        FIND
    }

    private Region controls() {
        ChoiceButtons<Part> parts = new ChoiceButtons<>(
                "lesionPart",
                Part.MAKE,
                part -> Message.text("lesion.part." + part.name()),
                part -> Message.text("lesion.part.tip." + part.name()));
        parts.offer(List.of(Part.values()));
        form.visibleProperty().bind(parts.valueProperty().isEqualTo(Part.MAKE));
        finder.visibleProperty().bind(parts.valueProperty().isEqualTo(Part.FIND));
        // One upon the other, so that nothing below moves
        StackPane upper = new StackPane(form, finder);
        StackPane.setAlignment(form, Pos.TOP_LEFT);
        StackPane.setAlignment(finder, Pos.TOP_LEFT);
        intact.setId("lesionIntact");
        lesioned.setId("lesionLesioned");
        intact.getStyleClass().add("lesion-recall");
        lesioned.getStyleClass().add("lesion-recall");
        sentence.setId("lesionSentence");
        sentence.getStyleClass().add("operation-sentence");
        sentence.setWrapText(true);
        sentence.setMinHeight(SENTENCE);
        GridPane recall = new GridPane();
        recall.getStyleClass().add("lesion-recalls");
        recall.addRow(0, name("lesion.intact"), intact);
        recall.addRow(1, name("lesion.lesioned"), lesioned);
        VBox box = new VBox(parts, upper, list, recall, sentence);
        box.getStyleClass().add("operation-controls");
        return box;
    }

    private static Label name(String key) {
        Label label = new Label(Message.text(key));
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /** The lesions made. */
    public List<PlannedLesion> lesions() {
        return list.editsProperty().get().lesions();
    }

    /** Makes other lesions in their place: one edit of the list, which can be undone there. */
    public void show(List<PlannedLesion> lesions) {
        list.edit(now -> now.replaced(lesions));
    }

    private void update() {
        TracedSnapshot traced = traces.getTraced();
        if (traced == null) {
            worker.forget();
            shown = null;
            view.show((Drawing) null);
            bench.showInstead(Message.text("operation.empty"));
            return;
        }
        bench.showInstead("");
        Snapshot snapshot = traced.snapshot();
        ParameterLayout layout = snapshot.parameters().layout();
        form.show(layout);
        list.show(layout);
        finder.show(snapshot);
        List<Lesion> lesions = list.editsProperty().get().lesions().stream()
                .flatMap(lesion -> lesion.in(layout).stream())
                .toList();
        Step step = selection.stepProperty().get();
        int column = step == null ? -1 : traced.traces().columnOf(step).orElse(-1);
        worker.ask(new LesionQuestion(snapshot, lesions, traced.traces().window(), column));
    }

    private void show(LesionAnswer answer) {
        shown = answer;
        intact.setText(answer.intactWords());
        lesioned.setText(answer.lesionedWords());
        sentence.setText(answer.sentence());
        view.setAccessibleText(
                Message.text("lesion.picture.recall", answer.intactWords(), answer.lesionedWords(), answer.sentence()));
        view.show(answer.drawing());
    }

    private void pick(Drawing.Spot spot) {
        if (shown != null && spot.column() >= 0) {
            AnswersDrawing.Column column = shown.drawing().columns().get(spot.column());
            selection
                    .stepProperty()
                    .set(shown.question().snapshot().experiment().task().step(column.sequence(), column.number()));
        }
    }

    @Override
    public String key() {
        return "lesion";
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
    public void takeOver(Place before) {
        list.edit(now -> ((LesionPlace) before).list.editsProperty().get());
    }

    @Override
    public void setPalette(Palette colours) {
        palette = colours;
        view.setPalette(colours);
        form.setPalette(colours);
    }

    @Override
    public Optional<Picture> picture() {
        return Optional.ofNullable(shown)
                .map(answer -> new DrawnPicture(
                        Message.text(
                                "lesion.picture",
                                answer.question().snapshot().position().epoch()),
                        Message.text(
                                "lesion.picture.recall",
                                answer.intactWords(),
                                answer.lesionedWords(),
                                answer.sentence()),
                        answer.drawing(),
                        palette,
                        PICTURE_WIDTH,
                        PICTURE_HEIGHT));
    }

    @Override
    public void close() {
        finder.close();
        worker.close();
    }
}
