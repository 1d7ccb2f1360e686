package lab.carousel.model.trace;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import lab.carousel.model.DecidingSteps;
import lab.carousel.model.Experiment;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.Quantity;
import lab.carousel.task.ScoredSteps;
import lab.carousel.task.Step;

/**
 * The traces of all steps in a {@link StepWindow}, side by side. A column is counted from 0 at the window's first one.
 * Immutable.
 */
public final class Traces {

    /** The steps of one sequence that are in the window. */
    public record Stretch(int sequence, Trace trace) {}

    private final Columns all;
    private final StepWindow window;
    private final List<Stretch> stretches;
    private final ParameterLayout layout;
    private final int[] stretchStarts;
    private final int[] stretchAt;
    private final int[] stepAt;
    private final int[] predicted;
    private final int[] fork;
    private final boolean[] unknowable;
    private final boolean[] scored;
    private final int right;

    Traces(
            Columns all,
            StepWindow window,
            List<Stretch> stretches,
            DecidingSteps decidingSteps,
            ScoredSteps scoredSteps,
            ParameterLayout layout) {
        this.all = all;
        this.window = window;
        this.stretches = List.copyOf(stretches);
        this.layout = layout;
        this.stretchStarts = new int[stretches.size()];
        this.stretchAt = new int[window.columns()];
        this.stepAt = new int[window.columns()];
        this.predicted = new int[window.columns()];
        this.fork = new int[window.columns()];
        this.unknowable = new boolean[window.columns()];
        this.scored = new boolean[window.columns()];
        int column = 0;
        int count = 0;
        for (int index = 0; index < stretches.size(); index++) {
            Trace trace = stretches.get(index).trace();
            stretchStarts[index] = column;
            int steps = all.stepsOf(stretches.get(index).sequence()) + scoredSteps.first();
            for (int step = 0; step < trace.steps(); step++, column++) {
                stretchAt[column] = index;
                stepAt[column] = step;
                predicted[column] = trace.predicted(step);
                int number = trace.firstStep() + step;
                scored[column] = scoredSteps.include(number, steps);
                fork[column] =
                        scored[column] ? decidingSteps.fork(stretches.get(index).sequence(), number) : -1;
                unknowable[column] = scored[column]
                        && decidingSteps.isUnknowable(stretches.get(index).sequence(), number);
                count += scored[column] && predicted[column] == trace.target(step) ? 1 : 0;
            }
        }
        this.right = count;
    }

    public static Traces of(Experiment experiment, Parameters parameters, StepWindow window) {
        return new Tracer(experiment).trace(parameters, window);
    }

    /** All steps of the task, of which the window is a part. */
    public Columns all() {
        return all;
    }

    public StepWindow window() {
        return window;
    }

    public List<Stretch> stretches() {
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
        return right;
    }

    /** The place in {@link #stretches} of the stretch that a column belongs to. */
    public int stretchAt(int column) {
        return stretchAt[column];
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
        Stretch stretch = stretches.get(stretchAt[column]);
        Trace trace = stretch.trace();
        int step = stepAt[column];
        return new Step(stretch.sequence(), trace.firstStep() + step + 1, trace.input(step), trace.target(step));
    }

    public int predicted(int column) {
        return predicted[column];
    }

    /** The output of the predicted symbol, 0 to 1. */
    public double probability(int column) {
        return outputs(column)[predicted[column]];
    }

    public double[] outputs(int column) {
        return trace(column).outputs(stepAt[column]);
    }

    public boolean isRight(int column) {
        return predicted[column] == trace(column).target(stepAt[column]);
    }

    /** Whether it has an error signal: if not, nothing was asked of the network there. */
    public boolean isScored(int column) {
        return scored[column];
    }

    public boolean isDeciding(int column) {
        return fork[column] >= 0;
    }

    /** The fork of a column, numbered from 0 in the order in which they appear in the task; -1 if it is not a deciding step. */
    public int fork(int column) {
        return fork[column];
    }

    public boolean isUnknowable(int column) {
        return unknowable[column];
    }

    public boolean hasUnknowable() {
        return IntStream.range(0, unknowable.length).anyMatch(column -> unknowable[column]);
    }

    public double value(Quantity quantity, int column, int unit) {
        return trace(column).value(quantity, stepAt[column], unit);
    }

    /** A quantity of all units after a step; not to be written to. */
    public double[] values(Quantity quantity, int column) {
        return trace(column).values(quantity, stepAt[column]);
    }

    /** The change of c of all units in a step, see {@link Trace#cellChanges}; not to be written to. */
    public double[] cellChanges(int column) {
        return trace(column).cellChanges(stepAt[column]);
    }

    private Trace trace(int column) {
        return stretches.get(stretchAt[column]).trace();
    }
}
