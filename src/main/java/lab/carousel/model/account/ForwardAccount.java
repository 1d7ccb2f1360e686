package lab.carousel.model.account;

import java.util.Map;
import java.util.Objects;
import lab.carousel.model.layout.Quantity;
import lab.carousel.task.Step;
import lab.carousel.task.Target;

/**
 * A unit at a step, and what the network made of that step.
 *
 * @param unit   how the unit's state comes about; with a lag of several symbols, at the last one
 * @param fed    what goes into each input of the network
 * @param scored whether the step has an error signal
 * @param units  what all units of the network have before and after it
 */
public record ForwardAccount(
        Step step, double[] fed, UnitAccount unit, OutputAccount output, boolean scored, Units units) {

    /** Whether numbers are fed, and no symbol. */
    public boolean isFedNumbers() {
        return step.input() == Target.NO_INDEX;
    }

    /**
     * The numbers of all units, layer after layer.
     *
     * @param before the states that they carry to the step
     * @param after  states, gates and candidates that come of it
     */
    public record Units(Map<Quantity, double[]> before, Map<Quantity, double[]> after) {

        public Units {
            before = Map.copyOf(before);
            after = Map.copyOf(after);
        }

        /** A state before the step, of all units; not to be written to. */
        public double[] before(Quantity state) {
            return Objects.requireNonNull(before.get(state), state.name());
        }

        /** A quantity after the step, of all units; not to be written to. */
        public double[] after(Quantity quantity) {
            return Objects.requireNonNull(after.get(quantity), quantity.name());
        }
    }
}
