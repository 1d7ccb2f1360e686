package lab.carousel.task.draft;

/** A place in a task that is being edited. All numbers are counted from 0. */
public sealed interface DraftPlace {

    /** The alphabet as a whole. */
    record InAlphabet() implements DraftPlace {}

    /**
     * A symbol of the alphabet.
     *
     * @param index its index as typed
     */
    record AlphabetSymbol(int index) implements DraftPlace {}

    /** The list of sequences as a whole. */
    record Sequences() implements DraftPlace {}

    /**
     * A sequence as a whole.
     *
     * @param index its index in the list
     */
    record InSequence(int index) implements DraftPlace {}

    /**
     * A symbol of a sequence.
     *
     * @param sequence index of the sequence
     * @param index    index of the symbol within it
     */
    record SequenceSymbol(int sequence, int index) implements DraftPlace {}

    /** Whether it is the alphabet or one of its symbols. */
    default boolean inAlphabet() {
        return this instanceof InAlphabet || this instanceof AlphabetSymbol;
    }
}
