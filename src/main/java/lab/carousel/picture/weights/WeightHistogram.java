package lab.carousel.picture.weights;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.IntStream;
import lab.carousel.drawing.MatrixDrawing;
import lab.carousel.drawing.MatrixDrawing.ValueText;
import lab.carousel.drawing.MatrixSide;
import lab.carousel.drawing.Ruler;
import lab.carousel.drawing.colour.ColourScale;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.WeightBlock;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;

/** How the weights of some matrices are spread, epoch after epoch: a column for each, darker where there are fewer. */
public final class WeightHistogram {

    /** The number of ranges that the weights are counted in. */
    static final int BINS = 25;

    private static final ValueText PERCENT = new ValueText() {
        @Override
        public String of(double share) {
            return Message.text("weights.histogram.share", share);
        }

        @Override
        public String high(ColourScale scale) {
            return of(scale.high());
        }

        @Override
        public String low(ColourScale scale) {
            return of(scale.low());
        }
    };

    private WeightHistogram() {}

    public record AtEpoch(int epoch, Parameters parameters) {}

    /**
     * The spread of the weights of some matrices.
     *
     * @param moments in the order of their epochs, at least one
     */
    public static MatrixDrawing of(List<AtEpoch> moments, List<WeightBlock> blocks) {
        double[][] weights = moments.stream()
                .map(moment -> weights(moment.parameters(), blocks))
                .toArray(double[][]::new);
        double range = ColourScale.round(largest(weights));
        double[][] shares = shares(weights, range);
        return MatrixDrawing.of(
                shares,
                new MatrixSide(
                        Message.text("weights.histogram.weight"),
                        IntStream.range(0, BINS)
                                .mapToObj(row -> name(row, range))
                                .toList(),
                        new Ruler(
                                IntStream.range(0, BINS)
                                        .mapToDouble(row -> middle(row, range))
                                        .toArray(),
                                false)),
                new MatrixSide(
                        Message.text("weights.histogram.epoch"),
                        moments.stream()
                                .map(moment -> Integer.toString(moment.epoch()))
                                .toList(),
                        new Ruler(moments.stream().mapToDouble(AtEpoch::epoch).toArray(), true)),
                ColourScale.upTo(ColourScale.round(largest(shares))),
                PERCENT);
    }

    /** How large weights of a name are: what their colours say, for those who do not see them. */
    public static String words(String name, Parameters parameters, List<WeightBlock> blocks) {
        double[] weights = weights(parameters, blocks);
        DoubleSummaryStatistics all = Arrays.stream(weights).summaryStatistics();
        return Message.text(
                "weights.spread",
                name,
                NumberText.whole(weights.length),
                NumberText.share(all.getMin()),
                NumberText.share(all.getMax()),
                NumberText.share(Arrays.stream(weights).map(Math::abs).average().orElse(0)));
    }

    /** Whatever its sign. */
    private static double largest(double[][] values) {
        return Arrays.stream(values)
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElse(0);
    }

    /** How much of each column of weights is in each range: a row for each of the ranges. */
    private static double[][] shares(double[][] weights, double range) {
        double[][] shares = new double[BINS][weights.length];
        for (int column = 0; column < weights.length; column++) {
            for (double weight : weights[column]) {
                shares[row(weight, range)][column] += 1.0 / weights[column].length;
            }
        }
        return shares;
    }

    private static double[] weights(Parameters parameters, List<WeightBlock> blocks) {
        return blocks.stream()
                .flatMapToInt(WeightBlock::indices)
                .mapToDouble(parameters::get)
                .toArray();
    }

    /** The largest weights are on top; the middle row has the weights around 0. */
    private static int row(double weight, double range) {
        int fromBelow = (int) Math.floor((weight + range) / (2 * range) * BINS);
        return BINS - 1 - Math.max(0, Math.min(BINS - 1, fromBelow));
    }

    private static String name(int row, double range) {
        return row == BINS / 2 ? "0" : NumberText.twoDigits(middle(row, range));
    }

    private static double middle(int row, double range) {
        return range - (row + 0.5) * 2 * range / BINS;
    }
}
