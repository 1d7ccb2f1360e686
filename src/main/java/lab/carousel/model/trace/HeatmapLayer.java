package lab.carousel.model.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * What a heatmap can show in its cells, one at a time; not to be confused with the layers of a network. All but the
 * outputs have a value for each unit and step, the outputs one for each output symbol and step.
 */
public enum HeatmapLayer {
    HIDDEN_STATE(Quantity.HIDDEN_STATE, ValueRange.SIGNED),
    CELL_STATE(Quantity.CELL_STATE, ValueRange.UNBOUNDED),
    INPUT_GATE(Quantity.INPUT_GATE, ValueRange.SHARE),
    FORGET_GATE(Quantity.FORGET_GATE, ValueRange.SHARE),
    OUTPUT_GATE(Quantity.OUTPUT_GATE, ValueRange.SHARE),
    UPDATE_GATE(Quantity.UPDATE_GATE, ValueRange.SHARE),
    RESET_GATE(Quantity.RESET_GATE, ValueRange.SHARE),
    CANDIDATE(Quantity.CANDIDATE, ValueRange.SIGNED),
    /** c' - c, see {@link Trace#cellChanges}. */
    CELL_CHANGE("Δc", "dc", ValueRange.UNBOUNDED),
    OUTPUTS("y", "y", ValueRange.SHARE);

    public enum ValueRange {
        /** -1 to 1. */
        SIGNED,
        /** Any number, either side of zero. */
        UNBOUNDED,
        /** 0 to 1. */
        SHARE
    }

    private final @Nullable Quantity quantity;
    private final String letter;
    private final String column;
    private final ValueRange range;

    HeatmapLayer(Quantity quantity, ValueRange range) {
        this.quantity = quantity;
        this.letter = quantity.letter();
        this.column = quantity.letter();
        this.range = range;
    }

    HeatmapLayer(String letter, String column, ValueRange range) {
        this.quantity = null;
        this.letter = letter;
        this.column = column;
        this.range = range;
    }

    /** The layers that a network of such cells has, in the order in which they are offered. */
    public static List<HeatmapLayer> of(Cell cell) {
        List<HeatmapLayer> layers = new ArrayList<>();
        for (HeatmapLayer layer : values()) {
            boolean has =
                    switch (layer) {
                        case OUTPUTS -> true;
                        case CELL_CHANGE -> cell.quantities().contains(Quantity.CELL_STATE);
                        default -> cell.quantities().contains(layer.quantity);
                    };
            if (has) {
                layers.add(layer);
            }
        }
        return layers;
    }

    /** The letter of the equations, Δc for the change of c, y for the outputs. */
    public String letter() {
        return letter;
    }

    /** The beginning of its column names in a table: the letter in ASCII. */
    public String column() {
        return column;
    }

    public ValueRange range() {
        return range;
    }

    /** The quantity that it shows of each unit; empty for the change of c and the outputs. */
    public Optional<Quantity> quantity() {
        return Optional.ofNullable(quantity);
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
            default -> traces.values(quantity().orElseThrow(), column);
        };
    }
}
