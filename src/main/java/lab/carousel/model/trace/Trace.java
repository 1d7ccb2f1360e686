package lab.carousel.model.trace;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.NetworkState;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.Quantity;
import lab.carousel.task.Steps;
import lab.carousel.task.Target;

/**
 * What a network does on one sequence, step by step: the outputs and all that its cells have. With a lag of n the first
 * step is the one that has n symbols. Immutable; the arrays it gives out
 * are its own and must not be written to.
 */
public final class Trace {

    private final Steps sequence;
    private final int first;
    private final Map<Quantity, double[][]> quantities;
    /** The change of c; empty where the cell has no c. */
    private final double[][] cellChanges;

    private final double[][] outputs;

    Trace(Cell cell, Steps sequence, int first, int count) {
        this.sequence = sequence;
        this.first = first;
        this.quantities = new EnumMap<>(Quantity.class);
        for (Quantity quantity : cell.quantities()) {
            quantities.put(quantity, new double[count][]);
        }
        this.cellChanges = new double[quantities.containsKey(Quantity.CELL_STATE) ? count : 0][];
        this.outputs = new double[count][];
    }

    /** The trace of a whole sequence that is fed from zero. */
    public static Trace of(Parameters parameters, Hyperparameters hyperparameters, Steps sequence) {
        FedSteps fed = FedSteps.of(parameters, hyperparameters, new Steps[] {sequence}, false);
        return fed.trace(0, fed.first(), sequence.size() - fed.first());
    }

    void keep(int index, double[] output, NetworkState state) {
        outputs[index] = output;
        quantities.forEach(
                (quantity, values) -> values[index] = state.get(quantity).clone());
        if (cellChanges.length > 0) {
            cellChanges[index] = new double[state.c.length];
            Arrays.setAll(cellChanges[index], unit -> state.c[unit] - state.startingC[unit]);
        }
    }

    public int steps() {
        return outputs.length;
    }

    /** The number of the first step kept within its sequence, counted from 0. */
    public int firstStep() {
        return first;
    }

    public Target fed(int step) {
        return sequence.fed(first + step);
    }

    public Target target(int step) {
        return sequence.target(first + step);
    }

    /** The largest outputs, as many as are legal; or the numbers. */
    public Target predicted(int step) {
        return sequence.step(0, first + step).said(outputs[step]);
    }

    public Set<Quantity> quantities() {
        return Collections.unmodifiableSet(quantities.keySet());
    }

    /** A quantity of a unit after a kept step; units of all layers are numbered as in {@link NetworkState}. */
    public double value(Quantity quantity, int step, int unit) {
        return values(quantity, step)[unit];
    }

    public double[] values(Quantity quantity, int step) {
        return Objects.requireNonNull(quantities.get(quantity))[step];
    }

    /**
     * The change of c of all units in a kept step: c after it minus the c that the step started from, which is that of
     * the step before, or 0 at the first step and where the state is reset before every step. With a lag it is the change
     * over all symbols of the step.
     *
     * @throws IllegalStateException if the cell has no c
     */
    public double[] cellChanges(int step) {
        if (!quantities.containsKey(Quantity.CELL_STATE)) {
            throw new IllegalStateException("this cell has no c");
        }
        return cellChanges[step];
    }

    public double[] outputs(int step) {
        return outputs[step];
    }
}
