package lab.carousel.task.draft;

import lab.carousel.task.Alphabet;
import lab.carousel.task.Sequence;

/** A place in a task that is being edited. All numbers are counted from 0. */
public sealed interface Place {

    /** The alphabet as a whole. */
    record Alphabet() implements Place {}

    /**
     * A symbol of the alphabet.
     *
     * @param index its index as typed
     */
    record AlphabetSymbol(int index) implements Place {}

    /** The list of sequences as a whole. */
    record Sequences() implements Place {}

    /**
     * A sequence as a whole.
     *
     * @param index its index in the list
     */
    record Sequence(int index) implements Place {}

    /**
     * A symbol of a sequence.
     *
     * @param sequence index of the sequence
     * @param index    index of the symbol within it
     */
    record SequenceSymbol(int sequence, int index) implements Place {}

    /** Whether it is the alphabet or one of its symbols. */
    default boolean inAlphabet() {
        return this instanceof Alphabet || this instanceof AlphabetSymbol;
    }

    /** Whether it is the given sequence or one of its symbols. */
    default boolean inSequence(int sequence) {
        return this instanceof Sequence whole && whole.index() == sequence
                || this instanceof SequenceSymbol symbol && symbol.sequence() == sequence;
    }
}
