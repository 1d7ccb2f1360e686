package lab.carousel.task.memory;

/**
 * How a task is fed to a network: the part of a set-up that decides what can tell a step.
 *
 * @param slots of the batch: step j with a whole lag before it goes to slot j mod slots; at least 1
 * @param lag symbols of a sample, at least 1
 * @param memoryless whether the network has no state and sees only the current symbol, whatever the lag
 */
public record FeedingScheme(StateLifetime carry, int slots, int lag, boolean memoryless) {

    /** The reference: state carried through the sequence, one symbol at a time, one slot. */
    public static final FeedingScheme REFERENCE = new FeedingScheme(StateLifetime.SEQUENCE, 1, 1, false);

    public FeedingScheme {
        if (slots < 1 || lag < 1) {
            throw new IllegalArgumentException("no feeding with " + slots + " slots and a lag of " + lag);
        }
    }

    /** The same symbols read from the start of each sequence in one slot: the most that a set-up could let see. */
    public FeedingScheme readFromStart() {
        return new FeedingScheme(StateLifetime.SEQUENCE, 1, lag, false);
    }

    FeedingScheme inOneSlot() {
        return new FeedingScheme(carry, 1, lag, memoryless);
    }

    public boolean isCarriedOver() {
        return !memoryless && (carry == StateLifetime.EPOCH || carry == StateLifetime.FOREVER);
    }

    /** Whether a context is the step's own sample alone. */
    boolean isStateless() {
        return memoryless || carry == StateLifetime.STEP;
    }

    /** Whether the sample of a step includes the symbol {@code distance} steps back. */
    public boolean isInSample(int distance) {
        return memoryless ? distance == 0 : distance < lag;
    }

    /**
     * Whether neither the sample of a step, counted from 0, nor an earlier one in its slot and sequence has that
     * symbol.
     */
    public boolean isUnseen(int step, int distance) {
        boolean isSeen = isInSample(distance);
        for (int back = slots; !isStateless() && back <= step - lag + 1; back += slots) {
            isSeen |= back <= distance && distance < back + lag;
        }
        return !isSeen;
    }
}
