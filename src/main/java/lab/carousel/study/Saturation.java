package lab.carousel.study;

import java.util.List;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.layout.QuantityKind;
import lab.carousel.model.verdict.FedNetwork;
import lab.carousel.study.map.StatePart;
import lab.carousel.study.map.Vectors;
import lab.carousel.study.map.VisitedStates;

/**
 * How often each gate of each unit is nearly shut, or nearly open: a gate that is never between the two has become a switch
 * (Karpathy, Johnson and Li 2015). With a lag it is the gate of the last symbol of a step.
 *
 * @param steps at how many steps it was looked
 * @param of    and how many there are
 * @param shut  at how many of them each gate of each unit was below {@value #SHUT}: {@code [gate][unit]}, units of all layers
 * @param open  and at how many above {@value #OPEN}
 */
public record Saturation(ParameterLayout layout, List<Quantity> gates, int steps, int of, int[][] shut, int[][] open) {

    public static final double SHUT = 0.1;
    public static final double OPEN = 0.9;

    /** The gates of a cell; some cells have none. */
    public static List<Quantity> gates(Cell cell) {
        return cell.quantities().stream()
                .filter(quantity -> quantity.kind() == QuantityKind.GATE)
                .toList();
    }

    /** The part of a state that bounds the steps least, since gates are only counted. */
    public static StatePart part() {
        return new StatePart(Vectors.HIDDEN_STATE, 1);
    }

    /** That of a network at the steps of some dots. */
    public static Saturation of(VisitedStates visited, FedNetwork network) {
        ParameterLayout layout = network.parameters().layout();
        List<Quantity> gates = gates(layout.cell());
        int[][] shut = new int[gates.size()][layout.allUnits()];
        int[][] open = new int[gates.size()][layout.allUnits()];
        visited.each(network, (s, t, state) -> {
            for (int gate = 0; gate < gates.size(); gate++) {
                double[] values = state.get(gates.get(gate));
                for (int unit = 0; unit < values.length; unit++) {
                    shut[gate][unit] += values[unit] < SHUT ? 1 : 0;
                    open[gate][unit] += values[unit] > OPEN ? 1 : 0;
                }
            }
        });
        return new Saturation(layout, gates, visited.dots().size(), visited.steps(), shut, open);
    }

    /** The share of the steps at which a gate of a unit is shut; its place among the gates. */
    public double shut(int gate, int unit) {
        return (double) shut[gate][unit] / steps;
    }

    /** The share of the steps at which it is open. */
    public double open(int gate, int unit) {
        return (double) open[gate][unit] / steps;
    }
}
