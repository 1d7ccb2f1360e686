package lab.carousel.engine.kernel;

import lab.carousel.model.layout.LayerLayout;

/**
 * What the forward pass of a layer over a stretch leaves for the backward pass. Row {@code t * slots + s} belongs to
 * slot s at time t. The states have one block of slots more in front: the states that the stretch starts from, so that
 * row r of {@link #h} is the hidden state before, and row r + slots the one after, the step of row r.
 */
final class LayerMemory {

    private final LayerLayout layout;

    /** The net inputs W x + b (+ U h where the two go together); then the gates; then the gradients of the net inputs. */
    double[][] gates = {};
    /** U h + b_U, then its gradient, where the cell keeps it apart; if not, the same arrays as the gates. */
    double[][] recurrent = {};

    double[][] h = {};
    /** The cell state and its tanh; empty rows where the cell has none. */
    double[][] c = {};

    double[][] tanhC = {};

    LayerMemory(LayerLayout layout) {
        this.layout = layout;
    }

    /** Makes room for so many rows, the block in front among them. What was there is lost. */
    void reserve(int rows) {
        int cells = layout.cellStates();
        gates = new double[rows][layout.gateWidth()];
        recurrent = layout.cell().hasRecurrentBias() ? new double[rows][layout.gateWidth()] : gates;
        h = new double[rows][layout.units()];
        c = new double[rows][cells];
        tanhC = new double[rows][cells];
    }
}
