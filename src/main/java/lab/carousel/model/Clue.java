package lab.carousel.model;

/**
 * Which symbol tells what follows at a step as it is fed: the latest one that has to be seen, together with all
 * that come after it. The symbols after it leave open what follows; with it, only one thing can. From the task
 * alone, without any network.
 *
 * @param place of the symbol in its sequence, counted from 0; -1 if there is none
 */
public record Clue(Kind kind, int place) {

    public enum Kind {
        /** The current symbol, or those that are fed with it. */
        CURRENT,
        EARLIER,
        /** No symbol before: the step is at the beginning of the sequence. */
        BEGINNING,
        /** A symbol of a sequence before, whose state was carried here. */
        SEQUENCE_BEFORE,
        /** Nothing that was fed so far: more than one symbol can follow. */
        NOTHING,
        /** Nobody has looked: the step does not count, and there are too many of them. */
        UNTOLD
    }

    static Clue none(Kind kind) {
        return new Clue(kind, -1);
    }
}
