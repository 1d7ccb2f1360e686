package lab.carousel.model;

/**
 * Where each weight stands in the flat parameters of a network with K inputs, H LSTM units and K outputs. This is the
 * one place that knows the order:
 *
 * <pre>
 *   block                shape       element                              index
 *   input kernel W       K x 4H      from symbol k to unit u of gate q    k 4H + q H + u
 *   recurrent kernel U   H x 4H      from unit v to unit u of gate q      ... + v 4H + q H + u
 *   bias b               4H          of unit u of gate q                  ... + q H + u
 *   output kernel V      H x K       from unit u to output k              ... + u K + k
 *   output bias d        K           of output k                          ... + k
 * </pre>
 *
 * Gates are in the order of {@link Gate}. With a one-hot input the row k of W is all that the input contributes.
 *
 * @param symbols K, the number of inputs and of outputs
 * @param units   H
 */
public record ParameterLayout(int symbols, int units) {

    /** 4H: the width of the gates together. */
    public int gateWidth() {
        return Gate.COUNT * units;
    }

    /** Where the input kernel starts: row k is at {@code inputKernel() + k * gateWidth()}. */
    public int inputKernel() {
        return 0;
    }

    /** Where the recurrent kernel starts: row v is at {@code recurrentKernel() + v * gateWidth()}. */
    public int recurrentKernel() {
        return symbols * gateWidth();
    }

    /** Where the bias of the gates starts. */
    public int bias() {
        return recurrentKernel() + units * gateWidth();
    }

    /** Where the output kernel starts: row u is at {@code outputKernel() + u * symbols()}. */
    public int outputKernel() {
        return bias() + gateWidth();
    }

    /** Where the bias of the outputs starts. */
    public int outputBias() {
        return outputKernel() + units * symbols;
    }

    /** The number of parameters. */
    public int size() {
        return outputBias() + symbols;
    }

    /** Where the columns of a gate start within the 4H. */
    public int column(Gate gate) {
        return gate.ordinal() * units;
    }
}
