package lab.carousel.study;

import java.util.Arrays;
import lab.carousel.engine.kernel.BackwardPass;
import lab.carousel.model.Experiment;
import lab.carousel.model.Output;
import lab.carousel.model.Parameters;
import lab.carousel.model.Trace;

/**
 * How much each symbol fed so far, and each state on the way, had to do with one output: the gradient of that output,
 * taken back through time (Simonyan, Vedaldi and Zisserman 2013).
 *
 * @param step    the step of the output, counted from 0
 * @param output  the index of the output
 * @param symbols for each time step the place in the sequence of the symbol that was fed; with a lag of 1 time step t
 *                has symbol t
 * @param input   the gradient with respect to the input vector at each time step: {@code [time][K]}
 * @param hidden  the gradient with respect to h before each time step, all layers: {@code [time][units]}
 * @param cell    the same for c
 */
public record Saliency(
        int step, int output, int[] symbols, double[][] input, double[][] hidden, double[][] cell) {

    /**
     * The saliency of an output under given parameters; the sequence is fed from a zero state.
     *
     * @param sequence symbol indices
     * @param step     counted from 0, at least the lag - 1
     * @param output   index of the output
     */
    public static Saliency of(
            Experiment experiment, Parameters parameters, int[] sequence, int step, int output) {
        Trace trace = Trace.of(parameters, experiment.hyperparameters(), sequence, step, 1);
        double[] dz = slopes(experiment.hyperparameters().output(), trace.outputs(0), output);
        BackwardPass.Flow flow =
                new BackwardPass(parameters, experiment.hyperparameters()).from(sequence, step, dz);
        return new Saliency(step, output, flow.symbols(), flow.input(), flow.hidden(), flow.cell());
    }

    /** The gradient of an output with respect to the net inputs of all outputs. */
    private static double[] slopes(Output kind, double[] y, int output) {
        double[] dz = new double[y.length];
        if (kind == Output.SOFTMAX) {
            Arrays.setAll(dz, k -> -y[output] * y[k]);
            dz[output] += y[output];
        } else {
            dz[output] = y[output] * (1 - y[output]);
        }
        return dz;
    }

    /** The number of time steps. */
    public int times() {
        return input.length;
    }

    /**
     * How much the output hangs on the symbol of a time step: the norm of the gradient with respect to its input
     * vector, so how fast the output can change as the symbol turns into others.
     */
    public double strength(int time) {
        return norm(input[time]);
    }

    /** How much the output hangs on h before a time step. */
    public double hiddenStrength(int time) {
        return norm(hidden[time]);
    }

    /** How much the output hangs on c before a time step. */
    public double cellStrength(int time) {
        return norm(cell[time]);
    }

    private static double norm(double[] vector) {
        return Math.sqrt(Arrays.stream(vector).map(value -> value * value).sum());
    }

    /**
     * The time step before the last whose symbol the output hangs on most.
     *
     * @return -1 if there is none
     */
    public int strongestEarlier() {
        int best = -1;
        for (int time = 0; time < times() - 1; time++) {
            if (best < 0 || strength(time) > strength(best)) {
                best = time;
            }
        }
        return best;
    }
}
