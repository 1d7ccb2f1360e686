package lab.carousel.study.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Parameters;
import org.apache.commons.math3.exception.ConvergenceException;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresBuilder;
import org.apache.commons.math3.fitting.leastsquares.LevenbergMarquardtOptimizer;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.util.Pair;

/**
 * Where a held symbol leaves the state: the minima of q = 1/2 |F(x) - x|^2 that are reached from some states, by
 * Levenberg and Marquardt's method.
 *
 * @param starts   from how many states it was searched, less where it was stopped
 * @param of       and from how many it should have been
 */
public record FixedPoints(List<FixedPoint> points, int starts, int of) {

    /** The most states that it is searched from. */
    public static final int MOST_STARTS = 64;
    /** The most numbers of a state with which it is searched: a step of the search takes their cube. */
    public static final int MOST_NUMBERS = 400;

    /** Points that are closer are one. */
    private static final double SAME = 1e-3;

    /** The golden ratio less 1: of all numbers the worst to approach by fractions. */
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private static final int MOST_STEPS = 200;
    /** Where the search ends: as near as doubles come. */
    private static final double NOTHING_LEFT = 1e-28;

    public FixedPoints {
        points = List.copyOf(points);
    }

    /** Whether it can be searched: there is a state, and it is not too large. */
    public static boolean canBeSearched(ParameterLayout layout) {
        return layout.cell().isRecurrent() && StatePart.whole(layout).size(layout) <= MOST_NUMBERS;
    }

    /**
     * Searches under a symbol.
     *
     * @param from whole states ({@link StatePart#whole}), of which at most {@value #MOST_STARTS} are taken, spread evenly also
     *             where it is stopped
     * @param goOn asked again and again; where it says no, what was found so far is all
     */
    public static FixedPoints search(Parameters parameters, int symbol, double[][] from, BooleanSupplier goOn) {
        HeldStep step = new HeldStep(parameters, symbol);
        int of = Math.min(from.length, MOST_STARTS);
        List<FixedPoint> found = new ArrayList<>();
        int starts = 0;
        while (starts < of && goOn.getAsBoolean()) {
            double[] x = minimum(step, from[place(starts, from.length)], goOn);
            if (goOn.getAsBoolean()) {
                add(found, step, x);
                starts++;
            }
        }
        found.sort(Comparator.comparing(FixedPoint::isFixed)
                .thenComparing(FixedPoint::isStable)
                .thenComparing(FixedPoint::keeps)
                .reversed());
        return new FixedPoints(found, starts, of);
    }

    /** Adds a point, unless it was found before; in place of a slow one that is near it if it is fixed. */
    private static void add(List<FixedPoint> found, HeldStep step, double[] x) {
        RealVector here = new ArrayRealVector(x, false);
        double q = q(step, x);
        Predicate<FixedPoint> isSame = other -> here.getDistance(new ArrayRealVector(other.state(), false)) < SAME;
        found.removeIf(other -> !other.isFixed() && q < FixedPoint.FIXED && isSame.test(other));
        if (found.stream().noneMatch(isSame)) {
            found.add(FixedPoint.of(step, x, q));
        }
    }

    /** Spread evenly however many are taken, but by no fixed stride, which could meet the same step of each sequence. */
    private static int place(int start, int states) {
        return states <= MOST_STARTS ? start : (int) (start * GOLDEN % 1 * states);
    }

    private static double q(HeldStep step, double[] x) {
        return 0.5 * Math.pow(residual(step, x).getNorm(), 2);
    }

    private static RealVector residual(HeldStep step, double[] x) {
        return new ArrayRealVector(step.of(x), false).subtract(new ArrayRealVector(x, false));
    }

    private static double[] minimum(HeldStep step, double[] start, BooleanSupplier goOn) {
        RealVector[] best = {new ArrayRealVector(start)};
        try {
            new LevenbergMarquardtOptimizer()
                    .optimize(new LeastSquaresBuilder()
                            .start(start)
                            .target(new double[start.length])
                            .model(x -> Pair.create(residual(step, x.toArray()), slopes(step, x.toArray())))
                            .maxEvaluations(Integer.MAX_VALUE)
                            .maxIterations(Integer.MAX_VALUE)
                            .checker((steps, before, now) -> {
                                best[0] = now.getPoint();
                                return steps >= MOST_STEPS
                                        || !goOn.getAsBoolean()
                                        || now.getCost() * now.getCost() < 2 * NOTHING_LEFT;
                            })
                            .build());
        } catch (ConvergenceException e) {
            // No smaller step makes a difference any more: the last one stays
        }
        return best[0].toArray();
    }

    private static Array2DRowRealMatrix slopes(HeldStep step, double[] x) {
        double[][] slopes = step.jacobian(x);
        IntStream.range(0, x.length).forEach(k -> slopes[k][k] -= 1);
        return new Array2DRowRealMatrix(slopes, false);
    }

    public List<FixedPoint> stable() {
        return points.stream()
                .filter(point -> point.isFixed() && point.isStable())
                .toList();
    }
}
