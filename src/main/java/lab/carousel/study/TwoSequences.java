package lab.carousel.study;

import java.util.ArrayList;
import java.util.List;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Operation;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.trace.StepWindow;
import lab.carousel.model.trace.Trace;
import lab.carousel.model.trace.Tracer;

/**
 * What tells two sequences apart inside a network: where their inputs agree, any difference in the state is memory.
 *
 * @param first      a sequence of the task, counted from 0
 * @param second     another one
 * @param quantity   what is compared
 * @param firstStep  the step of the first column, counted from 0
 * @param difference |A - B| of each unit at each step that both have: {@code [column][unit]}
 * @param agrees     whether the two inputs are the same at each of these steps; with a lag of n, all n symbols
 */
public record TwoSequences(
        int first, int second, Quantity quantity, int firstStep, double[][] difference, boolean[] agrees) {

    /**
     * Steps one after the other at which the inputs are the same.
     *
     * @param from the first column, counted from 0
     * @param to   the last one
     */
    public record Agreement(int from, int to) {}

    /**
     * Compares two sequences of a task, each fed as in training, at all steps that both have, but at most
     * {@value StepWindow#MAX_COLUMNS}.
     */
    public static TwoSequences of(
            Experiment experiment, Parameters parameters, int first, int second, Quantity quantity) {
        return of(experiment, parameters, first, second, quantity, 0);
    }

    /**
     * The same for longer sequences, of which a part is compared.
     *
     * @param around a step that shall be among those compared, counted from 0; where there are no more steps than can be
     *               compared, all are
     */
    public static TwoSequences of(
            Experiment experiment, Parameters parameters, int first, int second, Quantity quantity, int around) {
        Hyperparameters hyperparameters = experiment.hyperparameters();
        int[] sequenceA = experiment.task().encoded(first);
        int[] sequenceB = experiment.task().encoded(second);
        StepRange range =
                StepRange.around(around, hyperparameters.lag() - 1, Math.min(sequenceA.length, sequenceB.length) - 1);
        Tracer tracer = new Tracer(experiment);
        Trace a = tracer.trace(parameters, first, range.first(), range.count(), Operation.NONE);
        Trace b = tracer.trace(parameters, second, range.first(), range.count(), Operation.NONE);
        double[][] difference = new double[range.count()][parameters.layout().allUnits()];
        boolean[] agrees = new boolean[range.count()];
        for (int column = 0; column < range.count(); column++) {
            agrees[column] = agree(sequenceA, sequenceB, range.first() + column, hyperparameters.lag());
            double[] valuesA = a.values(quantity, column);
            double[] valuesB = b.values(quantity, column);
            for (int unit = 0; unit < difference[column].length; unit++) {
                difference[column][unit] = Math.abs(valuesA[unit] - valuesB[unit]);
            }
        }
        return new TwoSequences(first, second, quantity, range.first(), difference, agrees);
    }

    /** Whether the network sees the same in two sequences at a step: the last so many symbols. */
    static boolean agree(int[] a, int[] b, int step, int lag) {
        for (int symbol = step - lag + 1; symbol <= step; symbol++) {
            if (a[symbol] != b[symbol]) {
                return false;
            }
        }
        return true;
    }

    /** The sum of the differences of all units at a column. */
    public double total(int column) {
        double sum = 0;
        for (double unit : difference[column]) {
            sum += unit;
        }
        return sum;
    }

    /** The number of steps compared. */
    public int columns() {
        return difference.length;
    }

    /** All stretches of steps at which the inputs are the same, from left to right. */
    public List<Agreement> agreements() {
        List<Agreement> stretches = new ArrayList<>();
        int from = -1;
        for (int column = 0; column <= agrees.length; column++) {
            boolean agree = column < agrees.length && agrees[column];
            if (agree && from < 0) {
                from = column;
            } else if (!agree && from >= 0) {
                stretches.add(new Agreement(from, column - 1));
                from = -1;
            }
        }
        return List.copyOf(stretches);
    }
}
