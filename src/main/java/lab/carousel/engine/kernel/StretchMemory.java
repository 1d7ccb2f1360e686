package lab.carousel.engine.kernel;

import lab.carousel.model.Gate;
import lab.carousel.model.ParameterLayout;

/**
 * What the forward pass over a stretch leaves for the backward pass. Row {@code t * slots + s} belongs to slot s at
 * time t. The states have one block of slots more in front: the states that the stretch starts from, so that row r of
 * {@link #h} is the hidden state before, and row r + slots the one after, the step of row r. It grows when a longer
 * stretch comes, and stays.
 */
final class StretchMemory {

    private final ParameterLayout layout;

    /** Which symbol each row sees, and which it should predict. */
    int[] input = {};

    int[] target = {};
    /** The 4H gates after squashing, in the order of {@link Gate}; then the gradients of their net inputs. */
    double[][] gates = {};

    double[][] h = {};
    double[][] c = {};
    double[][] tanhC = {};
    /** The K outputs; then the gradients of their net inputs. */
    double[][] y = {};

    StretchMemory(ParameterLayout layout) {
        this.layout = layout;
    }

    /** Makes room for a stretch. What was there is lost. */
    void reserve(int rows, int slots) {
        int needed = rows + slots;
        if (needed > input.length) {
            input = new int[needed];
            target = new int[needed];
            gates = new double[needed][layout.gateWidth()];
            h = new double[needed][layout.units()];
            c = new double[needed][layout.units()];
            tanhC = new double[needed][layout.units()];
            y = new double[needed][layout.symbols()];
        }
    }
}
