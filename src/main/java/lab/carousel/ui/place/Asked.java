package lab.carousel.ui.place;

import java.util.Optional;

/**
 * What a place asks about the network that is looked at now, or why it asks nothing.
 *
 * @param question what it asks; empty if nothing
 * @param forgets  whether the answer that is shown goes away
 * @param instead  words in place of all that the place shows; empty if it shows something
 * @param <Q>      a question
 */
public record Asked<Q>(Optional<Q> question, boolean forgets, String instead) {

    /** A question. The last answer is shown until there is one. */
    public static <Q> Asked<Q> of(Q question) {
        return new Asked<>(Optional.of(question), false, "");
    }

    /** Nothing new: what was asked last still holds, or what is typed cannot be asked. */
    public static <Q> Asked<Q> asBefore() {
        return new Asked<>(Optional.empty(), false, "");
    }

    /** Nothing: with what is chosen there is no answer. */
    public static <Q> Asked<Q> nothing() {
        return new Asked<>(Optional.empty(), true, "");
    }

    /** Nothing: there is nothing that could be asked about, as words say in place of all else. */
    public static <Q> Asked<Q> instead(String words) {
        return new Asked<>(Optional.empty(), true, words);
    }
}
