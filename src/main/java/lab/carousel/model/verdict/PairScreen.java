package lab.carousel.model.verdict;

import java.util.Arrays;
import lab.carousel.model.function.Logarithm;
import lab.carousel.model.trace.KeptSteps;

/**
 * Upper bounds, for each of many steps, of the losses of any pair that it makes with another of them: so only the few pairs have
 * to be looked at closely that may be the worst. A pair's losses are ln[(1 + E) (1 + E')], E being exp(-d). That is computed of
 * all pairs in single precision, in loops short enough for the compiler to make vector instructions of them, and what
 * rounding can have made of it is added. Where all d are small, as in a network before it is trained, {@link
 * LossBound#ofPair} is hardly more, and takes no exponential.
 */
final class PairScreen {

    /** Of net inputs that may be larger nothing is told. */
    private static final double LARGEST_INPUT = 1_000;
    /** With no larger net inputs no d is larger than 1. */
    private static final double SMALL_INPUT = 0.5;
    /** Exponents outside of these are taken as these: an exponential of the largest is no bound. */
    private static final float LEAST = -80;

    private static final float MOST = 40;
    private static final float NO_BOUND = 1e17f;
    /** Far more than what rounding makes of an exponential, in parts of it. */
    private static final double ROUNDING = 1e-4;

    private static final double FLOAT_ROUNDING = 0x1p-23;
    /** More than what rounding makes of a bound without exponentials, beside what it makes of net inputs. */
    private static final double ROUNDING_OF_SUM = 1e-6;

    private final KeptSteps kept;
    /** The hidden state of each step, and the weights of its target: {@code [units][steps]}. */
    private final float[][] hidden;

    private final float[][] weights;
    private float[] bias = {};
    /** What goes into the output of its target. */
    private float[] own = {};

    private float[] exponents = {};
    private float[] otherExponents = {};
    /** For each step the largest E + E' + E E' of a pair, or, if all d are small, d^2 - 4 d + d'^2 - 4 d'. */
    private float[] largest = {};

    private int count;
    private boolean areSmall;
    /** At least by how much an exponential is off, in parts of it, or a small d. */
    private double rounding;

    /** A screen for some steps after the other. */
    PairScreen(KeptSteps kept) {
        this.kept = kept;
        hidden = new float[kept.units()][0];
        weights = new float[kept.units()][0];
    }

    /**
     * Looks at all pairs of some steps; those before are forgotten.
     *
     * @param steps   their numbers as they were kept, sorted by target
     * @param targets of these steps
     * @param inputs  what goes into the outputs of these targets
     */
    void look(int[] steps, int[] targets, double[] inputs) {
        count = steps.length;
        if (largest.length < count) {
            reserve();
        }
        double mostInput = read(steps, targets, inputs);
        areSmall = mostInput <= SMALL_INPUT;
        rounding = (areSmall ? ROUNDING_OF_SUM : ROUNDING) + 3 * mostInput * (kept.units() + 8) * FLOAT_ROUNDING;
        boolean isTold = mostInput <= LARGEST_INPUT;
        Arrays.fill(largest, 0, count, isTold ? Float.NEGATIVE_INFINITY : Float.POSITIVE_INFINITY);
        for (int step = 1, alike = 0; step < count && isTold; step++) {
            alike = targets[step] == targets[step - 1] ? alike : step;
            meet(step, alike);
        }
    }

    private void reserve() {
        bias = new float[count];
        own = new float[count];
        exponents = new float[count];
        otherExponents = new float[count];
        largest = new float[count];
        for (int unit = 0; unit < hidden.length; unit++) {
            hidden[unit] = new float[count];
            weights[unit] = new float[count];
        }
    }

    /** Gives more than any net input of these targets at any of these steps, or NaN. */
    private double read(int[] steps, int[] targets, double[] inputs) {
        double mostInput = 0;
        for (int index = 0; index < count; index++) {
            bias[index] = (float) kept.bias(targets[index]);
            own[index] = (float) inputs[index];
            mostInput = Math.max(mostInput, Math.abs(kept.bias(targets[index])));
        }
        for (int unit = 0; unit < hidden.length; unit++) {
            double mostHidden = 0;
            double mostWeight = 0;
            for (int index = 0; index < count; index++) {
                double h = kept.hidden(steps[index], unit);
                double v = kept.weight(unit, targets[index]);
                hidden[unit][index] = (float) h;
                weights[unit][index] = (float) v;
                mostHidden = Math.max(mostHidden, Math.abs(h));
                mostWeight = Math.max(mostWeight, Math.abs(v));
            }
            mostInput += mostHidden * mostWeight;
        }
        return mostInput;
    }

