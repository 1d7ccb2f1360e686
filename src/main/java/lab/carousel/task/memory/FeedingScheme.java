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
public record FeedingScheme(Carry carry, int slots, int lag, boolean memoryless, ScoredSteps scored) {

    /** The reference: a state from the start of the sequence on, one symbol at a time, one slot. */
    public static final FeedingScheme REFERENCE = new FeedingScheme(Carry.SEQUENCE, 1, 1, false, ScoredSteps.ALL);

    /** How far a state is carried before it goes back to zero. */
    public enum Carry {
        /** Not at all: each step begins with a zero state. */
        STEP,
        /** To the end of the sequence. */
        SEQUENCE,
        /** To the end of the epoch. */
        EPOCH,
        /** For ever, from epoch to epoch. */
        FOREVER
    }

    /** Checks the bounds. */
    public FeedingScheme {
        if (slots < 1 || lag < 1) {
            throw new IllegalArgumentException("no feeding with " + slots + " slots and a lag of " + lag);
        }
    }

    /** The same with other steps that count. */
    public FeedingScheme with(ScoredSteps other) {
        return new FeedingScheme(carry, slots, lag, memoryless, other);
    }

    /** The same symbols, read from the start of each sequence in one slot: all that a set-up could ever let see. */
    public FeedingScheme readFromStart() {
        return new FeedingScheme(Carry.SEQUENCE, 1, lag, false, scored);
    }

    /** Whether a state goes on from one sequence to the next. */
    public boolean isCarriedOver() {
        return !memoryless && (carry == Carry.EPOCH || carry == Carry.FOREVER);
    }

    /** Whether a context is the sample of its step alone. */
    boolean isStateless() {
        return memoryless || carry == Carry.STEP;
    }

    /** Whether the sample of a step has the symbol so many steps back. */
    public boolean isInSample(int distance) {
        return memoryless ? distance == 0 : distance < lag;
    }

    /** Whether neither the sample of a step, counted from 0, nor one before it in its slot and sequence has that symbol. */
    public boolean isUnseen(int step, int distance) {
        boolean isSeen = isInSample(distance);
        for (int back = slots; !isStateless() && back <= step - lag + 1; back += slots) {
            isSeen |= back <= distance && distance < back + lag;
        }
        return !isSeen;
    }
}
