package lab.carousel.lesson.live;

import java.util.List;
import java.util.Optional;
import lab.carousel.lesson.answers.Pool;

/**
 * What came in for the question that is open. Late answers are in none of it.
 *
 * @param joined phones that asked within the last minute
 * @param answered students who have answered in this round
 * @param rounds hands for each choice, for each round of the prediction
 * @param after hands for each choice once the outcome was seen
 * @param numbers what students typed, by the number of the observation; the first of them for a number asked in between
 * @param pool runs of the set-up that most have trained
 */
public record Counts(
        int joined,
        int answered,
        List<List<Integer>> rounds,
        List<Integer> after,
        List<String> reasons,
        List<List<Double>> numbers,
        Optional<Pool> pool) {

    public Counts {
        rounds = List.copyOf(rounds);
        after = List.copyOf(after);
        reasons = List.copyOf(reasons);
        numbers = List.copyOf(numbers);
    }
}
