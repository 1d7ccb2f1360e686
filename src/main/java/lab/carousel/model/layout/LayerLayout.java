package lab.carousel.model.layout;

/**
 * Where the weights of one layer of cells stand in the flat parameters. Blocks follow one another:
 *
 * <pre>
 *   block                 shape        element                               index
 *   input kernel W        I x gH       from input k to unit u of gate q      start + k gH + q H + u
 *   recurrent kernel U    H x gH       from unit v to unit u of gate q       ... + v gH + q H + u
 *   bias b                gH           of unit u of gate q                   ... + q H + u
 *   recurrent bias b_U    gH           of U h, where it is kept apart         ... + q H + u
 *   peepholes p           pH           of unit u of gate q                   ... + q H + u
 * </pre>
 *
 * The gates q are those of {@link Cell#gates}, g in number; those of the peepholes are
 * {@link Cell#looks}. A dense layer has no recurrent kernel.
 *
 * @param cell   what its units are
 * @param inputs I: the symbols, or the units of the layer below
 * @param units  H
 * @param start  the index of its first weight
 */
public record LayerLayout(Cell cell, int inputs, int units, int start) {

    /** gH: the width of the gates together. */
    public int gateWidth() {
        return cell.gates().size() * units;
    }

    /** Where the columns of a gate start within the gH. */
    public int column(Quantity gate) {
        int place = cell.gates().indexOf(gate);
        if (place < 0) {
            throw new IllegalArgumentException(cell + " has no " + gate);
        }
        return place * units;
    }

    /** Where the input kernel starts: row k is at {@code inputKernel() + k * gateWidth()}. */
    public int inputKernel() {
        return start;
    }

    /** Where the recurrent kernel starts: row v is at {@code recurrentKernel() + v * gateWidth()}. */
    public int recurrentKernel() {
        return start + inputs * gateWidth();
    }

    /** The rows of the recurrent kernel: H, or 0 without memory. */
    public int recurrentRows() {
        return cell.isRecurrent() ? units : 0;
    }

    /** How many cell states c it carries besides h: H, or 0. */
    public int cellStates() {
        return cell.hasCellState() ? units : 0;
    }

    public int bias() {
        return recurrentKernel() + recurrentRows() * gateWidth();
    }

    public int recurrentBias() {
        return bias() + gateWidth();
    }

    public int peepholes() {
        return recurrentBias() + (cell.hasRecurrentBias() ? gateWidth() : 0);
    }

    /** The number of peepholes: pH. */
    public int peepholeWidth() {
        return cell.looks().size() * units;
    }

    /** The index after its last weight. */
    public int end() {
        return peepholes() + peepholeWidth();
    }

    public int size() {
        return end() - start;
    }
}
