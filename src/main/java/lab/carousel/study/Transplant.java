package lab.carousel.study;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.carousel.model.Operation;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.NetworkState;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.trace.ColumnWindow;
import lab.carousel.model.trace.FedSteps;
import lab.carousel.model.trace.Trace;
import lab.carousel.task.Steps;

/**
 * The state that a network carries in one sequence, that of each slot of the batch, put into another: if what it remembers is
 * there, it moves with it. Both sequences are fed as in training.
 * Of a long sequence up to {@value ColumnWindow#MAX_COLUMNS} steps around the step are kept.
 *
 * @param step      before which step of both, counted from 0
 * @param before    what the recipient does by itself
 * @param after     what it does with the state of the donor
 * @param donated   what the donor does by itself; it begins at the same step, but may end earlier or later
 * @param sameUntil from the step on, the inputs of both are the same before this step, counted from 0
 */
public record Transplant(int step, Trace before, Trace after, Trace donated, int sameUntil) {

    private static final List<Quantity> STATES = List.of(Quantity.HIDDEN_STATE, Quantity.CELL_STATE);

    /**
     * A transplant.
     *
     * @param step   before which step, counted from 0
     * @param states what is moved: h, c, or both
     * @param units  of which units, numbered over all layers from 0
     *
     * @throws IndexOutOfBoundsException if one of the sequences does not have the step, or it has no whole lag before it
     */
    public static Transplant of(
            FedSteps network, int donor, int recipient, int step, Set<Quantity> states, Set<Integer> units) {
        Steps from = network.steps(donor);
        Steps to = network.steps(recipient);
        Objects.checkIndex(step - network.first(), Math.min(from.size(), to.size()) - network.first());
        int slots = network.hyperparameters().get(Settings.BATCH_SIZE);
        Operation moved = new Operation() {
            @Override
            public void beforeStep(int t, NetworkState state) {
                // Each slot has its first step from there on among these
                if (t >= step && t < step + slots) {
                    move(network.before(donor, step, t), state, states, units);
                }
            }
        };
        return new Transplant(
                step,
                trace(network, recipient, step),
                trace(network.with(moved, recipient), recipient, step),
                trace(network, donor, step),
                sameUntil(from, to, step, network.first() + 1));
    }

    /** What a cell carries from step to step: LSTM h and c, a dense one nothing. */
    public static List<Quantity> carriedBy(Cell cell) {
        return cell.isRecurrent()
                ? STATES.stream().filter(cell.quantities()::contains).toList()
                : List.of();
    }

    public static Set<Integer> allUnits(ParameterLayout layout) {
        return IntStream.range(0, layout.allUnits()).boxed().collect(Collectors.toUnmodifiableSet());
    }

    private static int sameUntil(Steps from, Steps to, int step, int lag) {
        int steps = Math.min(from.size(), to.size());
        int until = step;
        while (until < steps && Contrast.agree(from, to, until, lag)) {
            until++;
        }
        return until;
    }

    private static void move(NetworkState from, NetworkState to, Set<Quantity> states, Set<Integer> units) {
        for (Quantity quantity : states) {
            for (int unit : units) {
                to.get(quantity)[unit] = from.get(quantity)[unit];
            }
        }
    }

    private static Trace trace(FedSteps network, int sequence, int around) {
        ExaminedSteps range = ExaminedSteps.around(
                around, network.first(), network.steps(sequence).size());
        return network.trace(sequence, range.first(), range.count());
    }

    /** The place of a step in a trace, or -1 if it was not kept there. */
    static int at(Trace trace, int step) {
        int index = step - trace.firstStep();
        return index >= 0 && index < trace.steps() ? index : -1;
    }

    /**
     * Whether from the step on all outputs are exactly the donor's, as far as the inputs of both are the same.
     *
     * @return false if the inputs differ at once
     */
    public boolean isExactlyTheDonor() {
        return sameUntil > step
                && IntStream.range(step, sameUntil)
                        .filter(t -> at(after, t) >= 0 && at(donated, t) >= 0)
                        .allMatch(t -> Arrays.equals(after.outputs(at(after, t)), donated.outputs(at(donated, t))));
    }
}
