package lab.carousel.engine.dl4j;

import java.util.stream.IntStream;
import lab.carousel.model.layout.CellLibrary;
import lab.carousel.model.layout.LayerLayout;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.Quantity;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Converts between {@link ParameterLayout} and the order in which Deeplearning4j keeps the parameters of a network. The
 * one place that knows the latter. Layer after layer:
 *
 * <pre>
 *   block                shape       columns                index
 *   input kernel W       I x gH      of LSTM: g | f | o | i  column by column
 *   recurrent kernel U   H x gH      of LSTM: g | f | o | i  column by column; a dense layer has none
 *   bias b               gH          of LSTM: g | f | o | i
 * </pre>
 *
 * then the output kernel V, H x O, column by column, and the output bias d. Deeplearning4j calls the candidate g "input"
 * and the input gate i "input modulation gate".
 */
final class ParameterOrder {

    private final ParameterLayout layout;
    /** The index in the layout of each of the network's parameters. */
    private final int[] indices;

    ParameterOrder(ParameterLayout layout) {
        this.layout = layout;
        this.indices = new int[layout.size()];
        int next = 0;
        for (int l = 0; l < layout.layers(); l++) {
            next = addLayer(next, layout.layer(l));
        }
        int[] outputColumns = IntStream.range(0, layout.outputs()).toArray();
        next = addColumns(next, layout.outputKernel(), layout.units(), layout.outputs(), outputColumns);
        addColumns(next, layout.outputBias(), 1, layout.outputs(), outputColumns);
    }

    private int addLayer(int next, LayerLayout layer) {
        int width = layer.gateWidth();
        int[] columns = gateColumns(layer);
        int index = addColumns(next, layer.inputKernel(), layer.inputs(), width, columns);
        index = addColumns(index, layer.recurrentKernel(), layer.recurrentRows(), width, columns);
        return addColumns(index, layer.bias(), 1, width, columns);
    }

    /** For each of the network's columns of a layer, the column of the layout. */
    private static int[] gateColumns(LayerLayout layer) {
        int[] columns = new int[layer.gateWidth()];
        int next = 0;
        for (Quantity gate : layer.cell().gates(CellLibrary.DEEPLEARNING4J)) {
            for (int unit = 0; unit < layer.units(); unit++) {
                columns[next++] = layer.column(gate) + unit;
            }
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

    /** A new array of rank 1. */
    INDArray toNetwork(Parameters parameters) {
        double[] values = new double[indices.length];
        for (int index = 0; index < values.length; index++) {
            values[index] = parameters.get(indices[index]);
        }
        return Nd4j.createFromArray(values).castTo(DataType.DOUBLE);
    }

    Parameters fromNetwork(INDArray network) {
        double[] read = network.data().asDouble();
        double[] values = new double[indices.length];
        for (int index = 0; index < values.length; index++) {
            values[indices[index]] = read[index];
        }
        return Parameters.of(layout, values);
    }
}
