package lab.carousel.engine.kernel;

import java.util.Arrays;
import java.util.List;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Optimiser;
import lab.carousel.model.OptimiserUpdate;
import lab.carousel.model.Settings;
import lab.carousel.model.UpdateRule;
import lab.carousel.model.layout.ParameterLayout;

/**
 * Changes parameters along a gradient, in place, by the rule of an {@link Optimiser}. An update begins once and then
 * changes every row of {@link Weights}.
 *
 * <p>Weight decay stands beside the gradient (Loshchilov and Hutter 2019, AdamW), as in Keras and in PyTorch's AdamW: before
 * a parameter p changes along its gradient it shrinks, with the learning rate r,
 *
 * <pre>
 *   p = p - r decay p
 * </pre>
 *
 * All parameters do, biases among them. What the optimiser keeps of the gradients knows nothing of it.
 */
final class Updater {

    private final OptimiserUpdate optimiser;
    private final UpdateRule rule;
    private final double decay;
    private final List<Weights> moments;
    /** The rows of the moments: (rows, moments, columns). */
    private final double[][][] kept;
    /** What an optimiser that corrects its rate has of each moment's start: its decay to the power of the updates. */
    private final double[] powers;

    private long updates;
    private double rate;
    private double shrunk;

    Updater(Hyperparameters hyperparameters, ParameterLayout layout) {
        optimiser = hyperparameters.get(Settings.OPTIMISER).update(hyperparameters);
        rule = optimiser.rule();
        decay = hyperparameters.get(Settings.WEIGHT_DECAY);
        moments = optimiser.moments().stream()
                .map(moment -> filled(new Weights(layout), moment.start()))
                .toList();
        kept = new double[new Weights(layout).rows.length][][];
        Arrays.setAll(
                kept, row -> moments.stream().map(moment -> moment.rows[row]).toArray(double[][]::new));
        powers = new double[moments.size()];
        Arrays.fill(powers, 1);
    }

    private static Weights filled(Weights weights, double value) {
        for (double[] row : weights.rows) {
            Arrays.fill(row, value);
        }
        return weights;
    }

    void begin(double learningRate) {
        shrunk = 1 - learningRate * decay;
        rate = learningRate;
        if (optimiser.corrected().isPresent()) {
            updates++;
            for (int moment = 0; moment < powers.length; moment++) {
                powers[moment] *= optimiser.moments().get(moment).decay();
            }
            rate = optimiser.corrected().get().of(learningRate, powers);
        }
    }

    /** Changes one row along the gradient {@code factor * vector}. */
    void change(double[] weights, int row, double factor, double[] vector) {
        if (decay > 0) {
            double k = shrunk;
            for (int j = 0; j < weights.length; j++) {
                weights[j] *= k;
            }
        }
        rule.change(weights, kept[row], rate, factor, vector);
    }

    /** What it keeps of the gradients so far, as {@link lab.carousel.engine.TrainerMemory} lists it. */
    List<Weights> moments() {
        return moments;
    }

    /** How many updates it has begun; 0 if it does not need to know. */
    long updates() {
        return updates;
    }

    /** Goes on as if it had begun so many. */
    void setUpdates(long begun) {
        updates = begun;
        Arrays.setAll(powers, moment -> power(optimiser.moments().get(moment).decay(), begun));
    }

    /** Factor by factor, as the updates multiply it, so that it is the same to the last bit. */
    private static double power(double base, long exponent) {
        double power = 1;
        for (long factor = 0; factor < exponent; factor++) {
            double next = power * base;
            if (next == power) {
                // The smallest of all numbers is rounded to itself
                return power;
            }
            power = next;
        }
        return power;
    }
}
