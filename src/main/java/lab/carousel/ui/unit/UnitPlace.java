package lab.carousel.ui.unit;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lab.carousel.drawing.Drawing;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.trace.Traces;
import lab.carousel.text.Message;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.controls.Tip;
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

    /** Chooses which lines are drawn, by their letters. At least one is. */
    static final class QuantityBox extends HBox {

        private final Runnable onChosen;
        private final Set<Quantity> hidden = EnumSet.noneOf(Quantity.class);
        private List<Quantity> offered = List.of();

        /** A box that offers nothing yet. */
        QuantityBox(Runnable onChosen) {
            this.onChosen = onChosen;
            setId("unitLines");
            getStyleClass().add("unit-lines");
            setAlignment(Pos.CENTER_LEFT);
        }

        /** Offers what a cell has. */
        void offer(List<Quantity> quantities) {
            if (!quantities.equals(offered)) {
                offered = quantities;
                if (hidden.containsAll(offered)) {
                    hidden.clear();
                }
                getChildren().setAll(quantities.stream().map(this::button).toList());
            }
        }

        /** What is drawn. */
        Set<Quantity> chosen() {
            Set<Quantity> chosen = EnumSet.noneOf(Quantity.class);
            offered.stream().filter(quantity -> !hidden.contains(quantity)).forEach(chosen::add);
            return chosen;
        }

        private ToggleButton button(Quantity quantity) {
            ToggleButton button = new ToggleButton(quantity.letter());
            String name = Message.text("state.layer." + quantity.name());
            button.setId("unit-" + quantity.letter());
            Tip.put(button, name);
            button.setAccessibleText(name);
            button.getStyleClass().add("small");
            button.setMinWidth(USE_PREF_SIZE);
            button.setSelected(!hidden.contains(quantity));
            button.setOnAction(event -> {
                if (button.isSelected()) {
                    hidden.remove(quantity);
                } else {
                    hidden.add(quantity);
                }
                if (chosen().isEmpty()) {
                    // The last one stays
                    hidden.remove(quantity);
                    button.setSelected(true);
                }
                onChosen.run();
            });
            return button;
        }
    }
}
