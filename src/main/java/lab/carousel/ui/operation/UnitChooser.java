package lab.carousel.ui.operation;

import static lab.carousel.ui.controls.Controls.grow;
import static lab.carousel.ui.controls.Controls.styled;

import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.picture.state.UnitRanges;
import lab.carousel.study.UnitChoice;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.WindowListeners;
import lab.carousel.ui.selection.Selection;

/** Chooses units: typed as ranges, clicked in a grid, all, none, or the one that is selected in the heatmap. */
public final class UnitChooser extends VBox {

    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

    private final ObjectProperty<UnitChoice> choice = new SimpleObjectProperty<>(this, "choice");
    private final TextField field = grow(new TextField());
    private final Label count = styled(new Label(), "muted");
    private final Button addSelected;
    private final UnitGrid grid;
    private final Selection selection;
    private ParameterLayout layout = new ParameterLayout(2, 1);
    private final ReadOnlyBooleanWrapper valid = new ReadOnlyBooleanWrapper(this, "valid", true);
    /** Whether the text is being set by this chooser, not typed. */
    private boolean writing;

    /**
     * A chooser.
     *
     * @param id        names it; its parts are called {@code id + "Field"}, {@code "Grid"}, {@code "All"}, {@code "None"}
     *                  and {@code "Selected"}
     * @param name      as it is read
     * @param initial   what is chosen at first
     * @param selection whose unit can be added
     */
    public UnitChooser(String id, String name, UnitChoice initial, Selection selection) {
        this.selection = selection;
        getStyleClass().add("unit-chooser");
        choice.set(initial);
        field.setId(id + "Field");
        field.setPromptText(Message.text("operation.units.prompt"));
        field.setAccessibleText(name);
        field.setPrefColumnCount(6);
        field.setMinWidth(80);
        count.setId(id + "Count");
        count.setMinHeight(16);
        grid = new UnitGrid(
                id + "Grid", (unit, chosen) -> choice.set(choice.get().with(unit, chosen, layout)));
        addSelected = button(id + "Selected", "selected", () -> choice.get()
                .with(selection.unitProperty().get(), true, layout));
        Button all = button(id + "All", "all", () -> UnitChoice.ALL);
        Button none = button(id + "None", "none", () -> UnitChoice.NONE);
        HBox row = Controls.row(8, field, all, none, addSelected);
        getChildren().addAll(new Label(name), row, grid, count);
        field.textProperty().addListener((observable, before, now) -> typed(now));
        choice.addListener((observable, before, now) -> chosen());
        chosen();
        WindowListeners.show(this, this::showGrid, selection.unitProperty());
    }

    private Button button(String id, String key, Supplier<UnitChoice> chosen) {
        return Controls.button(id, "operation.units." + key, () -> choice.set(chosen.get()), "small");
    }

    public ObjectProperty<UnitChoice> choiceProperty() {
        return choice;
    }

    /** Whether what is typed names units; while it does not, the choice stays what it was before. */
    public ReadOnlyBooleanProperty validProperty() {
        return valid.getReadOnlyProperty();
    }

    public void show(ParameterLayout newLayout) {
        if (!newLayout.equals(layout)) {
            layout = newLayout;
            chosen();
        }
    }

    public void setPalette(Palette palette) {
        grid.setPalette(palette);
    }

    private void typed(String text) {
        if (writing) {
            return;
        }
        try {
            Set<Integer> units = UnitRanges.parse(text, layout);
            // The text stays as it was typed
            writing = true;
            choice.set(UnitChoice.of(units, layout));
            // Also where the choice is the one before what was wrong
            chosen();
        } catch (InvalidInput invalid) {
            field.pseudoClassStateChanged(INVALID, true);
            valid.set(false);
            count.setText(invalid.getMessage());
        } finally {
            writing = false;
        }
    }

    private void chosen() {
        Set<Integer> units = choice.get().in(layout);
        if (!writing) {
            writing = true;
            field.setText(UnitRanges.text(units, layout));
            writing = false;
        }
        field.pseudoClassStateChanged(INVALID, false);
        valid.set(true);
        count.setText(Message.text("operation.units.count", units.size(), layout.allUnits()));
        showGrid();
    }

    private void showGrid() {
        int selected = selection.unitProperty().get();
        grid.show(layout, choice.get().in(layout), selected);
        addSelected.setDisable(selected < 0 || selected >= layout.allUnits());
    }
}
