package lab.carousel.model.layout;

/**
 * Where each weight stands in the flat parameters of a network with K inputs, layers of H units, and outputs. This is
 * the one place that knows the order: layer after layer as in {@link LayerLayout}, then
 *
 * <pre>
 *   block              shape     element                     index
 *   output kernel V    H x O     from unit u to output k     outputKernel() + u O + k
 *   output bias d      O         of output k                 outputBias() + k
 * </pre>
 *
 * With a one-hot input the row k of the first W is all that the input contributes.
 *
 * @param symbols K, the number of inputs
 * @param outputs O, the number of outputs: K, or less where only the first symbols of the alphabet are ever asked for
 * @param units   H, in each layer
 * @param cell    what the units are
 * @param layers  how many layers, at least 1
 */
public record ParameterLayout(int symbols, int outputs, int units, Cell cell, int layers) {

    /** The layout of one layer of LSTM units with as many outputs as symbols. */
    public ParameterLayout(int symbols, int units) {
        this(symbols, symbols, units, Cell.LSTM, 1);
    }

    /** A layer, counted from 0 at the input. */
    public LayerLayout layer(int layer) {
        LayerLayout first = new LayerLayout(cell, symbols, units, 0);
        if (layer == 0) {
            return first;
        }
        LayerLayout second = new LayerLayout(cell, units, units, first.end());
        return new LayerLayout(cell, units, units, second.start() + (layer - 1) * second.size());
    }

    /** Where the output kernel starts: row u is at {@code outputKernel() + u * outputs()}. */
    public int outputKernel() {
        return layer(layers - 1).end();
    }

    public int outputBias() {
        return outputKernel() + units * outputs;
    }

    public int size() {
        return outputBias() + outputs;
    }

    public int allUnits() {
        return layers * units;
    }
}
