package lab.carousel.picture.account;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Expression;
import lab.carousel.model.layout.Quantity;
import lab.carousel.text.Message;

/** A stage of a step that is told slowly, in the order in which the equations of the cell are computed. */
public enum StepStage {
    /** The symbol enters, where the states of the step before stand ready. */
    INPUT,
    NET,
    /** Gates and candidate. */
    GATES,
    CELL,
    HIDDEN,
    OUTPUT;

    public static List<StepStage> of(Cell cell) {
        return Stream.of(values())
                .filter(stage ->
                        (stage != GATES || cell.quantities().stream().anyMatch(each -> of(each, cell) == GATES))
                                && (stage != CELL || cell.hasCellState()))
                .toList();
    }

    /** The gates of a cell, the one that keeps first, as in the diagram. */
    static List<Quantity> gates(Cell cell) {
        return cell.gates().stream()
                .sorted(Comparator.comparing(
                        gate -> !cell.keepingGate().filter(gate::equals).isPresent()))
                .toList();
    }

    /** The stage in which a cell gets a quantity. A gate that looks at the new cell state waits for it. */
    public static StepStage of(Quantity quantity, Cell cell) {
        return switch (quantity) {
            case CELL_STATE -> CELL;
            case HIDDEN_STATE -> HIDDEN;
            default -> isLate(quantity, cell) ? HIDDEN : GATES;
        };
    }

    /** The stage in which the net input of a gate is added up. */
    static StepStage ofNet(Quantity gate, Cell cell) {
        return isLate(gate, cell) ? HIDDEN : NET;
    }

    private static boolean isLate(Quantity gate, Cell cell) {
        Optional<Expression> seen = cell.lookedAt(gate);
        return seen.isPresent() && !seen.get().isBefore();
    }

    public String title() {
        return Message.text("slow.stage." + name());
    }
}
