package lab.carousel.task.memory;

import lab.carousel.task.ScoredSteps;

/**
 * How a task is fed to a network: all of a set-up that decides on what a step can be told by.
 *
 * @param carry       how far a state is carried
 * @param slots       of the batch: step j with a whole lag before it goes to slot j mod slots; at least 1
 * @param lag         how many symbols a sample has: at least 1
 * @param memoryless  whether the network has no state at all, and sees the current symbol alone whatever the lag
 * @param scored      the steps that count
 */
public record Feeding(Carry carry, int slots, int lag, boolean memoryless, ScoredSteps scored) {

    /** The reference: a state from the start of the sequence on, one symbol at a time, one slot. */
    public static final Feeding REFERENCE = new Feeding(Carry.SEQUENCE, 1, 1, false, ScoredSteps.ALL);

    /** Checks the bounds. */
    public Feeding {
        if (slots < 1 || lag < 1) {
            throw new IllegalArgumentException("no feeding with " + slots + " slots and a lag of " + lag);
        }
    }

    /** The same symbols, read from the start of each sequence in one slot: all that a set-up could ever let see. */
    public Feeding readFromStart() {
        return new Feeding(Carry.SEQUENCE, 1, lag, false, scored);
    }

    /** Whether a state goes on from one sequence to the next. */
    public boolean isCarriedOver() {
        return !memoryless && (carry == Carry.EPOCH || carry == Carry.FOREVER);
    }
}
