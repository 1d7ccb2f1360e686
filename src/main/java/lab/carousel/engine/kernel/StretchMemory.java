package lab.carousel.engine.kernel;

import lab.carousel.model.ParameterLayout;

/**
 * What the forward pass over a stretch leaves for the backward pass. Row {@code t * slots + s} belongs to slot s at time
 * t. The states have one block of slots more in front: the states that the stretch starts from, so that row r of
 * {@link #h} is the hidden state before, and row r + slots the one after, the step of row r. Arrays grow when a longer
 * stretch comes and are then kept.
 */
final class StretchMemory {

    private final ParameterLayout layout;
    private int capacity;

    /** Which symbol each row sees, and which it should predict. */
    int[] input = {};

    int[] target = {};
    /** Gates after squashing, in the order of {@link lab.carousel.model.Gate}; in the backward pass their net gradients. */
    double[] gates = {};

    double[] h = {};
    double[] c = {};
    double[] tanhC = {};
    /** Outputs; in the backward pass the gradients of their net inputs. */
    double[] y = {};

    StretchMemory(ParameterLayout layout) {
        this.layout = layout;
    }

    /** Makes room for a stretch. What was there is lost. */
    void reserve(int rows, int slots) {
        if (rows + slots > capacity) {
            capacity = rows + slots;
            input = new int[capacity];
            target = new int[capacity];
            gates = new double[capacity * layout.gateWidth()];
            h = new double[capacity * layout.units()];
            c = new double[capacity * layout.units()];
            tanhC = new double[capacity * layout.units()];
            y = new double[capacity * layout.symbols()];
        }
    }

    /** Puts the states of some slots where a stretch starts from. */
    void begin(double[] carriedH, double[] carriedC, int slots) {
        System.arraycopy(carriedH, 0, h, 0, slots * layout.units());
        System.arraycopy(carriedC, 0, c, 0, slots * layout.units());
    }

    /** Takes the states that a stretch ended with. */
    void end(int rows, double[] carriedH, double[] carriedC, int slots) {
        int units = layout.units();
        System.arraycopy(h, rows * units, carriedH, 0, slots * units);
        System.arraycopy(c, rows * units, carriedC, 0, slots * units);
    }
}
