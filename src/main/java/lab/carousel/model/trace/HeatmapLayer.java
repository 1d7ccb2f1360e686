package lab.carousel.model.trace;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Quantity;

/**
 * What a heatmap can show in its cells, one at a time; not to be confused with the layers of a network. All but the
 * outputs have a value for each unit and step, the outputs one for each output symbol and step.
 */
public enum HeatmapLayer {
    HIDDEN_STATE,
    CELL_STATE,
    INPUT_GATE,
    FORGET_GATE,
    OUTPUT_GATE,
    UPDATE_GATE,
    RESET_GATE,
    CANDIDATE,
    /** c' - c, see {@link Trace#cellChanges}. */
    CELL_CHANGE,
    OUTPUTS;

    public enum ValueRange {
        /** -1 to 1. */
        SIGNED,
        /** Any number, either side of zero. */
        UNBOUNDED,
        /** 0 to 1. */
        SHARE
    }

    private final Optional<Quantity> quantity = Arrays.stream(Quantity.values())
            .filter(each -> each.name().equals(name()))
            .findFirst();

    /** The layers that a network of such cells has, in the order in which they are offered. */
    public static List<HeatmapLayer> of(Cell cell) {
        return Stream.of(values())
                .filter(layer -> layer == OUTPUTS
                        || cell.quantities().contains(layer.quantity().orElse(Quantity.CELL_STATE)))
                .toList();
    }

    /** The letter of the equations, Δc for the change of c, y for the outputs. */
    public String letter() {
        return quantity.map(Quantity::letter).orElse(this == OUTPUTS ? "y" : "Δc");
    }

    /** The beginning of its column names in a table: the letter in ASCII. */
    public String column() {
        return letter().replace('Δ', 'd');
    }

    public ValueRange range() {
        return switch (this) {
            case HIDDEN_STATE, CANDIDATE -> ValueRange.SIGNED;
            case CELL_STATE, CELL_CHANGE -> ValueRange.UNBOUNDED;
            default -> ValueRange.SHARE;
        };
    }

    /** The quantity that it shows of each unit; empty for the change of c and the outputs. */
    public Optional<Quantity> quantity() {
        return quantity;
    }

    /** Whether it has a row for each unit; otherwise it has one for each output. */
    public boolean isOfUnits() {
        return this != OUTPUTS;
    }

    /** The number of values at each step: units of all layers, or outputs. */
    public int rows(ParameterLayout layout) {
        return isOfUnits() ? layout.allUnits() : layout.outputs();
    }

    /** Its values after a step, by unit or by output; not to be written to. */
    public double[] values(Traces traces, int column) {
        return switch (this) {
            case OUTPUTS -> traces.outputs(column);
            case CELL_CHANGE -> traces.cellChanges(column);
            default -> traces.values(quantity.orElseThrow(), column);
        };
    }
}
