package lab.carousel.engine.kernel;

import lab.carousel.model.layout.LayerLayout;

/**
 * What the passes of a layer over a stretch leave. Row {@code t * slots + s} belongs to slot s at time t. Arrays of states
 * have one block of slots more in front: the states that the stretch starts from, so that row r of {@link #h} is the hidden
 * state before, and row r + slots the one after, the step of row r. H units, g gates, C cell states: H, or none.
 */
final class LayerMemory {

    private final LayerLayout layout;

    /** The net inputs of the row being fed, W x + b (+ U h where the two go together): (gH). */
    final double[] net;

    /** U h + b_U where the cell keeps it apart: (rows, gH); no rows otherwise. */
    double[][] recurrentNet = {};
    /** The gates, in the order of {@link lab.carousel.model.Cell#gates}: (rows, gH). */
    double[][] gates = {};
    /** Hidden states: (slots + rows, H). */
    double[][] h = {};
    /** Cell states: (slots + rows, C). */
    double[][] c = {};
    /** Their tanh: (slots + rows, C). */
    double[][] tanhC = {};

    /** The gradient of the net inputs: (rows, gH). */
    double[][] dNet = {};
    /** The gradient of U h + b_U: (rows, gH); the same arrays as {@link #dNet} where the two go together. */
    double[][] dRecurrentNet = {};
    /** The gradient of the peepholes: (rows, pH). */
    double[][] dPeepholes = {};
    /** The gradient of the hidden state after each row, all of it: (rows, H). */
    double[][] dh = {};
    /** The gradient of the cell state after each row, also through h: (rows, C). */
    double[][] dc = {};
    /** What the steps after it send back to each hidden state: (slots + rows, H), numbered like {@link #h}. */
    double[][] dhSent = {};
    /** What the steps after it send back to each cell state: (slots + rows, C), numbered like {@link #c}. */
    double[][] dcSent = {};

    LayerMemory(LayerLayout layout) {
        this.layout = layout;
        this.net = new double[layout.gateWidth()];
    }

    /** Makes room for so many rows, with the block in front. What was there is lost. */
    void reserve(int rows) {
        int units = layout.units();
        int cells = layout.cellStates();
        int width = layout.gateWidth();
        boolean isApart = layout.cell().hasRecurrentBias();
        recurrentNet = new double[isApart ? rows : 0][width];
        gates = new double[rows][width];
        h = new double[rows][units];
        c = new double[rows][cells];
        tanhC = new double[rows][cells];
        dNet = new double[rows][width];
        dRecurrentNet = isApart ? new double[rows][width] : dNet;
        dPeepholes = new double[rows][layout.peepholeWidth()];
        dh = new double[rows][units];
        dc = new double[rows][cells];
        dhSent = new double[rows][units];
        dcSent = new double[rows][cells];
    }
}
