package lab.carousel.engine.dl4j;

import lab.carousel.model.Gate;
import lab.carousel.model.LayerLayout;
import lab.carousel.model.ParameterLayout;
import lab.carousel.model.Parameters;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Converts between {@link ParameterLayout} and the order in which Deeplearning4j keeps the parameters of an LSTM layer
 * and its output layer. The one place that knows the latter:
 *
 * <pre>
 *   block                shape       gates          index
 *   input kernel W       K x 4H      g | f | o | i  column by column
 *   recurrent kernel U   H x 4H      g | f | o | i  column by column
 *   bias b               4H          g | f | o | i
 *   output kernel V      H x K                      column by column
 *   output bias d        K
 * </pre>
 *
 * Deeplearning4j calls the candidate g "input" and the input gate i "input modulation gate".
 */
final class ParameterOrder {

    /** Deeplearning4j's order of the gates. */
    private static final Gate[] GATES = {Gate.CANDIDATE, Gate.FORGET, Gate.OUTPUT, Gate.INPUT};

    private final ParameterLayout layout;
    /** The index in the layout of each of the network's parameters. */
    private final int[] indices;

    ParameterOrder(ParameterLayout layout) {
        this.layout = layout;
        this.indices = new int[layout.size()];
        int[] gateColumns = gateColumns();
        int next = 0;
        LayerLayout lstm = layout.layer(0);
        next = addColumns(next, lstm.inputKernel(), lstm.inputs(), lstm.gateWidth(), gateColumns);
        next = addColumns(next, lstm.recurrentKernel(), lstm.units(), lstm.gateWidth(), gateColumns);
        next = addColumns(next, lstm.bias(), 1, lstm.gateWidth(), gateColumns);
        int[] outputColumns = ascending(layout.symbols());
        next = addColumns(next, layout.outputKernel(), layout.units(), layout.symbols(), outputColumns);
        addColumns(next, layout.outputBias(), 1, layout.symbols(), outputColumns);
    }

    /** For each of the network's columns, the column of the layout. */
    private int[] gateColumns() {
        LayerLayout lstm = layout.layer(0);
        int[] columns = new int[lstm.gateWidth()];
        int next = 0;
        for (Gate gate : GATES) {
            for (int unit = 0; unit < layout.units(); unit++) {
                columns[next++] = lstm.column(gate) + unit;
            }
        }
        return columns;
    }

    private static int[] ascending(int count) {
        int[] columns = new int[count];
        for (int column = 0; column < count; column++) {
            columns[column] = column;
        }
        return columns;
    }

    /** Adds a block that the layout keeps row by row and the network column by column. */
    private int addColumns(int next, int start, int rows, int width, int[] columns) {
        int index = next;
        for (int column : columns) {
            for (int row = 0; row < rows; row++) {
                indices[index++] = start + row * width + column;
            }
        }
        return index;
    }

    ParameterLayout layout() {
        return layout;
    }

    /** The number of parameters. */
    int size() {
        return indices.length;
    }

    /**
     * Puts parameters into the order of the network.
     *
     * @return a new array of rank 1
     */
    INDArray toNetwork(Parameters parameters) {
        double[] values = new double[indices.length];
        for (int index = 0; index < values.length; index++) {
            values[index] = parameters.get(indices[index]);
        }
        return Nd4j.createFromArray(values).castTo(DataType.DOUBLE);
    }

    /**
     * Reads the parameters of a network.
     *
     * @param network the flat parameters of the network; only read
     */
    Parameters fromNetwork(INDArray network) {
        double[] read = network.data().asDouble();
        double[] values = new double[indices.length];
        for (int index = 0; index < values.length; index++) {
            values[indices[index]] = read[index];
        }
        return Parameters.of(layout, values);
    }
}
