package lab.carousel.engine.kernel;

import java.util.stream.IntStream;
import lab.carousel.model.layout.ParameterLayout;

/**
 * What the passes over a stretch leave: {@link LayerMemory} for each layer, and the rows that have an error signal, the
 * scored ones, apart. It grows when a longer stretch comes, and stays. H units in each layer, O outputs.
 */
final class SegmentMemory {

    /** In {@link #scoredAt}: this row has no error signal. */
    static final int NOT_SCORED = -1;

    private final ParameterLayout layout;

    final LayerMemory[] layers;
    /** The index of the symbol that each row sees, {@link lab.carousel.task.Target#NO_INDEX} if it sees other numbers: (rows). */
    int[] input = {};
    /** Those numbers, not a copy: (rows, K). */
    double[][] x = {};
    /** Which of the scored rows each row is: (rows). */
    int[] scoredAt = {};

    int scored;
    /** The gradients of the net inputs of the outputs: (scored, O). */
    double[][] dz = {};
    /** The hidden state of the last layer that each scored row's outputs were computed from, not a copy: (scored, H). */
    double[][] hidden = {};

    SegmentMemory(ParameterLayout layout) {
        this.layout = layout;
        this.layers = IntStream.range(0, layout.layers())
                .mapToObj(layer -> new LayerMemory(layout.layer(layer)))
                .toArray(LayerMemory[]::new);
    }

    LayerMemory last() {
        return layers[layers.length - 1];
    }

    /** Begins a stretch and makes room for it, with at most so many scored rows. What was there is lost. */
    void begin(int rows, int slots, int scoredRows) {
        scored = 0;
        if (rows + slots > input.length) {
            input = new int[rows + slots];
            x = new double[rows + slots][];
            scoredAt = new int[rows + slots];
            for (LayerMemory layer : layers) {
                layer.reserve(rows + slots);
            }
        }
        if (scoredRows > dz.length) {
            dz = new double[scoredRows][layout.outputs()];
            hidden = new double[scoredRows][];
        }
    }

    /** Notes an error signal at a row, whose hidden state after it is that of {@code after}; its row of {@link #dz}. */
    double[] score(int row, int after) {
        scoredAt[row] = scored;
        hidden[scored] = last().h[after];
        return dz[scored++];
    }
}
