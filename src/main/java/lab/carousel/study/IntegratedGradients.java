package lab.carousel.study;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import lab.carousel.engine.kernel.BackwardPass;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Output;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.NetworkState;
import lab.carousel.model.trace.FedSteps;
import lab.carousel.task.Step;
import lab.carousel.task.Steps;
import lab.carousel.task.Target;

/**
 * What each symbol fed so far adds to one output, compared with a sequence of all-zero inputs: integrated gradients
 * (Sundararajan, Taly and Yan 2017).
 *
 * <pre>
 *   part of x = x times the mean of dy/dx at α x,   α = (i - 1/2) / n,   i = 1 … n
 * </pre>
 *
 * All parts together are the difference that the inputs make, the more exactly the larger n is. From {@value #FEWEST_POINTS}
 * on, since fewer come close by chance, it is taken three times as large, which keeps the points that there are, until they
 * come within {@value #CLOSE} of the difference.
 *
 * @param parts    by place in the sequence; 0 where the gradient does not reach
 * @param output   with the symbols that were fed
 * @param baseline the output with all-zero inputs from the same state
 * @param points   n
 */
public record IntegratedGradients(double[] parts, double output, double baseline, int points) {

    public static final int MOST_POINTS = 729;

    private static final int FEWEST_POINTS = 9;
    private static final double CLOSE = 0.01;
    /** Steps times parameters of all points: some seconds. */
    private static final double MOST_WORK = 1e9;

    /** Those of an output of a network. */
    public static IntegratedGradients of(FedSteps network, Step at, int output) {
        Ray ray = new Ray(network, at, output);
        double[] unused = new double[at.number()];
        double fed = ray.add(1, unused);
        double zero = ray.add(0, unused);
        double most = MOST_WORK / at.number() / network.parameters().layout().size();
        double[] sums = new double[at.number()];
        int points = 1;
        ray.add(0.5, sums);
        IntegratedGradients found;
        do {
            points *= 3;
            int n = points;
            for (int i = 0; i < n; i++) {
                if (i % 3 != 1) {
                    ray.add((i + 0.5) / n, sums);
                }
            }
            double[] parts = Arrays.stream(sums).map(sum -> sum / n).toArray();
            found = new IntegratedGradients(parts, fed, zero, n);
        } while (points < FEWEST_POINTS || (!found.isClose() && 3 * points <= Math.min(most, MOST_POINTS)));
        return found;
    }

    public double sum() {
        return Arrays.stream(parts).sum();
    }

    public double difference() {
        return output - baseline;
    }

    /** How far the sum is from the difference. */
    public double error() {
        return Math.abs(sum() - difference());
    }

    public boolean isClose() {
        return error() <= CLOSE * Math.abs(difference());
    }

    /** The way from all-zero inputs to those that were fed. */
    private static final class Ray {

        private final Hyperparameters hyperparameters;
        private final BackwardPass pass;
        private final NetworkState start;
        private final Steps steps;
        private final int last;
        private final int inputs;
        private final int output;
        private double y;

        Ray(FedSteps network, Step at, int output) {
            hyperparameters = network.hyperparameters();
            pass = new BackwardPass(network.parameters(), hyperparameters);
            last = at.number() - 1;
            start = network.before(at.sequence(), network.first(), last);
            steps = network.steps(at.sequence());
            inputs = network.parameters().layout().symbols();
            this.output = output;
        }

        /** Adds the inputs times their gradients at a share of the way, by place; returns the output there. */
        double add(double share, double[] sums) {
            double[][] rows = new double[last + 1][inputs];
            for (int t = 0; t <= last; t++) {
                for (int k = 0; k < inputs; k++) {
                    rows[t][k] = share * steps.fed(t, k);
                }
            }
            Target[] targets =
                    IntStream.rangeClosed(0, last).mapToObj(steps::target).toArray(Target[]::new);
            var flow = pass.from(start, Steps.ofRows(rows, targets), last, slopes());
            for (int row = 0; row < flow.symbols().length; row++) {
                int place = flow.symbols()[row];
                for (int k = 0; k < inputs; k++) {
                    sums[place] += steps.fed(place, k) * flow.input()[row][k];
                }
            }
            return y;
        }

        private UnaryOperator<double[]> slopes() {
            Output kind = hyperparameters.get(Settings.OUTPUT);
            return z -> {
                kind.activate(z);
                y = z[output];
                return kind.squashing().slopes(z, output);
            };
        }
    }
}
