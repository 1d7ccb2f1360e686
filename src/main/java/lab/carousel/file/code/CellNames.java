package lab.carousel.file.code;

import java.util.List;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Gate;

/**
 * What the libraries call a layer of cells, and how they lay it out.
 *
 * @param keras               the class in {@code keras.layers}
 * @param torch               the class in {@code torch.nn}
 * @param states              how many vectors are carried
 * @param stateWords          what they are
 * @param builder             how Deeplearning4j's configuration begins
 * @param layer               Deeplearning4j's class of the running layer, where it has to be mended
 * @param carrying            the class that mends it
 * @param deeplearning4jGates the order of the columns of Deeplearning4j's kernels
 */
record CellNames(
        String keras,
        String torch,
        int states,
        String stateWords,
        String builder,
        String layer,
        String carrying,
        List<Gate> deeplearning4jGates) {

    /** The names for a cell; empty texts where a library does not have it. */
    static CellNames of(Cell cell) {
        return switch (cell) {
            case LSTM ->
                new CellNames(
                        "LSTM",
                        "LSTM",
                        2,
                        "hidden state h and cell state c",
                        "new org.deeplearning4j.nn.conf.layers.LSTM.Builder()",
                        "LSTM",
                        "CarryingLstm",
                        List.of(Gate.CANDIDATE, Gate.FORGET, Gate.OUTPUT, Gate.INPUT));
            case GRU -> new CellNames("GRU", "GRU", 1, "the hidden state h", "", "", "", List.of());
            case RECURRENT ->
                new CellNames(
                        "SimpleRNN",
                        "RNN",
                        1,
                        "the hidden state h",
                        "new org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn.Builder()",
                        "SimpleRnn",
                        "CarryingRecurrent",
                        List.of(Gate.CANDIDATE));
            case DENSE ->
                new CellNames(
                        "Dense",
                        "Linear",
                        0,
                        "none, for nothing is carried",
                        "new DenseLayer.Builder()",
                        "",
                        "",
                        List.of(Gate.CANDIDATE));
        };
    }
}
