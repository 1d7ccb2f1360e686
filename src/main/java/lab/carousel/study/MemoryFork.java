package lab.carousel.study;

import lab.carousel.model.Experiment;
import lab.carousel.model.Parameters;
import lab.carousel.model.Quantity;
import lab.carousel.model.Trace;

/**
 * What tells two sequences apart inside a network: where their inputs agree, any difference in the state is memory.
 *
 * @param first      a sequence of the task, counted from 0
 * @param second     another one
 * @param quantity   what is compared
 * @param firstStep  the step of the first column, counted from 0
 * @param difference |A - B| of each unit at each step that both have: {@code [column][unit]}
 * @param agrees     whether the two inputs are the same at each of these steps
 */
public record MemoryFork(
        int first, int second, Quantity quantity, int firstStep, double[][] difference, boolean[] agrees) {

    /** Compares two sequences of a task, each fed from a zero state. */
    public static MemoryFork of(
            Experiment experiment, Parameters parameters, int first, int second, Quantity quantity) {
        int[][] sequences = experiment.task().encoded();
        Trace a = Trace.of(parameters, experiment.hyperparameters(), sequences[first]);
        Trace b = Trace.of(parameters, experiment.hyperparameters(), sequences[second]);
        int columns = Math.min(a.steps(), b.steps());
        double[][] difference = new double[columns][parameters.layout().allUnits()];
        boolean[] agrees = new boolean[columns];
        for (int column = 0; column < columns; column++) {
            agrees[column] = a.input(column) == b.input(column);
            for (int unit = 0; unit < difference[column].length; unit++) {
                difference[column][unit] =
                        Math.abs(a.value(quantity, column, unit) - b.value(quantity, column, unit));
            }
        }
        return new MemoryFork(first, second, quantity, a.firstStep(), difference, agrees);
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
}
