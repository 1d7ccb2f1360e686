package lab.carousel.ui.lesion;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Quantity;
import lab.carousel.study.Contrast;
import lab.carousel.study.Lesion;
import lab.carousel.study.PlannedLesion;
import lab.carousel.study.StepSpan;
import lab.carousel.task.Step;
import lab.carousel.text.Message;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.operation.ChoiceButtons;
import lab.carousel.ui.operation.OperationControls;
import lab.carousel.ui.place.Asked;
import lab.carousel.ui.place.AskingPlace;
import lab.carousel.ui.place.Workbench;
import lab.carousel.ui.project.Project;
import lab.carousel.ui.project.ProjectState;
import lab.carousel.ui.selection.Selection;
import lab.carousel.ui.state.TraceService;
import lab.carousel.ui.state.TracedSnapshot;

/**
 * Lesions: units are silenced and gates forced in what is looked at here, and the answers are shown beside those of the
 * intact network. The run goes on with the whole network, and the lesions are made in each of its snapshots anew.
 */
public final class LesionPlace extends AskingPlace<LesionQuestion, LesionAnswer> {

    private static final double SENTENCE = 36;

    private final Selection selection;
    private final ObservableValue<List<PlannedLesion>> lesions;
    private final LesionList list;
    private final LesionForm form;
    private final MemoryFinder finder;
    private final Label intact = new Label();
    private final Label lesioned = new Label();
    private final Label sentence = OperationControls.sentence("lesion", SENTENCE);

    /** A place that operates on what is traced. */
    public LesionPlace(Background background, TraceService traces, Selection selection, Project project) {
        super(background, "lesion", traces, LesionAnswer::of);
        this.lesions = project.stateProperty().map(ProjectState::lesions);
        this.list = new LesionList(project);
        this.selection = selection;
        this.form = new LesionForm(selection, list::add);
        this.finder = new MemoryFinder(
                background,
                units ->
                        list.replace(List.of(new PlannedLesion(Quantity.HIDDEN_STATE, 0, units, StepSpan.EVERYWHERE))));
        open(new Workbench(controls(), drawing()), lesions, selection.stepProperty());
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
        intact.setWrapText(true);
        lesioned.setWrapText(true);
        intact.getStyleClass().add("lesion-recall");
        lesioned.getStyleClass().add("lesion-recall");
        GridPane recall = new GridPane();
        recall.getStyleClass().add("lesion-recalls");
        recall.addRow(0, OperationControls.name("lesion.intact"), intact);
        recall.addRow(1, OperationControls.name("lesion.lesioned"), lesioned);
        return OperationControls.column(parts, upper, list, recall, sentence);
    }

    @Override
    protected Asked<LesionQuestion> question(TracedSnapshot traced) {
        Snapshot snapshot = traced.snapshot();
        ParameterLayout layout = snapshot.parameters().layout();
        form.show(layout);
        list.show(layout);
        finder.show(snapshot);
        List<Lesion> made = lesions.getValue().stream()
                .flatMap(lesion -> lesion.in(layout).stream())
                .toList();
        Step step = selection.stepProperty().get();
        int column = step == null ? -1 : traced.traces().columnOf(step).orElse(-1);
        return Asked.of(new LesionQuestion(snapshot, made, traced.traces().window(), column));
    }

    @Override
    protected void show(LesionAnswer answer) {
        intact.setText(answer.intactWords());
        lesioned.setText(answer.lesionedWords());
        sentence.setText(answer.sentence());
    }

    @Override
    protected void pick(LesionAnswer answer, Drawing.Spot spot) {
        if (spot.column() >= 0) {
            Contrast.Step column = answer.drawing().steps().get(spot.column());
            selection
                    .stepProperty()
                    .set(answer.question().snapshot().experiment().task().step(column.sequence(), column.number()));
        }
    }

    @Override
    public void setPalette(Palette palette) {
        super.setPalette(palette);
        form.setPalette(palette);
    }

    @Override
    public void close() {
        finder.close();
        super.close();
    }
}
