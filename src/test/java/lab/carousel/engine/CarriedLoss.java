package lab.carousel.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Network;
import lab.carousel.model.Operation;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.LayerLayout;
import lab.carousel.model.layout.NetworkState;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.Quantity;
import lab.carousel.task.Steps;
import lab.carousel.task.Target;

/**
 * The loss that {@link Trainer#update} descends, from the states that the slots carry, as a function of the parameters:
 * one step after the other through {@link Network#step}. And its gradient by differences, which knows nothing of how an
 * engine goes back.
 *
 * <p>Where errors are truncated, net inputs see the states as they are with the parameters themselves, however those
 * are shifted: then differences have nothing of the ways that are cut.
 */
public final class CarriedLoss {

    /** Error terms up to the sixth power of this cancel: what is left is below the rounding of the loss. */
    private static final double DISTANCE = 5e-3;

    private final ParameterLayout layout;
    private final Hyperparameters hyperparameters;
    /** For the loss from the carried states, which stay as they are: made once, as it is asked for a thousand times. */
    private final NetworkState[] scratch;

    private final NetworkState[] carried;
    /** Made once, like the scratch. */
    private final NetworkState after;

    private final LayerLayout[] layers;

    /** With all slots at zero. */
    public CarriedLoss(Experiment experiment) {
        this(experiment.hyperparameters(), experiment.layout());
    }

    public CarriedLoss(Hyperparameters hyperparameters, ParameterLayout layout) {
        this.layout = layout;
        this.hyperparameters = hyperparameters;
        carried = zero();
        scratch = zero();
        after = new NetworkState(layout);
        layers = new LayerLayout[layout.layers()];
        Arrays.setAll(layers, layout::layer);
    }

    private NetworkState[] zero() {
        NetworkState[] states = new NetworkState[hyperparameters.get(Settings.BATCH_SIZE)];
        Arrays.setAll(states, slot -> new NetworkState(layout));
        return states;
    }

    /** Takes the carried states through a stretch. */
    public void carry(double[] values, Stretch stretch) {
        feed(values, stretch, carried, CarriedLoss::step);
    }

    public NetworkState carried(int slot) {
        return carried[slot];
    }

    /** The loss, each step with its weight. */
    public double of(double[] values, Stretch stretch) {
        return of(values, stretch, CarriedLoss::step);
    }

    private static void step(Parameters parameters, Steps steps, int fed, NetworkState state) {
        Network.step(parameters, steps, fed, state, 0, Operation.NONE);
    }

    /** How a state goes one symbol on. */
    private interface Advance {

        void step(Parameters parameters, Steps steps, int fed, NetworkState state);
    }

    private double of(double[] values, Stretch stretch, Advance advance) {
        for (int slot = 0; slot < carried.length; slot++) {
            System.arraycopy(carried[slot].h, 0, scratch[slot].h, 0, layout.allUnits());
            System.arraycopy(carried[slot].c, 0, scratch[slot].c, 0, layout.allUnits());
        }
        return feed(values, stretch, scratch, advance);
    }

    private double feed(double[] values, Stretch stretch, NetworkState[] states, Advance advance) {
        Parameters parameters = Parameters.of(layout, values);
        Steps steps = stretch.sequence();
        double loss = 0;
        for (int time = 0; time < stretch.times(); time++) {
            for (int slot = 0; slot < stretch.slots(); slot++) {
                int step = stretch.firstStep() + time * hyperparameters.get(Settings.BATCH_SIZE) + slot;
                for (int symbol = step - hyperparameters.get(Settings.LAG) + 1; symbol <= step; symbol++) {
                    advance.step(parameters, steps, symbol, states[slot]);
                }
                boolean isLast = step + 1 == steps.size();
                double weight = isLast
                        ? hyperparameters.get(Settings.LOSS_WEIGHTING).last()
                        : hyperparameters.get(Settings.LOSS_WEIGHTING).others();
                loss += weight * stepLoss(parameters, states[slot], steps.target(step)) / stretch.slots();
            }
        }
        return loss;
    }

    private double stepLoss(Parameters parameters, NetworkState state, Target target) {
        double[] z = new double[layout.outputs()];
        Network.outputNetInputs(parameters, state, z);
        return hyperparameters.get(Settings.OUTPUT).loss(z, target);
    }

