package lab.carousel.engine;

import java.util.Arrays;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Network;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.NetworkState;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Parameters;

/**
 * The loss that {@link Trainer#update} descends, from the states that the slots carry, as a function of the parameters:
 * one step after the other through {@link Network#step}. And its gradient by differences, which knows nothing of how an
 * engine goes back.
 */
public final class CarriedLoss {

    /** Error terms up to the sixth power of this cancel: what is left is below the rounding of the loss. */
    private static final double DISTANCE = 5e-3;

    private final ParameterLayout layout;
    private final Hyperparameters hyperparameters;
    /** For the loss from the carried states, which stay as they are: made once, as it is asked for a thousand times. */
    private final NetworkState[] scratch;

    private final NetworkState[] carried;

    /** With all slots at zero. */
    public CarriedLoss(Experiment experiment) {
        layout = experiment.layout();
        hyperparameters = experiment.hyperparameters();
        carried = zero();
        scratch = zero();
    }

    private NetworkState[] zero() {
        NetworkState[] states = new NetworkState[hyperparameters.get(Settings.BATCH_SIZE)];
        Arrays.setAll(states, slot -> new NetworkState(layout));
        return states;
    }

    /** Takes the carried states through a stretch. */
    public void carry(double[] values, Stretch stretch) {
        feed(values, stretch, carried);
    }

    /** The state that a slot carries. */
    public NetworkState carried(int slot) {
        return carried[slot];
    }

    /** The loss, each step with its weight. */
    public double of(double[] values, Stretch stretch) {
        for (int slot = 0; slot < carried.length; slot++) {
            System.arraycopy(carried[slot].h, 0, scratch[slot].h, 0, layout.allUnits());
            System.arraycopy(carried[slot].c, 0, scratch[slot].c, 0, layout.allUnits());
        }
        return feed(values, stretch, scratch);
    }

    private double feed(double[] values, Stretch stretch, NetworkState[] states) {
        Parameters parameters = Parameters.of(layout, values);
        int[] sequence = stretch.sequence();
        double loss = 0;
        for (int time = 0; time < stretch.times(); time++) {
            for (int slot = 0; slot < stretch.slots(); slot++) {
                int step = stretch.firstStep() + time * hyperparameters.get(Settings.BATCH_SIZE) + slot;
                for (int symbol = step - hyperparameters.get(Settings.LAG) + 1; symbol <= step; symbol++) {
                    Network.step(parameters, sequence[symbol], states[slot]);
                }
                boolean isLast = step + 2 == sequence.length;
                double weight = isLast
                        ? hyperparameters.get(Settings.LOSS_WEIGHTING).last()
                        : hyperparameters.get(Settings.LOSS_WEIGHTING).others();
                loss += weight * stepLoss(parameters, states[slot], sequence[step + 1]) / stretch.slots();
            }
        }
        return loss;
    }

    private double stepLoss(Parameters parameters, NetworkState state, int target) {
        double[] z = new double[layout.outputs()];
        Network.outputNetInputs(parameters, state, z);
        return hyperparameters.get(Settings.OUTPUT).loss(z, target);
    }

    /** The gradient by central differences over three distances, clipped if need be. */
    public double[] gradient(double[] values, Stretch stretch) {
        double[] gradient = new double[values.length];
        for (int index = 0; index < values.length; index++) {
            gradient[index] = (45 * difference(values, index, 1, stretch)
                            - 9 * difference(values, index, 2, stretch)
                            + difference(values, index, 3, stretch))
                    / (60 * DISTANCE);
        }
        double excess = norm(gradient) / hyperparameters.get(Settings.CLIPPING);
        return excess > 1 ? Arrays.stream(gradient).map(g -> g / excess).toArray() : gradient;
    }

    private double difference(double[] values, int index, int times, Stretch stretch) {
        double[] shifted = values.clone();
        shifted[index] = values[index] + times * DISTANCE;
        double above = of(shifted, stretch);
        shifted[index] = values[index] - times * DISTANCE;
        return above - of(shifted, stretch);
    }

    /** The Euclidean norm. */
    public static double norm(double[] vector) {
        return Math.sqrt(Arrays.stream(vector).map(x -> x * x).sum());
    }
}
