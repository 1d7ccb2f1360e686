package lab.carousel.model.trace;

import java.util.Arrays;
import java.util.Optional;
import lab.carousel.model.Network;
import lab.carousel.model.layout.NetworkState;
import lab.carousel.model.layout.Parameters;

/**
 * The hidden states of an epoch, from which what goes into the outputs can be computed again without feeding the epoch:
 * for tasks of millions of steps, where the outputs of all steps take far more memory than the states.
 */
public final class KeptHidden {

    /** How many numbers are kept at most: 256 MB. */
    private static final long MOST = 32_000_000;

    private final Parameters parameters;
    private final int units;
    /** Where the last layer begins in a state. */
    private final int from;
    /** For each sequence the last layer's h (H), step after step. */
    private final double[][] h;

    private final NetworkState state;
    private final double[] z;

    /** Nothing kept yet of these sequences; empty if they are so long, and the network so large, that it is too much. */
    public static Optional<KeptHidden> of(Parameters parameters, int[][] sequences) {
        long steps = Arrays.stream(sequences).mapToLong(each -> each.length - 1).sum();
        return steps * parameters.layout().units() > MOST
                ? Optional.empty()
                : Optional.of(new KeptHidden(parameters, sequences));
    }

    private KeptHidden(Parameters parameters, int[][] sequences) {
        this.parameters = parameters;
        this.units = parameters.layout().units();
        this.from = parameters.layout().allUnits() - units;
        this.h = new double[sequences.length][];
        Arrays.setAll(h, s -> new double[(sequences[s].length - 1) * units]);
        this.state = new NetworkState(parameters.layout());
        this.z = new double[parameters.layout().outputs()];
    }

    /** Keeps the hidden state after a step of a sequence, both counted from 0. */
    public void keep(int s, int t, NetworkState after) {
        System.arraycopy(after.h, from, h[s], t * units, units);
    }

    /** The net inputs of the output units at a step that was kept; overwritten by the next call. */
    public double[] netInputs(int s, int t) {
        System.arraycopy(h[s], t * units, state.h, from, units);
        Network.outputNetInputs(parameters, state, z);
        return z;
    }
}
