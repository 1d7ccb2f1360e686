package lab.carousel.lesson;

import java.util.List;
import java.util.OptionalInt;

/**
 * A question to the class. While the class has not committed to its answers, it hides what would tell.
 *
 * @param text        the question, in Markdown
 * @param choices     what can be answered
 * @param right       the choice that turns out to be right, counted from 0; empty if it is a matter of opinion
 * @param explanation shown once the answers are revealed, in Markdown; may be empty
 * @param hides       the places on the screen that are covered until then
 * @param asksReason  whether those who answer are asked to say why
 */
public record ClassQuestion(
        String text,
        List<String> choices,
        OptionalInt right,
        String explanation,
        List<WindowSpot> hides,
        boolean asksReason) {

    /** The most choices that a question can have. */
    public static final int MAX_CHOICES = 6;

    /** A question that asks for no reason. */
    public ClassQuestion(
            String text, List<String> choices, OptionalInt right, String explanation, List<WindowSpot> hides) {
        this(text, choices, right, explanation, hides, false);
    }

    /** Copies the lists. */
    public ClassQuestion {
        choices = List.copyOf(choices);
        hides = List.copyOf(hides);
    }

    /** The same question in other words; there must be as many choices. */
    public ClassQuestion with(String newText, List<String> newChoices, String newExplanation) {
        return new ClassQuestion(newText, newChoices, right, newExplanation, hides, asksReason);
    }
}
