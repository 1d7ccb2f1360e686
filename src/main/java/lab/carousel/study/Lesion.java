package lab.carousel.study;

import java.util.List;
import java.util.Set;
import lab.carousel.model.Operation;
import lab.carousel.model.function.Activation;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.NetworkState;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Quantity;

/**
 * A part of a network put out of work: a quantity of some units is held at a value. A silenced unit has its h, or its c
 * and with it its h, at 0; a forced gate is fully shut at 0 and fully open at 1.
 *
 * @param units    the units, numbered over all layers from 0
 * @param quantity h, c, or a gate of the cell
 * @param value    what it is held at: finite
 * @param from     the first step at which it is, counted from 0
 * @param to       the last one; {@link #EVERYWHERE} reaches to the end
 */
public record Lesion(Set<Integer> units, Quantity quantity, double value, int from, int to) {

    /** Beyond every last step. */
    public static final int EVERYWHERE = Integer.MAX_VALUE;

    /** Copies the units. */
    public Lesion {
        units = Set.copyOf(units);
        if (!Double.isFinite(value) || from < 0 || to < from) {
            throw new IllegalArgumentException("no lesion: " + value + " from " + from + " to " + to);
        }
    }

    /** Units silenced at every step: their h, or their c and with it their h, is 0. */
    public static Lesion silence(Set<Integer> units, Quantity state) {
        return new Lesion(units, state, 0, 0, EVERYWHERE);
    }

    /** What can be held in a cell: its states and gates; GRU's candidate follows from its reset gate. */
    public static List<Quantity> possible(Cell cell) {
        return cell.quantities().stream()
                .filter(quantity -> cell != Cell.GRU || quantity != Quantity.CANDIDATE)
                .toList();
    }

    /**
     * Lesions as one operation on networks of a layout. Where two hold the same thing, the later one does; a hidden state
     * that is held stays at its value whatever becomes of the cell state. What the network does not have is left out.
     */
    public static Operation operation(List<Lesion> lesions, ParameterLayout layout) {
        List<Lesion> possible = lesions.stream()
                .filter(lesion -> possible(layout.cell()).contains(lesion.quantity))
                .toList();
        return new Operation() {

            @Override
            public void onGates(int step, NetworkState state, int layer) {
                for (Lesion lesion : possible) {
                    if (!lesion.isOf(Quantity.CELL_STATE) && !lesion.isOf(Quantity.HIDDEN_STATE)) {
                        lesion.hold(step, state, layer, layout.units());
                    }
                }
            }

            @Override
            public void onState(int step, NetworkState state, int layer) {
                // c first, since it changes h
                for (Quantity quantity : List.of(Quantity.CELL_STATE, Quantity.HIDDEN_STATE)) {
                    for (Lesion lesion : possible) {
                        if (lesion.isOf(quantity)) {
                            lesion.hold(step, state, layer, layout.units());
                        }
                    }
                }
            }
        };
    }

    private boolean isOf(Quantity other) {
        return quantity == other;
    }

    private void hold(int step, NetworkState state, int layer, int unitsPerLayer) {
        if (step < from || step > to) {
            return;
        }
        double[] held = state.get(quantity);
        for (int unit : units) {
            if (unit / unitsPerLayer == layer) {
                held[unit] = value;
                if (quantity == Quantity.CELL_STATE) {
                    state.get(Quantity.HIDDEN_STATE)[unit] =
                            state.get(Quantity.OUTPUT_GATE)[unit] * Activation.tanh(value);
                }
            }
        }
    }
}
