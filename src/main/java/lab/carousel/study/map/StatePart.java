package lab.carousel.study.map;

import java.util.ArrayList;
import java.util.List;
import lab.carousel.model.layout.NetworkState;
import lab.carousel.model.layout.ParameterLayout;

/**
 * Which numbers of a network's state are looked at.
 *
 * @param layer counted from 1; {@value #ALL_LAYERS} for all of them
 */
public record StatePart(Vectors vectors, int layer) {

    public static final int ALL_LAYERS = 0;

    /** All that the network carries from step to step. */
    public static StatePart whole(ParameterLayout layout) {
        return new StatePart(layout.cell().hasCellState() ? Vectors.BOTH : Vectors.HIDDEN_STATE, ALL_LAYERS);
    }

    /** The same, or as much of it as a network has: h for c, all layers for one that is not there. */
    public StatePart within(ParameterLayout layout) {
        return new StatePart(
                layout.cell().hasCellState() ? vectors : Vectors.HIDDEN_STATE,
                layer <= layout.layers() ? layer : ALL_LAYERS);
    }

    /** How many numbers it has. */
    public int size(ParameterLayout layout) {
        return (vectors == Vectors.BOTH ? 2 : 1) * (end(layout) - start(layout));
    }

    /** A copy of its numbers. */
    public double[] of(NetworkState state, ParameterLayout layout) {
        return of(state.h, 0, state.c, 0, layout);
    }

    /** A copy of its numbers among those of the {@link #whole} state. */
    public double[] of(double[] whole, ParameterLayout layout) {
        return of(whole, 0, whole, layout.allUnits(), layout);
    }

    private double[] of(double[] h, int firstH, double[] c, int firstC, ParameterLayout layout) {
        int units = end(layout) - start(layout);
        double[] numbers = new double[size(layout)];
        int to = 0;
        if (vectors != Vectors.CELL_STATE) {
            System.arraycopy(h, firstH + start(layout), numbers, 0, units);
            to = units;
        }
        if (vectors != Vectors.HIDDEN_STATE) {
            System.arraycopy(c, firstC + start(layout), numbers, to, units);
        }
        return numbers;
    }

    /** A name for each number: h1, h2 and so on, then c1; the units of all layers are counted through. */
    public List<String> names(ParameterLayout layout) {
        List<String> names = new ArrayList<>();
        for (String letter :
                vectors == Vectors.BOTH ? List.of("h", "c") : List.of(vectors == Vectors.CELL_STATE ? "c" : "h")) {
            for (int unit = start(layout); unit < end(layout); unit++) {
                names.add(letter + (unit + 1));
            }
        }
        return names;
    }

    private int start(ParameterLayout layout) {
        return layer == ALL_LAYERS ? 0 : (layer - 1) * layout.units();
    }

    private int end(ParameterLayout layout) {
        return layer == ALL_LAYERS ? layout.allUnits() : layer * layout.units();
    }
}
