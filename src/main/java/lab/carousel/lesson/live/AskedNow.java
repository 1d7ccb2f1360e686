package lab.carousel.lesson.live;

import java.util.List;
import java.util.OptionalInt;

/**
 * A question that a teacher asks in between.
 *
 * @param id {@code q1}, {@code q2}, ...: key of its answers
 * @param choices empty if a number is asked for
 * @param right place of the choice that is right, from 0; empty if there is none
 * @param round in which it is asked, counted from 1
 * @param isRevealed whether it is told what is right
 */
public record AskedNow(
        String id, Kind kind, String text, List<String> choices, OptionalInt right, int round, boolean isRevealed) {

    /** Name of the lesson that these questions are the steps of. */
    public static final String LESSON = "asked";

    /** Version of that lesson: its questions are told apart by their ids. */
    public static final String VERSION = "1";

    /** What is answered with. */
    public enum Kind {
        CHOICE,
        NUMBER,
        /** A choice among the symbols of the alphabet. */
        SYMBOL
    }

    public AskedNow {
        choices = List.copyOf(choices);
    }
}
