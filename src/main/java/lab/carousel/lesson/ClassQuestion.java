package lab.carousel.lesson;

import java.util.List;
import java.util.OptionalInt;

/**
 * A question to the class. Until the class has committed to its answers, it hides what would give them away.
 *
 * @param text in Markdown
 * @param right index of the choice that turns out to be right, counted from 0; empty if it is a matter of opinion
 * @param explanation shown once the answers are revealed, in Markdown; may be empty
 * @param hides spots covered until then
 * @param asksReason whether a reason is asked for
 */
public record ClassQuestion(
        String text,
        List<String> choices,
        OptionalInt right,
        String explanation,
        List<WindowSpot> hides,
        boolean asksReason) {

    public static final int MAX_CHOICES = 6;

    public ClassQuestion {
        choices = List.copyOf(choices);
        hides = List.copyOf(hides);
    }

    /** Words of a lesson without the signs around them. */
    public static String plain(String text) {
        return text.replaceAll("[*`]", "");
    }

    ClassQuestion withoutOutcome() {
        return new ClassQuestion(text, choices, OptionalInt.empty(), "", hides, asksReason);
    }

    /** The same question translated; there must be as many choices. */
    public ClassQuestion with(String newText, List<String> newChoices, String newExplanation) {
        return new ClassQuestion(newText, newChoices, right, newExplanation, hides, asksReason);
    }
}
