package lab.carousel.study.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lab.carousel.model.verdict.FedNetwork;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;

/**
 * The states that a network visits, seen along some axes: those of these states, or those of another moment, so that the dots
 * can be followed.
 */
public final class StateMap {

    /** Where the first two axes of another network hold less of the variance, dots that lie together may be far apart. */
    private static final double LITTLE = 0.5;

    private final VisitedStates visited;
    private final PrincipalAxes axes;
    /** The states whose axes they are. */
    private final double[][] fixedBy;

    private final double[][] states;
    private final double[][] coordinates;
    private final double[] shares;
    /** The least and the largest coordinate along each axis, of this map and of those before it along the same axes. */
    private final double[] low;

    private final double[] high;

    private StateMap(
            VisitedStates visited,
            PrincipalAxes axes,
            double[][] fixedBy,
            double[][] states,
            double[] low,
            double[] high) {
        this.low = low.clone();
        this.high = high.clone();
        this.visited = visited;
        this.axes = axes;
        this.fixedBy = fixedBy;
        this.states = states;
        this.coordinates = Arrays.stream(states).map(axes::coordinates).toArray(double[][]::new);
        Arrays.stream(coordinates).forEach(this::widen);
        if (visited.startsAtZero()) {
            widen(start());
        }
        double all = 0;
        for (int number = 0; number < states[0].length; number++) {
            all += squares(states, number);
        }
        double variance = all;
        this.shares = new double[PrincipalAxes.MOST];
        Arrays.setAll(shares, axis -> variance == 0 ? 0 : squares(coordinates, axis) / variance);
    }

    /** A map along the axes of the states themselves. */
    public static StateMap of(VisitedStates visited, FedNetwork network) {
        double[][] states = visited.under(network);
        PrincipalAxes axes = PrincipalAxes.of(states);
        double[] nowhere = new double[PrincipalAxes.MOST];
        Arrays.fill(nowhere, Double.POSITIVE_INFINITY);
        double[] beyond = Arrays.stream(nowhere).map(each -> -each).toArray();
        return new StateMap(visited, axes, states, states, nowhere, beyond);
    }

    /** The same network, or another one like it, along the axes of this map, which stays as wide as it was. */
    public StateMap of(FedNetwork network) {
        return new StateMap(visited, axes, fixedBy, visited.under(network), low, high);
    }

    private void widen(double[] point) {
        for (int axis = 0; axis < low.length; axis++) {
            low[axis] = Math.min(low[axis], point[axis]);
            high[axis] = Math.max(high[axis], point[axis]);
        }
    }

    /** The sum of the squares of what a number differs from its mean; 0 where it is always the same. */
    private static double squares(double[][] points, int number) {
        double first = points[0][number];
        double sum = 0;
        double squares = 0;
        for (double[] point : points) {
            double moved = point[number] - first;
            sum += moved;
            squares += moved * moved;
        }
        return Math.max(0, squares - sum * (sum / points.length));
    }

    public VisitedStates visited() {
        return visited;
    }

    public PrincipalAxes axes() {
        return axes;
    }

    /** The numbers of a dot's state; not to be written to. */
    public double[] state(int dot) {
        return states[dot];
    }

    /** Where a dot lies along each of three axes; not to be written to. */
    public double[] coordinates(int dot) {
        return coordinates[dot];
    }

    /** Where a dot lies along an axis; 0 along one that is not there. */
    public double coordinate(int dot, int axis) {
        return coordinates[dot][axis];
    }

    /** Where the zero state lies along each axis, from which sequences start. */
    public double[] start() {
        return axes.coordinates(new double[states[0].length]);
    }

    /** The least coordinate that there was along an axis. */
    public double low(int axis) {
        return low[axis];
    }

    /** The largest coordinate that there was along an axis. */
    public double high(int axis) {
        return high[axis];
    }

    /** How much of all the variance of the dots lies along an axis, 0 to 1. */
    public double share(int axis) {
        return shares[axis];
    }

    /** What an axis is called, with how much of the variance lies along it; nothing if it is not there. */
    public String axisWords(int axis) {
        return axis < axes.count() ? Message.text("stateMap.axis", axis + 1, NumberText.percent(shares[axis])) : "";
    }

    /** What has to be known of the dots, in sentences: that some are left out, or how they lie. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (visited.dots().size() < visited.steps()) {
            notes.add(Message.text(visited.areCut() ? "stateMap.cut" : "stateMap.thinned", visited.steps()));
        }
        int orders = visited.experiment().judgedOrders();
        if (orders > 0) {
            notes.add(Message.text("stateMap.listed", orders));
        }
        if (Arrays.stream(states).allMatch(state -> Arrays.equals(state, states[0]))) {
            notes.add(Message.text("stateMap.point"));
        } else if (shares[0] + shares[1] < LITTLE && !Arrays.deepEquals(states, fixedBy)) {
            notes.add(Message.text(
                    "stateMap.little",
                    NumberText.percent(shares[0] + shares[1]),
                    Message.text("stateMap.along"),
                    Message.text("stateMap.along.OWN")));
        } else if (axes.count() == 1) {
            notes.add(Message.text("stateMap.line"));
        }
        return notes;
    }
}
