package lab.carousel.model.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import lab.carousel.model.DecidingSteps;
import lab.carousel.model.Experiment;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.Quantity;
import lab.carousel.task.Step;
import lab.carousel.task.Target;

/**
 * The traces of all steps in a {@link ColumnWindow}, side by side. A column is counted from 0 at the window's first one.
 * Immutable.
 */
public final class Traces {

    /**
     * A step of the window.
     *
     * @param stretch its place among the stretches
     * @param step    counted from 0 in the trace of that
     * @param fork    -1 if it is not a deciding step
     */
    private record Column(
            Trace trace, int stretch, int step, Target predicted, boolean scored, int fork, boolean unknowable) {

        boolean isRight() {
            return trace.target(step).accepts(predicted);
        }
    }

    private final Columns all;
    private final ColumnWindow window;
    private final List<TracedSequence> stretches;
    private final ParameterLayout layout;
    private final int[] stretchStarts;
    private final List<Column> columns = new ArrayList<>();

    private Traces(
            Columns all, ColumnWindow window, FedSteps fed, List<TracedSequence> stretches, DecidingSteps deciding) {
        this.all = all;
        this.window = window;
        this.stretches = List.copyOf(stretches);
        this.layout = fed.parameters().layout();
        this.stretchStarts = new int[stretches.size()];
        for (int index = 0; index < stretches.size(); index++) {
            Trace trace = stretches.get(index).trace();
            int sequence = stretches.get(index).sequence();
            stretchStarts[index] = columns.size();
            for (int step = 0; step < trace.steps(); step++) {
                int number = trace.firstStep() + step;
                boolean isScored = fed.steps(sequence).isScored(number);
                columns.add(new Column(
                        trace,
                        index,
                        step,
                        trace.predicted(step),
                        isScored,
                        isScored ? deciding.fork(sequence, number) : -1,
                        isScored && deciding.isUnknowable(sequence, number)));
            }
        }
    }

    public static Traces of(Experiment experiment, Parameters parameters, ColumnWindow window) {
        return of(FedSteps.of(experiment, parameters), Columns.of(experiment), new DecidingSteps(experiment), window);
    }

    /**
     * The traces of a window.
     *
     * @param all      all steps that are fed
     * @param deciding those of their experiment
     * @param window   moved back or cut if it reaches beyond the last column
     */
    public static Traces of(FedSteps fed, Columns all, DecidingSteps deciding, ColumnWindow window) {
        ColumnWindow inside = window.within(all.total());
        List<TracedSequence> stretches = new ArrayList<>();
        int column = inside.first();
        while (column < inside.end()) {
            int s = all.sequenceAt(column);
            int count = Math.min(inside.end(), all.firstOf(s) + all.stepsOf(s)) - column;
            int first = fed.first() + column - all.firstOf(s);
            stretches.add(new TracedSequence(s, fed.trace(s, first, count)));
            column += count;
        }
        return new Traces(all, inside, fed, stretches, deciding);
    }

    /** All steps of the task, of which the window is a part. */
    public Columns all() {
        return all;
    }

    public ColumnWindow window() {
        return window;
    }

    public List<TracedSequence> stretches() {
        return stretches;
    }

    public int columns() {
        return window.columns();
    }

    public int units() {
        return layout.allUnits();
    }

    public ParameterLayout layout() {
        return layout;
    }

    /** How many steps in the window have an error signal and are predicted right. */
    public int right() {
        return (int) columns.stream()
                .filter(column -> column.scored && column.isRight())
                .count();
    }

    /** The place in {@link #stretches} of the stretch that a column belongs to. */
    public int stretchAt(int column) {
        return columns.get(column).stretch;
    }

    public int firstColumnOf(int stretch) {
        return stretchStarts[stretch];
    }

    public OptionalInt columnOf(Step step) {
        for (int index = 0; index < stretches.size(); index++) {
            Trace trace = stretches.get(index).trace();
            int offset = step.number() - 1 - trace.firstStep();
            if (stretches.get(index).sequence() == step.sequence() && offset >= 0 && offset < trace.steps()) {
                return OptionalInt.of(stretchStarts[index] + offset);
            }
        }
        return OptionalInt.empty();
    }

    public Step step(int column) {
        Trace trace = trace(column);
        int step = columns.get(column).step;
        int sequence = stretches.get(stretchAt(column)).sequence();
        return new Step(sequence, trace.firstStep() + step + 1, trace.fed(step), trace.target(step));
    }

    public Target predicted(int column) {
        return columns.get(column).predicted;
    }

    /** The output of the predicted symbol, of several the lowest: 0 to 1; NaN where there is none. */
    public double probability(int column) {
        Target predicted = predicted(column);
        return predicted.size() == 0 ? Double.NaN : predicted.lowest(outputs(column));
    }

    /** The same; where numbers are fed how far the outputs are off, NaN where they do not count. */
    public double measure(int column) {
        if (predicted(column).size() > 0 || !isScored(column)) {
            return probability(column);
        }
        return trace(column).target(columns.get(column).step).difference(outputs(column));
    }

    public double[] outputs(int column) {
        return trace(column).outputs(columns.get(column).step);
    }

    public boolean isRight(int column) {
        return columns.get(column).isRight();
    }

    /** Whether it has an error signal: if not, nothing was asked of the network there. */
    public boolean isScored(int column) {
        return columns.get(column).scored;
    }

    public boolean isDeciding(int column) {
        return fork(column) >= 0;
    }

    /** The fork of a column, numbered from 0 in the order in which they appear in the task; -1 if it is not a deciding step. */
    public int fork(int column) {
        return columns.get(column).fork;
    }

    public boolean isUnknowable(int column) {
        return columns.get(column).unknowable;
    }

    public boolean hasUnknowable() {
        return columns.stream().anyMatch(Column::unknowable);
    }

    public double value(Quantity quantity, int column, int unit) {
        return trace(column).value(quantity, columns.get(column).step, unit);
    }

    /** A quantity of all units after a step; not to be written to. */
    public double[] values(Quantity quantity, int column) {
        return trace(column).values(quantity, columns.get(column).step);
    }

    /** The change of c of all units in a step, see {@link Trace#cellChanges}; not to be written to. */
    public double[] cellChanges(int column) {
        return trace(column).cellChanges(columns.get(column).step);
    }

    private Trace trace(int column) {
        return columns.get(column).trace;
    }
}
