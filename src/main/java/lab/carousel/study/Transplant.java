package lab.carousel.study;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.carousel.model.Experiment;
import lab.carousel.model.ForwardPass;
import lab.carousel.model.NetworkState;
import lab.carousel.model.Operation;
import lab.carousel.model.ParameterLayout;
import lab.carousel.model.Parameters;
import lab.carousel.model.Quantity;
import lab.carousel.model.Trace;

/**
 * The state that a network carries in one sequence, put into another: if what it remembers is there, it moves with it.
 *
 * @param donor     the sequence that the state is taken from, counted from 0
 * @param recipient the sequence that it is put into
 * @param step      before which step of both, counted from 0
 * @param states    what is moved: h, c, or both
 * @param units     of which units, numbered over all layers from 0
 * @param before    what the recipient does by itself
 * @param after     what it does with the state of the donor
 * @param donated   what the donor does by itself
 */
public record Transplant(
        int donor,
        int recipient,
        int step,
        Set<Quantity> states,
        Set<Integer> units,
        Trace before,
        Trace after,
        Trace donated) {

    /**
     * Makes a transplant.
     *
     * @throws IndexOutOfBoundsException if one of the sequences does not have the step
     */
    public static Transplant of(
            Experiment experiment,
            Parameters parameters,
            int donor,
            int recipient,
            int step,
            Set<Quantity> states,
            Set<Integer> units) {
        int[][] sequences = experiment.task().encoded();
        NetworkState carried = new NetworkState(parameters.layout());
        new ForwardPass(parameters, experiment.hyperparameters(), copyBefore(step, carried))
                .feed(sequences[donor], (t, target, loss, outputs, state) -> {});
        Operation moved = new Operation() {
            @Override
            public void beforeStep(int t, NetworkState state) {
                if (t == step) {
                    move(carried, state, states, units);
                }
            }
        };
        return new Transplant(
                donor,
                recipient,
                step,
                Set.copyOf(states),
                Set.copyOf(units),
                trace(experiment, parameters, sequences[recipient], Operation.NONE),
                trace(experiment, parameters, sequences[recipient], moved),
                trace(experiment, parameters, sequences[donor], Operation.NONE));
    }

    /** All units of a network. */
    public static Set<Integer> allUnits(ParameterLayout layout) {
        return IntStream.range(0, layout.allUnits())
                .boxed()
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Operation copyBefore(int step, NetworkState carried) {
        return new Operation() {
            @Override
            public void beforeStep(int t, NetworkState state) {
                if (t == step) {
                    for (Quantity quantity : Set.of(Quantity.HIDDEN_STATE, Quantity.CELL_STATE)) {
                        double[] from = state.get(quantity);
                        System.arraycopy(from, 0, carried.get(quantity), 0, from.length);
                    }
                }
            }
        };
    }

    private static void move(NetworkState from, NetworkState to, Set<Quantity> states, Set<Integer> units) {
        for (Quantity quantity : states) {
            for (int unit : units) {
                to.get(quantity)[unit] = from.get(quantity)[unit];
            }
        }
    }

    private static Trace trace(Experiment experiment, Parameters parameters, int[] sequence, Operation operation) {
        int first = experiment.hyperparameters().lag() - 1;
        return Trace.of(
                parameters, experiment.hyperparameters(), sequence, first, sequence.length - 1 - first, operation);
    }
}
