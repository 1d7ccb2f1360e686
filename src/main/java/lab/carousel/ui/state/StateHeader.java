package lab.carousel.ui.state;

import static lab.carousel.ui.controls.Controls.explained;
import static lab.carousel.ui.controls.Controls.grow;
import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.stretch;
import static lab.carousel.ui.controls.Controls.styled;
import static lab.carousel.ui.controls.Controls.whole;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import lab.carousel.model.trace.HeatmapLayer;
import lab.carousel.model.trace.Traces;
import lab.carousel.study.MemoryUnits;
import lab.carousel.study.UnitSort;
import lab.carousel.text.Glossary;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.DropDown;
import lab.carousel.ui.controls.Pills;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.controls.ViewScope;
import lab.carousel.ui.controls.WholeLabel;
import lab.carousel.ui.controls.WindowListeners;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Over the heatmap: which layer it shows and in which order, and under that what it shows at one place. */
final class StateHeader extends VBox {

    private static final double ROW = 32;
    private static final double GAP = 2;
    /** In less room than that no sentence can be read. */
    private static final double LEAST_READOUT = 150;

    private final Label title = named(new Label(), "stateTitle", "state-title");
    private final BooleanProperty explained;
    private final LayerSwitch layers;
    private final SortBox sort;
    private final Label readout = grow(stretch(Controls.words("stateReadout")));
    private final HBox choices;
    private final HBox details;
    private final HBox legend;
    private ViewScope scope = ViewScope.WHOLE;
    private boolean isBrief;
    private boolean hasForks;
    private final Label unknowable =
            whole(named(new Label(Message.text("state.unknowable")), "stateUnknowable", "state-legend"));
    private final Label listed = whole(named(new Label(Message.text("state.listed")), "stateListed", "state-legend"));
    private final Label deciding =
            whole(named(new Label(Message.text("state.deciding")), "stateDeciding", "state-legend"));

    private final ToggleButton memory =
            whole(named(new ToggleButton(Message.text("state.memory")), "stateMemory", "small", "state-memory"));

    StateHeader(
            ObjectProperty<HeatmapLayer> shown,
            UnitSorting sorting,
            BooleanProperty memoryOnly,
            BooleanProperty explained) {
        this.explained = explained;
        layers = new LayerSwitch(shown);
        sort = new SortBox(sorting);
        getStyleClass().add("state-header");
        // In a narrow panel the name goes: the switch says it too, and half a name would say nothing
        title.setMinWidth(0);
        title.fontProperty().addListener(font -> title.setPrefWidth(widest()));
        memory.selectedProperty().bindBidirectional(memoryOnly);
        Tip.put(memory, Message.text("state.memory.tip", MemoryUnits.MOST));
        details = row(readout, listed, deciding, unknowable, memory);
        choices = row(title, layers, Controls.spring(), sort);
        Label words = grow(stretch(new WholeLabel(Message.text("state.legend"))));
        Button close = Controls.iconButton(
                "stateLegendClose", Feather.X, "state.legend.close", () -> explained.set(true), "flat", "small");
        legend = named(row(words, close), "stateLegend");
        getChildren().addAll(choices, legend, details);
        WindowListeners.show(this, this::arrange, explained);
        readout.setMaxHeight(ROW);
        deciding.setGraphic(styled(new Rectangle(16, 3), "state-deciding"));
        Tip.put(deciding, decidingWords());
        unknowable.setGraphic(Controls.row(3, dot(), dot(), dot()));
        Tip.put(unknowable, Message.text("state.unknowable.tip"));
        Controls.show(unknowable, false);
        Tip.put(listed, Message.text("state.listed.tip"));
        Controls.show(listed, false);
    }

    double height() {
        long rows = getChildren().stream().filter(Node::isManaged).count();
        return rows * (ROW + GAP) - GAP;
    }

    /** Leaves out the choice of an order and what it tells of one place, or not. */
    void setBrief(boolean brief) {
        details.getChildren().remove(memory);
        choices.getChildren().remove(memory);
        (brief ? choices : details).getChildren().add(memory);
        isBrief = brief;
        arrange();
    }

    void show(ViewScope now) {
        scope = now;
        arrange();
    }

    private void arrange() {
        scope.showWhole(layers);
        Controls.show(sort, scope.isWhole() && !isBrief);
        Controls.show(details, scope.isWhole() && !isBrief);
        Controls.show(legend, !isBrief && !explained.get());
    }

    /** The title is there only if there is room for all of it, whatever is shown; what marks mean, if that leaves room to read. */
    @Override
    protected void layoutChildren() {
        double width = getWidth() - getInsets().getLeft() - getInsets().getRight();
        Controls.show(title, title.prefWidth(-1) + widthOf(choices, title) <= width);
        Controls.show(
                deciding, hasForks && deciding.prefWidth(-1) + widthOf(details, deciding) <= width - LEAST_READOUT);
        super.layoutChildren();
    }

    /** The width of what stands beside a part of a row, without what grows. */
    private static double widthOf(HBox row, Node part) {
        return row.getChildren().stream()
                        .filter(each -> each != part && each.isManaged() && HBox.getHgrow(each) == null)
                        .mapToDouble(each -> each.prefWidth(-1))
                        .sum()
                + row.getSpacing() * (row.getChildren().size() - 1);
    }

