package lab.carousel.model.trace;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import lab.carousel.model.Network;
import lab.carousel.model.layout.NetworkState;
import lab.carousel.model.layout.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * What goes into the outputs at the steps of an epoch, kept step after step: the numbers themselves or, where they are many,
 * the hidden states from which they can be computed again without feeding the epoch.
 */
public final class KeptSteps {

    /** How many net inputs are kept at most: 16 MB. */
    private static final int MOST_INPUTS = 2_000_000;
    /** How many numbers of hidden states are kept at most: 256 MB. */
    private static final long MOST_HIDDEN = 32_000_000;

    private final Parameters parameters;
    private final boolean isHidden;
    private final int width;
    /** Where the last layer begins in a state. */
    private final int first;

    /** Where the weights of the outputs begin, and their biases, among the parameters. */
    private final int weights;

    private final int biases;
    private final double[] values;
    /** What net inputs are computed from; null as long as none had to be. */
    private @Nullable NetworkState state;

    private final double[] z;
    private int size;

    /**
     * Nothing kept yet; empty if there are so many steps, and the network is so large, that it is too much.
     *
     * @param used numbers of another one that are not needed any more, or none: if they are enough they are written over
     */
    public static Optional<KeptSteps> of(Parameters parameters, int steps, double[] used) {
        return of(parameters, steps, used, MOST_INPUTS);
    }

    /** The same with another number of net inputs that are kept at most, for tests. */
    static Optional<KeptSteps> of(Parameters parameters, int steps, double[] used, int mostInputs) {
        int outputs = parameters.layout().outputs();
        boolean isHidden = (long) steps * outputs > mostInputs
                || outputs > parameters.layout().units();
        return isHidden && (long) steps * parameters.layout().units() > MOST_HIDDEN
                ? Optional.empty()
                : Optional.of(new KeptSteps(parameters, steps, isHidden, used));
    }

    private KeptSteps(Parameters parameters, int steps, boolean isHidden, double[] used) {
        this.parameters = parameters;
        this.isHidden = isHidden;
        this.width =
                isHidden ? parameters.layout().units() : parameters.layout().outputs();
        this.first = parameters.layout().allUnits() - parameters.layout().units();
        this.weights = parameters.layout().outputKernel();
        this.biases = parameters.layout().outputBias();
        this.values = used.length >= steps * width ? used : new double[steps * width];
        this.z = new double[parameters.layout().outputs()];
    }

    private KeptSteps(KeptSteps other) {
        this.parameters = other.parameters;
        this.isHidden = other.isHidden;
        this.width = other.width;
        this.first = other.first;
        this.weights = other.weights;
        this.biases = other.biases;
        this.values = other.values;
        this.size = other.size;
        this.z = new double[parameters.layout().outputs()];
    }

    /** The same steps, to be read by another thread. */
    public KeptSteps forAnotherThread() {
        return new KeptSteps(this);
    }

    /** Gives the numbers back, if they are few enough to be kept for another one. Nothing can be done with this then. */
    public void giveBack(AtomicReference<double[]> spare) {
        if (values.length <= MOST_INPUTS) {
            spare.set(values);
        }
    }

    /** Keeps the next step: what goes into the outputs (O), and the state after it. */
    public void keep(double[] netInputs, NetworkState after) {
        if (isHidden) {
            System.arraycopy(after.h, first, values, size * width, width);
        } else {
            System.arraycopy(netInputs, 0, values, size * width, width);
        }
        size++;
    }

    /** Whether it is hidden states that are kept. */
    public boolean isHidden() {
        return isHidden;
    }

    /** How many units the last layer has. */
    public int units() {
        return parameters.layout().units();
    }

    /** What a unit of the last layer gives at a step, where hidden states are kept. */
    public double hidden(int step, int unit) {
        return values[step * width + unit];
    }

    /** What a unit of the last layer counts for an output. */
    public double weight(int unit, int output) {
        return parameters.values()[weights + unit * z.length + output];
    }

    /** The bias of an output. */
    public double bias(int output) {
        return parameters.values()[biases + output];
    }

    /** One of the {@link #netInputs}, where hidden states are kept: the same to the last bit. */
    public double netInput(int step, int output) {
        double[] p = parameters.values();
        int weight = weights + output;
        double sum = p[biases + output];
        for (int at = step * width; at < (step + 1) * width; at++) {
            sum += values[at] * p[weight];
            weight += z.length;
        }
        return sum;
    }

    /** The net inputs of the output units at a step, counted from 0 as they were kept; overwritten by the next call. */
    public double[] netInputs(int step) {
        if (isHidden) {
            NetworkState after = state == null ? new NetworkState(parameters.layout()) : state;
            System.arraycopy(values, step * width, after.h, first, width);
            Network.outputNetInputs(parameters, after, z);
            state = after;
        } else {
            System.arraycopy(values, step * width, z, 0, width);
        }
        return z;
    }
}
