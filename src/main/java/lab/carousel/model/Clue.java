package lab.carousel.model;

/**
 * Which symbol tells what follows at a step as it is fed: the latest one that has to be seen, together with all
 * that come after it. The symbols after it leave open what follows; with it, only one thing can. From the task
 * alone, without any network.
 *
 * @param place of the symbol in its sequence, counted from 0; -1 if there is none
 */
public record Clue(ClueKind kind, int place) {

    static Clue none(ClueKind kind) {
        return new Clue(kind, -1);
    }
}
