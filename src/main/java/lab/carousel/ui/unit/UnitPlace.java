package lab.carousel.ui.unit;

import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lab.carousel.drawing.Drawing;
import lab.carousel.model.trace.Traces;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.place.Asked;
import lab.carousel.ui.place.AskingPlace;
import lab.carousel.ui.place.PlaceHead;
import lab.carousel.ui.selection.LookedAt;
import lab.carousel.ui.selection.Selection;
import lab.carousel.ui.state.TraceService;
import lab.carousel.ui.state.TracedSnapshot;

/**
 * The selected unit over the steps: lines of its states and gates, a panel for each sequence. As many sequences as have
 * room, among them that of the selected step. A click selects the step.
 */
public final class UnitPlace extends AskingPlace<UnitQuestion, UnitAnswer> {

    private static final double LEAST_PANEL = 132;
    private static final int MOST_PANELS = 8;

    private final Selection selection;
    private final PlaceHead head = new PlaceHead("unit");
    private final QuantityBox lines = new QuantityBox(this::update);

    /** A place that shows what is selected of what is traced. */
    public UnitPlace(Background background, TraceService traces, Selection selection) {
        super(background, "unit", PlaceKind.SEE, traces, UnitAnswer::of);
        this.selection = selection;
        HBox tools = new HBox(lines);
        tools.setAlignment(Pos.CENTER_LEFT);
        VBox content = new VBox(head, tools, drawing());
        content.getStyleClass().add("unit-content");
        VBox.setVgrow(drawing(), Priority.ALWAYS);
        drawing().setMinHeight(0);
        drawing().heightProperty().addListener(change -> update());
        open(content, selection.unitProperty(), selection.stepProperty());
    }

    @Override
    protected Asked<UnitQuestion> question(TracedSnapshot traced) {
        Traces traces = traced.traces();
        lines.offer(traces.layout().cell().quantities());
        int room = (int) Math.max(1, Math.min(MOST_PANELS, drawing().getHeight() / LEAST_PANEL));
        return Asked.of(new UnitQuestion(traced, LookedAt.of(selection, traces), lines.chosen(), room));
    }

    @Override
    protected void show(UnitAnswer answer) {
        head.show(answer.title(), answer.shownSubtitle());
    }

    @Override
    protected void pick(UnitAnswer answer, Drawing.Spot spot) {
        answer.stepAt(spot).ifPresent(step -> {
            if (selection.unitProperty().get() < 0) {
                selection.unitProperty().set(answer.question().at().unit());
            }
            selection.stepProperty().set(step);
        });
    }
}
