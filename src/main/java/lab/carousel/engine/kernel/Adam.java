package lab.carousel.engine.kernel;

import java.util.List;
import lab.carousel.model.Optimiser;
import lab.carousel.model.layout.ParameterLayout;

final class Adam implements Updater {

    /** How many updates back the rates are kept; a power of two. */
    private static final int RATES_KEPT = 4_096;
    /** Every so many updates it is checked whether a row still moves. */
    private static final int CHECK_EVERY = 32;
    /** A change below this part of a weight, a quarter of its last bit, is rounded away. */
    private static final double ROUNDED_AWAY = 0x1.0p-55;
    /** From this size on, a weight surely does not change by a denormal number. */
    private static final double LARGE_ENOUGH = 1e-280;

    private final Weights first;
    private final Weights second;
    private long updates;
    private double beta1Power = 1;
    private double beta2Power = 1;
    private double rate;
    /** The rate of each of the last updates, by its number: a ring. */
    private final double[] rates = new double[RATES_KEPT];

    Adam(ParameterLayout layout) {
        first = new Weights(layout);
        second = new Weights(layout);
    }

    @Override
    public void begin(double learningRate) {
        updates++;
        beta1Power *= Optimiser.ADAM_BETA1;
        beta2Power *= Optimiser.ADAM_BETA2;
        rate = learningRate * Math.sqrt(1 - beta2Power) / (1 - beta1Power);
        rates[(int) (updates % RATES_KEPT)] = rate;
    }

    @Override
    public void change(double[] weights, int row, double factor, double[] vector) {
        double[] m = first.rows[row];
        double[] v = second.rows[row];
        double r = rate;
        for (int j = 0; j < weights.length; j++) {
            double g = factor * vector[j];
            m[j] = Optimiser.ADAM_BETA1 * m[j] + (1 - Optimiser.ADAM_BETA1) * g;
            v[j] = Optimiser.ADAM_BETA2 * v[j] + (1 - Optimiser.ADAM_BETA2) * g * g;
            weights[j] -= r * m[j] / (Math.sqrt(v[j]) + Optimiser.EPSILON);
        }
    }

    @Override
    public List<Weights> moments() {
        return List.of(first, second);
    }

    @Override
    public long updates() {
        return updates;
    }

    @Override
    public void setUpdates(long begun) {
        updates = begun;
        beta1Power = power(Optimiser.ADAM_BETA1, begun);
        beta2Power = power(Optimiser.ADAM_BETA2, begun);
    }

    @Override
    public int catchUpLimit() {
        return RATES_KEPT;
    }

    @Override
    public void catchUp(double[] weights, int row, long since) {
        double[] m = first.rows[row];
        double[] v = second.rows[row];
        boolean moves = true;
        for (long update = since + 1; update <= updates; update++) {
            double r = rates[(int) (update % RATES_KEPT)];
            if (moves) {
                withoutGradient(weights, m, v, r);
                moves = update % CHECK_EVERY != 0 || update < CHECK_EVERY || mayMove(weights, m, v, r);
            } else {
                decayMoments(m, v);
            }
        }
    }

    private static void withoutGradient(double[] weights, double[] m, double[] v, double r) {
        for (int j = 0; j < weights.length; j++) {
            m[j] = Optimiser.ADAM_BETA1 * m[j];
            v[j] = Optimiser.ADAM_BETA2 * v[j];
            weights[j] -= r * m[j] / (Math.sqrt(v[j]) + Optimiser.EPSILON);
        }
    }

    /** The same where no weight moves any more. */
    private static void decayMoments(double[] m, double[] v) {
        for (int j = 0; j < m.length; j++) {
            m[j] = Optimiser.ADAM_BETA1 * m[j];
            v[j] = Optimiser.ADAM_BETA2 * v[j];
        }
    }

    /**
     * Whether an update without a gradient may still change a weight. If not, no later one does: from one to the next m
     * becomes 0.9 times as large, the root of v hardly less, and the rate at most 1.05 times.
     */
    private static boolean mayMove(double[] weights, double[] m, double[] v, double r) {
        for (int j = 0; j < weights.length; j++) {
            double size = Math.abs(weights[j]);
            double move = Math.abs(r * m[j] / (Math.sqrt(v[j]) + Optimiser.EPSILON));
            if (m[j] != 0 && !(move < ROUNDED_AWAY * size && size > LARGE_ENOUGH)) {
                return true;
            }
        }
        return false;
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
