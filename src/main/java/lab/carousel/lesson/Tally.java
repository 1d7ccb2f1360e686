package lab.carousel.lesson;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How many of a class chose each answer.
 *
 * @param hands    for each choice, 0 to {@value #MOST}
 * @param revealed whether the class has committed to them
 */
public record Tally(List<Integer> hands, boolean revealed) {

    /** The most hands for one choice. */
    public static final int MOST = 999;

    /** Copies the list. */
    public Tally {
        hands = List.copyOf(hands);
    }

    /** No hands yet. */
    static Tally of(ClassQuestion question) {
        return new Tally(Collections.nCopies(question.choices().size(), 0), false);
    }

    /** Another number of hands for a choice, cut to what is possible. */
    Tally with(int choice, int number) {
        List<Integer> changed = new ArrayList<>(hands);
        changed.set(choice, Math.max(0, Math.min(MOST, number)));
        return new Tally(changed, revealed);
    }

    /** The same, committed to. */
    Tally reveal() {
        return new Tally(hands, true);
    }

    /** How many have answered. */
    public int total() {
        return hands.stream().mapToInt(Integer::intValue).sum();
    }

    /** The share of those who have answered that chose this; 0 if nobody has. */
    public double share(int choice) {
        return total() == 0 ? 0 : (double) hands.get(choice) / total();
    }
}
