package lab.carousel.model.trace;

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

    private final Parameters parameters;
    private final boolean isHidden;
    private final int width;
    /** Where the last layer begins in a state. */
    private final int first;

    private final double[] values;
    /** What net inputs are computed from; null as long as none had to be. */
    private @Nullable NetworkState state;

    private final double[] z;
    private int size;

    /**
     * Nothing kept yet.
     *
     * @param used numbers of another one that are not needed any more, or none: if they are enough they are written over
     */
    public KeptSteps(Parameters parameters, int steps, double[] used) {
        this(parameters, steps, used, MOST_INPUTS);
    }

    /** The same with another number of net inputs that are kept at most, for tests. */
    KeptSteps(Parameters parameters, int steps, double[] used, int mostInputs) {
        this.parameters = parameters;
        int outputs = parameters.layout().outputs();
        int units = parameters.layout().units();
        this.isHidden = (long) steps * outputs > mostInputs && units < outputs;
        this.width = isHidden ? units : outputs;
        this.first = parameters.layout().allUnits() - units;
        this.values = used.length >= steps * width ? used : new double[steps * width];
        this.z = new double[outputs];
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
