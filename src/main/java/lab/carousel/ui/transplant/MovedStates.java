package lab.carousel.ui.transplant;

import java.util.List;
import java.util.Set;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Quantity;
import lab.carousel.study.Transplant;
import lab.carousel.text.Message;

/** Which states are moved. */
enum MovedStates {
    BOTH(Set.of(Quantity.HIDDEN_STATE, Quantity.CELL_STATE)),
    CELL_STATE(Set.of(Quantity.CELL_STATE)),
    HIDDEN_STATE(Set.of(Quantity.HIDDEN_STATE));

    private final Set<Quantity> quantities;

    MovedStates(Set<Quantity> quantities) {
        this.quantities = quantities;
    }

    Set<Quantity> quantities() {
        return quantities;
    }

    String words() {
        return Message.text("transplant.states." + name());
    }

    String explanation() {
        return Message.text("transplant.explanation." + name());
    }

    /** What moves these states; both if nothing else does. */
    static MovedStates of(Set<Quantity> quantities) {
        return List.of(values()).stream()
                .filter(states -> states.quantities.equals(quantities))
                .findFirst()
                .orElse(BOTH);
    }

    /** What can be moved in a network of a cell: a GRU has no c, a dense one carries nothing. */
    static List<MovedStates> of(Cell cell) {
        List<Quantity> carried = Transplant.carriedBy(cell);
        return List.of(values()).stream()
                .filter(states -> carried.containsAll(states.quantities))
                .toList();
    }
}