    /** So wide is the title whatever is shown, so that nothing beside it moves. */
    private double widest() {
        return Math.ceil(Arrays.stream(HeatmapLayer.values())
                .mapToDouble(layer -> widthOf(name(layer)))
                .max()
                .orElse(0));
    }

    private double widthOf(String words) {
        Text text = new Text(words);
        text.setFont(title.getFont());
        return text.getLayoutBounds().getWidth();
    }

    private static String name(HeatmapLayer layer) {
        return Message.text("state.layer." + layer.name());
    }

    private static HBox row(Node... children) {
        HBox row = styled(Controls.row(0, children), "state-header-row");
        row.setMinHeight(ROW);
        row.setMaxHeight(ROW);
        return row;
    }

    /** What explains deciding steps. */
    static String decidingWords() {
        return Glossary.text("decidingStep") + " " + Message.text("state.deciding.tip");
    }

    /** Tells what is shown, and offers what else such a network has. */
    void show(TracedSnapshot traced, HeatmapLayer shown) {
        title.setText(name(shown));
        layers.offer(HeatmapLayer.of(traced.traces().layout().cell()));
        sort.show(traced.traces(), shown.isOfUnits());
        hasForks = traced.snapshot().evaluation().decidingSteps() > 0;
        Controls.show(memory, hasForks && MemoryUnits.isFor(traced.snapshot().experiment()));
        memory.setDisable(!shown.isOfUnits());
        Controls.show(listed, traced.snapshot().experiment().judgedOrders() > 0);
        Controls.show(unknowable, traced.traces().hasUnknowable());
    }

    private static Rectangle dot() {
        return styled(new Rectangle(3, 3), "state-unknowable");
    }

    /** Says what is shown at a place; nothing if empty. */
    void read(String words) {
        readout.setText(words);
        Tip.put(readout, words);
    }

    /** Shows the layer of a letter, or with M only what carries memory; false if the letter stands for nothing. */
    boolean typed(String letter) {
        boolean isMemory = letter.equalsIgnoreCase("m") && memory.isVisible() && !memory.isDisabled();
        if (isMemory) {
            memory.fire();
        }
        return isMemory || layers.choose(letter);
    }

    /** Chooses the layer of the heatmap: a button with the letter of each layer that the network has. */
    static final class LayerSwitch extends Pills<HeatmapLayer> {

        LayerSwitch(ObjectProperty<HeatmapLayer> shown) {
            super(List.of(shown.get()), LayerSwitch::button);
            setId("stateLayers");
            getStyleClass().add("state-layers");
            setAlignment(Pos.CENTER_LEFT);
            valueProperty().addListener((property, before, now) -> shown.set(now));
            WindowListeners.of(this, shown, (property, before, now) -> choose(now));
        }

        private static ToggleButton button(HeatmapLayer layer) {
            ToggleButton button = named(new ToggleButton(layer.letter()), "layer-" + layer.column(), "small");
            button.setAccessibleText(name(layer));
            Tip.put(button, Message.text("state.layer." + layer.name() + ".tip"));
            return button;
        }

        /** Shows the layer of a letter as it is typed; d stands for the change of c. Says whether there is one. */
        boolean choose(String letter) {
            Optional<HeatmapLayer> wanted = offered().stream()
                    .filter(layer -> layer.column().substring(0, 1).equalsIgnoreCase(letter))
                    .findFirst();
            wanted.ifPresent(this::choose);
            return wanted.isPresent();
        }
    }

    /** Chooses by what the units are sorted, and sorts them again. */
    static final class SortBox extends HBox {

        private final DropDown<UnitSort> choice =
                explained(named(new DropDown<>(), "stateSort", "small"), "state.sort");
        private final Button again = explained(
                whole(named(
                        new Button(null, new FontIcon(Feather.REFRESH_CW)),
                        "stateSortAgain",
                        "button-icon",
                        "flat",
                        "small")),
                "state.sort.again");

        SortBox(UnitSorting sorting) {
            getStyleClass().add("state-sort");
            setAlignment(Pos.CENTER_LEFT);
            choice.says(sort -> Message.text("state.sort." + sort.name()));
            choice.getItems().setAll(UnitSort.NUMBER);
            choice.setValue(UnitSort.NUMBER);
            choice.setOnAction(event -> {
                if (choice.getValue() != null) {
                    sorting.sortProperty().set(choice.getValue());
                }
            });
            sorting.sortProperty().addListener((property, before, now) -> choice.setValue(now));
            again.setOnAction(event -> sorting.sortAgain());
            again.disableProperty().bind(sorting.outdatedProperty().not().or(choice.disableProperty()));
            getChildren().addAll(choice, again);
        }

        /** Offers what says something about such traces; nothing where the rows are no units. */
        void show(Traces traces, boolean isOfUnits) {
            List<UnitSort> offered = UnitSort.of(traces);
            if (!choice.getItems().equals(offered)) {
                UnitSort chosen = choice.getValue();
                choice.getItems().setAll(offered);
                choice.setValue(chosen);
            }
            choice.setDisable(!isOfUnits);
        }
    }
}
