package lab.carousel.study;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import lab.carousel.engine.kernel.BackwardPass;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.NetworkState;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.trace.FedSteps;
import lab.carousel.task.Step;
import lab.carousel.task.Steps;
import lab.carousel.task.Target;

/**
 * How much each symbol fed so far, and each state on the way, had to do with one output: the gradient of that output,
 * taken back through time (Simonyan, Vedaldi and Zisserman 2013).
 *
 * @param step      the step of the output, counted from 0
 * @param lag       time steps per step
 * @param value     the output itself, 0 to 1
 * @param fed       the symbols at the places 0 to {@code step} of the sequence, as indices
 * @param flow      the gradient with respect to inputs and states, back through time: for each time step also the place in
 *                  the sequence of the symbol that was fed; with a lag of 1 time step t has symbol t
 * @param atLast    the gradient with respect to h after the last time step, all layers
 * @param strengths how much the output hangs on the symbol at each place: how fast it changes when that symbol begins to
 *                  turn into another one, in the direction in which it does so most. With one-hot inputs that is the
 *                  largest difference between the gradient's component of another symbol and that of the symbol itself;
 *                  with numbers the largest component
 *                  0 where the gradient does not reach
 */
public record Saliency(
        int step,
        int output,
        int lag,
        double value,
        List<Target> fed,
        BackwardPass.Flow flow,
        double[] atLast,
        double[] strengths) {

    /**
     * The saliency of an output of a network.
     *
     * @param at the step of the output; its number is at least the lag
     */
    public static Saliency of(FedSteps network, Step at, int output) {
        Hyperparameters hyperparameters = network.hyperparameters();
        int step = at.number() - 1;
        Steps sequence = network.steps(at.sequence());
        double[] outputs = network.outputs(at.sequence(), step);
        double[] dz = hyperparameters.get(Settings.OUTPUT).squashing().slopes(outputs, output);
        NetworkState start = network.before(at.sequence(), network.first(), step);
        BackwardPass.Flow flow =
                new BackwardPass(network.parameters(), hyperparameters).from(start, sequence, step, z -> dz);
        List<Target> fed =
                IntStream.rangeClosed(0, step).mapToObj(sequence::fed).toList();
        return new Saliency(
                step,
                output,
                hyperparameters.get(Settings.LAG),
                outputs[output],
                fed,
                flow,
                atLast(network.parameters(), dz),
                strengths(fed, flow));
    }

    /** The outputs see the last layer: dh = V dz there, and nothing in the layers below. */
    private static double[] atLast(Parameters parameters, double[] dz) {
        ParameterLayout layout = parameters.layout();
        double[] weights = parameters.toArray();
        double[] dh = new double[layout.allUnits()];
        int first = layout.allUnits() - layout.units();
        for (int unit = 0; unit < layout.units(); unit++) {
            for (int k = 0; k < dz.length; k++) {
                dh[first + unit] += weights[layout.outputKernel() + unit * layout.outputs() + k] * dz[k];
            }
        }
        return dh;
    }

    /** With a lag a symbol is fed several times: if it were another one, it would be so each time. */
    private static double[] strengths(List<Target> fed, BackwardPass.Flow flow) {
        double[][] total = new double[fed.size()][];
        for (int time = 0; time < flow.symbols().length; time++) {
            int place = flow.symbols()[time];
            if (total[place] == null) {
                total[place] = flow.input()[time].clone();
            } else {
                for (int k = 0; k < total[place].length; k++) {
                    total[place][k] += flow.input()[time][k];
                }
            }
        }
        double[] strengths = new double[fed.size()];
        for (int place = 0; place < fed.size(); place++) {
            for (int k = 0; total[place] != null && k < total[place].length; k++) {
                int own = fed.get(place).index();
                strengths[place] = Math.max(
                        strengths[place], Math.abs(total[place][k] - (own == Target.NO_INDEX ? 0 : total[place][own])));
            }
        }
        return strengths;
    }

    /**
     * The gradient with respect to the state carried on after a step, of all units.
     *
     * @param ofCell whether that of c, which the output of the same step sees through h only; otherwise that of h
     * @param place  of the step, counted from 0, at most {@code step}
     * @return NaN where the gradient does not reach: before the first step, where the state was reset, or where the step went
     *     to another slot of the batch
     */
    public double[] afterStep(boolean ofCell, int place) {
        if (place == step) {
            return ofCell ? new double[atLast.length] : atLast.clone();
        }
        for (int next = lag; next < flow.symbols().length; next += lag) {
            if (flow.symbols()[next - 1] == place) {
                return (ofCell ? flow.cell() : flow.hidden())[next].clone();
            }
        }
        double[] none = new double[atLast.length];
        Arrays.fill(none, Double.NaN);
        return none;
    }

    /**
     * The place before the last whose symbol the output hangs on most.
     *
     * @return empty if it hangs on none
     */
    public OptionalInt strongestEarlier() {
        return strongestEarlier(strengths);
    }

    /** The place before the last that has the largest size, of either sign; empty if all are 0. */
    public OptionalInt strongestEarlier(double[] sizes) {
        int best = -1;
        for (int place = 0; place < step; place++) {
            if (Math.abs(sizes[place]) > (best < 0 ? 0 : Math.abs(sizes[best]))) {
                best = place;
            }
        }
        return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
    }
}
