package lab.carousel.model.telling;

/**
 * Which symbol tells what follows at a step as it is fed: the latest one that has to be seen, together with all that come
 * after it. The symbols after it leave open what follows; with it, only one thing can. From the task alone, without any network.
 *
 * @param kind  what tells it
 * @param place of the symbol in its sequence, counted from 0; -1 if there is none
 */
public record TellingSymbol(Kind kind, int place) {

    /** What tells what follows. */
    public enum Kind {
        /** The current symbol, or those that are fed with it. */
        CURRENT,
        /** An earlier symbol of the sequence. */
        EARLIER,
        /** That there is no symbol before: it is the beginning of the sequence. */
        BEGINNING,
        /** A symbol of a sequence before, whose state was carried here. */
        SEQUENCE_BEFORE,
        /** Nothing that was fed so far: more than one symbol can follow. */
        NOTHING
    }

    static TellingSymbol none(Kind kind) {
        return new TellingSymbol(kind, -1);
    }
}
