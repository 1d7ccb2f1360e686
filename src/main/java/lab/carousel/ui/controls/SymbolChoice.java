package lab.carousel.ui.controls;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** A choice of one of some symbols or, first in its list, of none. What is chosen stays chosen as long as it is offered. */
public final class SymbolChoice extends DropDown<String> {

    private final String none;
    private final ObjectProperty<Optional<String>> chosen = new SimpleObjectProperty<>(Optional.empty());
    private List<String> offered = List.of();
    private boolean isOffering;

    /** @param none what the choice of none is called */
    public SymbolChoice(String none) {
        this.none = none;
        getSelectionModel().selectedIndexProperty().addListener((observable, before, now) -> choose(now.intValue()));
    }

    public void offer(List<String> symbols) {
        if (symbols.equals(offered) && !getItems().isEmpty()) {
            return;
        }
        offered = symbols;
        isOffering = true;
        List<String> items = new ArrayList<>(symbols);
        items.add(0, none);
        getItems().setAll(items);
        // Otherwise it would take the same index for the same choice, and show nothing
        getSelectionModel().clearSelection();
        int index = chosen.get().map(symbols::indexOf).orElse(-1) + 1;
        getSelectionModel().select(index);
        isOffering = false;
        choose(index);
    }

    private void choose(int index) {
        if (!isOffering) {
            chosen.set(index > 0 ? Optional.of(getItems().get(index)) : Optional.empty());
        }
    }

    /** The symbol that is chosen; empty for none. */
    public ReadOnlyObjectProperty<Optional<String>> chosenProperty() {
        return chosen;
    }
}
