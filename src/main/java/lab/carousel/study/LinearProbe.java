package lab.carousel.study;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * How well a value can be read out of states by a line (of several values, by planes): ridge least squares of one output for
 * each value, of which the largest is read. Unlike logistic regression that has one solution in closed form, the same
 * everywhere, and reads shuffled values by the same decomposition.
 *
 * <pre>
 *   W = (X'X + λ I)⁻¹ X'Y    X: states less their mean, over the root of the sum of all squares;  Y: 1 or 0, less the mean
 * </pre>
 *
 * States come in groups, one of each value, which stay together when states are held out: so each value is as frequent in all
 * parts, and a probe that has learned nothing is right in one of so many cases, exactly.
 *
 * @param accuracy share of held-out states that are read right; each is held out once, in one of {@value #SPLITS} splits
 * @param shuffled the same with the values of each group shuffled: {@value #SHUFFLES} times
 */
public record LinearProbe(double accuracy, double[] shuffled) {

    public static final int SPLITS = 5;
    public static final int SHUFFLES = 20;

    private static final double RIDGE = 1e-6;
    /** Outputs so near to one another are the same: of twins even what is left by rounding would be read. */
    private static final double EQUAL = 1e-9;

    /** @param states {@code [group][value][number]} */
    public static LinearProbe of(double[][][] states) {
        int[][][] labels = labels(states.length, states[0].length);
        int[] right = new int[labels.length];
        for (int split = 0; split < SPLITS; split++) {
            int out = split;
            addRight(
                    states,
                    IntStream.range(0, states.length)
                            .filter(group -> group % SPLITS != out)
                            .toArray(),
                    IntStream.range(0, states.length)
                            .filter(group -> group % SPLITS == out)
                            .toArray(),
                    labels,
                    right);
        }
        double[] accuracies = Arrays.stream(right)
                .mapToDouble(each -> each / (double) (states.length * states[0].length))
                .toArray();
        return new LinearProbe(accuracies[0], Arrays.copyOfRange(accuracies, 1, accuracies.length));
    }

    /** The values of each group as they are, and then shuffled, always in the same way: {@code [labelling][group][value]}. */
    private static int[][][] labels(int groups, int values) {
        SplittableRandom random = new SplittableRandom(1);
        int[][][] labels = new int[1 + SHUFFLES][groups][];
        for (int labelling = 0; labelling < labels.length; labelling++) {
            for (int group = 0; group < groups; group++) {
                int[] order = IntStream.range(0, values).toArray();
                for (int left = values; left > 1 && labelling > 0; left--) {
                    int other = random.nextInt(left);
                    int value = order[left - 1];
                    order[left - 1] = order[other];
                    order[other] = value;
                }
                labels[labelling][group] = order;
            }
        }
        return labels;
    }

    private static void addRight(double[][][] states, int[] learned, int[] heldOut, int[][][] labels, int[] right) {
        int values = states[0].length;
        double[][] x = Arrays.stream(learned)
                .mapToObj(group -> states[group])
                .flatMap(Arrays::stream)
                .map(double[]::clone)
                .toArray(double[][]::new);
        double[] mean = mean(x);
        double scale = scale(x, mean);
        Arrays.stream(x).forEach(row -> place(row, mean, scale));
        double[][] y = new double[x.length][labels.length * values];
        for (int row = 0; row < y.length; row++) {
            Arrays.fill(y[row], -1.0 / values);
            for (int labelling = 0; labelling < labels.length; labelling++) {
                y[row][labelling * values + labels[labelling][learned[row / values]][row % values]] += 1;
            }
        }
        RealMatrix weights = weights(new Array2DRowRealMatrix(x, false), new Array2DRowRealMatrix(y, false))
                .transpose();
        for (int group : heldOut) {
            for (int value = 0; value < values; value++) {
                double[] state = states[group][value].clone();
                place(state, mean, scale);
                double[] outputs = weights.operate(state);
                for (int labelling = 0; labelling < labels.length; labelling++) {
                    int read = largest(outputs, labelling * values, values);
                    right[labelling] += read == labels[labelling][group][value] ? 1 : 0;
                }
            }
        }
    }

    /** Solves in as many unknowns as there are states or numbers, whichever are fewer: W is the same. */
    static Array2DRowRealMatrix weights(Array2DRowRealMatrix x, Array2DRowRealMatrix y) {
        Array2DRowRealMatrix turned = new Array2DRowRealMatrix(x.transpose().getData(), false);
        return x.getRowDimension() < x.getColumnDimension()
                ? turned.multiply(solve(x.multiply(turned), y))
                : solve(turned.multiply(x), turned.multiply(y));
    }

    /** Arrays of rows throughout: products of other matrices check the place of each number. */
    private static Array2DRowRealMatrix solve(Array2DRowRealMatrix products, Array2DRowRealMatrix wanted) {
        for (int place = 0; place < products.getRowDimension(); place++) {
            products.addToEntry(place, place, RIDGE);
        }
        RealMatrix solution = new CholeskyDecomposition(products).getSolver().solve(wanted);
        return new Array2DRowRealMatrix(solution.getData(), false);
    }

    private static double[] mean(double[][] rows) {
        double[] mean = new double[rows[0].length];
        for (double[] row : rows) {
            for (int number = 0; number < mean.length; number++) {
                mean[number] += row[number] / rows.length;
            }
        }
        return mean;
    }

    /** The root of the sum of all squares, 1 if all are 0. */
    private static double scale(double[][] rows, double[] mean) {
        double sum = 0;
        for (double[] row : rows) {
            for (int number = 0; number < mean.length; number++) {
                sum += (row[number] - mean[number]) * (row[number] - mean[number]);
            }
        }
        return sum == 0 ? 1 : Math.sqrt(sum);
    }

    private static void place(double[] state, double[] mean, double scale) {
        for (int number = 0; number < mean.length; number++) {
            state[number] = (state[number] - mean[number]) / scale;
        }
    }

    private static int largest(double[] outputs, int from, int count) {
        int largest = 0;
        for (int place = 1; place < count; place++) {
            largest = outputs[from + place] > outputs[from + largest] + EQUAL ? place : largest;
        }
        return largest;
    }
}
