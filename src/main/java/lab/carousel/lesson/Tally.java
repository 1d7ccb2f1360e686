package lab.carousel.lesson;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Number of students for each choice, 0 to {@value #MOST}, and whether the class has committed to them. */
public record Tally(List<Integer> hands, boolean revealed) {

    public static final int MOST = 999;
    /** As many as letters for them; a question of a lesson has fewer. */
    public static final int MOST_CHOICES = 26;

    public Tally {
        hands = List.copyOf(hands);
    }

    static Tally of(ClassQuestion question) {
        return new Tally(Collections.nCopies(question.choices().size(), 0), false);
    }

    /** Replaces the hands of a choice, clamped to the bounds. */
    Tally with(int choice, int number) {
        List<Integer> changed = new ArrayList<>(hands);
        changed.set(choice, Math.max(0, Math.min(MOST, number)));
        return new Tally(changed, revealed);
    }

    /** Replaces all hands; where none are given, nobody raised one. */
    Tally with(List<Integer> given) {
        Tally all = this;
        for (int choice = 0; choice < hands.size(); choice++) {
            all = all.with(choice, choice < given.size() ? given.get(choice) : 0);
        }
        return all;
    }

    Tally reveal() {
        return new Tally(hands, true);
    }

    public int total() {
        return hands.stream().mapToInt(Integer::intValue).sum();
    }

    /** Share of the answers with this choice; 0 if there are none. */
    public double share(int choice) {
        return total() == 0 ? 0 : (double) hands.get(choice) / total();
    }

    /** Hands of several for each choice, of so many choices. */
    public static List<Integer> sum(int choices, Stream<Tally> tallies) {
        int[] sum = new int[choices];
        tallies.forEach(
                tally -> IntStream.range(0, Math.min(choices, tally.hands().size()))
                        .forEach(choice -> sum[choice] += tally.hands().get(choice)));
        return IntStream.of(sum).boxed().toList();
    }
}