    /** The gradient by central differences over three distances, clipped if need be. */
    public double[] gradient(double[] values, Stretch stretch) {
        double[] gradient = new double[values.length];
        List<Seen> seen = hyperparameters.isErrorTruncated() ? seen(values, stretch) : List.of();
        for (int index = 0; index < values.length; index++) {
            gradient[index] = (45 * difference(values, index, 1, stretch, seen)
                            - 9 * difference(values, index, 2, stretch, seen)
                            + difference(values, index, 3, stretch, seen))
                    / (60 * DISTANCE);
        }
        double excess = norm(gradient) / hyperparameters.get(Settings.CLIPPING);
        return excess > 1 ? Arrays.stream(gradient).map(g -> g / excess).toArray() : gradient;
    }

    private double difference(double[] values, int index, int times, Stretch stretch, List<Seen> seen) {
        double[] shifted = values.clone();
        shifted[index] = values[index] + times * DISTANCE;
        double above = of(shifted, stretch, seeing(seen));
        shifted[index] = values[index] - times * DISTANCE;
        return above - of(shifted, stretch, seeing(seen));
    }

    /** The states before a symbol and after it. */
    private record Seen(NetworkState before, NetworkState after) {}

    /** Those of each symbol of a stretch, in the order in which it is fed. */
    private List<Seen> seen(double[] values, Stretch stretch) {
        List<Seen> seen = new ArrayList<>();
        of(values, stretch, (parameters, steps, fed, state) -> {
            NetworkState before = copy(state);
            step(parameters, steps, fed, state);
            seen.add(new Seen(before, copy(state)));
        });
        return seen;
    }

    private NetworkState copy(NetworkState state) {
        NetworkState copy = new NetworkState(layout);
        System.arraycopy(state.h, 0, copy.h, 0, state.h.length);
        System.arraycopy(state.c, 0, copy.c, 0, state.c.length);
        return copy;
    }

    /** Steps whose net inputs see these states; their own where there are none. */
    private Advance seeing(List<Seen> all) {
        if (all.isEmpty()) {
            return CarriedLoss::step;
        }
        Iterator<Seen> next = all.iterator();
        return (parameters, steps, fed, state) -> {
            Seen seen = next.next();
            // Of a cell with a cell state, only net inputs see h
            System.arraycopy(seen.before.h, 0, state.h, 0, state.h.length);
            Parameters looking = lookingAt(true, seen.before.c, state.c, parameters);
            // What an output gate looks at is found layer by layer, as each hangs on those below
            for (int l = 0; l < layers.length && !layers[0].cell().looks().isEmpty(); l++) {
                System.arraycopy(state.h, 0, after.h, 0, state.h.length);
                System.arraycopy(state.c, 0, after.c, 0, state.c.length);
                step(looking, steps, fed, after);
                looking = lookingAt(false, seen.after.c, after.c, lookingAt(true, seen.before.c, state.c, parameters));
            }
            step(looking, steps, fed, state);
        };
    }

    /** Parameters with biases that make up for the difference of what peepholes show, before or after, and are to show. */
    private Parameters lookingAt(boolean isBefore, double[] seen, double[] c, Parameters parameters) {
        if (layers[0].cell().looks().isEmpty()) {
            return parameters;
        }
        double[] values = parameters.toArray();
        for (int l = 0; l < layers.length; l++) {
            LayerLayout layer = layers[l];
            List<Quantity> looks = layer.cell().looks();
            for (Quantity gate : looks) {
                boolean isMeant = layer.cell().lookedAt(gate).orElseThrow().isBefore() == isBefore;
                for (int unit = 0; unit < layout.units() && isMeant; unit++) {
                    double peephole = parameters.get(layer.peepholes() + looks.indexOf(gate) * layout.units() + unit);
                    int at = l * layout.units() + unit;
                    values[layer.bias() + layer.column(gate) + unit] += peephole * (seen[at] - c[at]);
                }
            }
        }
        return Parameters.of(layout, values);
    }

    public static double norm(double[] vector) {
        return Math.sqrt(Arrays.stream(vector).map(x -> x * x).sum());
    }
}