    /** Lets a step meet the first ones. */
    private void meet(int step, int others) {
        System.arraycopy(bias, 0, exponents, 0, others);
        Arrays.fill(otherExponents, 0, others, bias[step]);
        addProducts(step, hidden, weights, exponents, others);
        addProducts(step, weights, hidden, otherExponents, others);
        if (areSmall) {
            joinSmall(exponents, own[step], otherExponents, own, others);
        } else {
            limit(exponents, own[step], otherExponents, own, others);
            raise(exponents, others);
            raise(otherExponents, others);
            join(exponents, otherExponents, others);
        }
        takeIn(exponents, largest, others);
        largest[step] = Math.max(largest[step], largest(exponents, others));
    }

    /** sums += A's column of a step, times B; four rows at a time. */
    private static void addProducts(int step, float[][] a, float[][] b, float[] sums, int count) {
        int row = 0;
        for (; row + 4 <= a.length; row += 4) {
            addFour(step, a, b, row, sums, count);
        }
        for (; row < a.length; row++) {
            add(a[row][step], b[row], sums, count);
        }
    }

    private static void addFour(int step, float[][] a, float[][] b, int row, float[] y, int count) {
        float x0 = a[row][step];
        float x1 = a[row + 1][step];
        float x2 = a[row + 2][step];
        float x3 = a[row + 3][step];
        float[] r0 = b[row];
        float[] r1 = b[row + 1];
        float[] r2 = b[row + 2];
        float[] r3 = b[row + 3];
        for (int j = 0; j < count; j++) {
            y[j] = y[j] + x0 * r0[j] + x1 * r1[j] + x2 * r2[j] + x3 * r3[j];
        }
    }

    private static void add(float x, float[] row, float[] y, int count) {
        for (int j = 0; j < count; j++) {
            y[j] += x * row[j];
        }
    }

    /** From net inputs of the other's target to exponents. */
    private static void limit(float[] one, float ownOfOne, float[] other, float[] ownOfOther, int count) {
        for (int j = 0; j < count; j++) {
            one[j] = Math.max(LEAST, Math.min(MOST, one[j] - ownOfOne));
            other[j] = Math.max(LEAST, Math.min(MOST, other[j] - ownOfOther[j]));
        }
    }

    /** From exponents x to e^x: e^(x/128) by its Taylor series, which for negative x is no less, and seven times squared. */
    private static void raise(float[] x, int count) {
        for (int j = 0; j < count; j++) {
            float t = x[j] * 0.0078125f;
            float high = 0.041666668f + t * (0.008333334f + t * 0.0013888889f);
            float power = 1 + t * (1 + t * (0.5f + t * (0.16666667f + t * high)));
            power *= power;
            power *= power;
            power *= power;
            power *= power;
            power *= power;
            power *= power;
            x[j] = power * power;
        }
    }

    private static void join(float[] one, float[] other, int count) {
        for (int j = 0; j < count; j++) {
            one[j] = one[j] + other[j] + one[j] * other[j];
        }
    }

    /** From net inputs of the other's target to d^2 - 4 d + d'^2 - 4 d'. */
    private static void joinSmall(float[] one, float ownOfOne, float[] other, float[] ownOfOther, int count) {
        for (int j = 0; j < count; j++) {
            float x = one[j] - ownOfOne;
            float y = other[j] - ownOfOther[j];
            one[j] = 4 * (x + y) + x * x + y * y;
        }
    }

    private static void takeIn(float[] values, float[] largest, int count) {
        for (int j = 0; j < count; j++) {
            largest[j] = Math.max(largest[j], values[j]);
        }
    }

    private static float largest(float[] values, int count) {
        float most = Float.NEGATIVE_INFINITY;
        for (int j = 0; j < count; j++) {
            if (values[j] > most) {
                most = values[j];
            }
        }
        return most;
    }

    /** At least the losses of each pair that a step makes. */
    double mostLosses(int index) {
        if (areSmall) {
            return ForkFindings.NO_BITS + largest[index] / 8 + 2 * rounding;
        }
        return largest[index] < NO_BOUND
                ? Logarithm.ofOnePlus(Math.max(0, largest[index]) * (1 + rounding))
                : Double.POSITIVE_INFINITY;
    }
}
