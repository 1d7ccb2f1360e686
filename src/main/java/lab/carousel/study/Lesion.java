package lab.carousel.study;

import java.util.List;
import java.util.Set;
import lab.carousel.model.Operation;
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

    public static final int EVERYWHERE = Integer.MAX_VALUE;

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

    /**
     * Lesions as one operation on networks of a layout. Where two hold the same thing, the later one does. What the network
     * does not have is left out.
     */
    public static Operation operation(List<Lesion> lesions, ParameterLayout layout) {
        if (lesions.stream().allMatch(lesion -> lesion.units.isEmpty())) {
            // Known as none, for which there is a faster way
            return Operation.NONE;
        }
        return new Operation() {
            @Override
            public void onQuantity(int step, Quantity quantity, double[] values, int layer) {
                for (Lesion lesion : lesions) {
                    if (lesion.quantity == quantity) {
                        lesion.hold(step, values, layer * layout.units());
                    }
                }
            }
        };
    }

    private void hold(int step, double[] values, int first) {
        if (step < from || step > to) {
            return;
        }
        for (int unit : units) {
            if (unit >= first && unit < first + values.length) {
                values[unit - first] = value;
            }
        }
    }
}
