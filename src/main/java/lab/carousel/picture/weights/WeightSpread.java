package lab.carousel.picture.weights;

import java.util.List;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.WeightBlock;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;

/**
 * How large some weights are: what their colours say, for those who do not see them.
 *
 * @param count    how many they are
 * @param smallest of them
 * @param largest  of them
 * @param size     the mean of their absolute values
 */
public record WeightSpread(int count, double smallest, double largest, double size) {

    /** That of the weights in some matrices, of which there is at least one. */
    public static WeightSpread of(Parameters parameters, List<WeightBlock> blocks) {
        double[] values = parameters.toArray();
        int count = 0;
        double sum = 0;
        double smallest = Double.POSITIVE_INFINITY;
        double largest = Double.NEGATIVE_INFINITY;
        for (WeightBlock block : blocks) {
            for (int row = 0; row < block.rows(); row++) {
                for (int column = 0; column < block.columns(); column++) {
                    double weight = values[block.index(row, column)];
                    smallest = Math.min(smallest, weight);
                    largest = Math.max(largest, weight);
                    sum += Math.abs(weight);
                    count++;
                }
            }
        }
        return new WeightSpread(count, smallest, largest, sum / count);
    }

    /** In a sentence about weights of a name. */
    public String words(String name) {
        return Message.text(
                "weights.spread",
                name,
                NumberText.whole(count),
                NumberText.share(smallest),
                NumberText.share(largest),
                NumberText.share(size));
    }
}
