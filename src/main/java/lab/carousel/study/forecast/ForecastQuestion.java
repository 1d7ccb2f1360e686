package lab.carousel.study.forecast;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How the columns of a file are to be judged.
 *
 * @param train    rows of the training part, on which the floors are fitted; empty: there is none
 * @param period   empty: found in the training part; 0: none
 * @param fixed    floors that are asked for, as in {@code line:13}
 * @param rows     that are judged, as in {@code 98-143}, counted from 1; empty: all behind the training part
 * @param truth    a column's name, or its number from 1; empty: found
 * @param forecast a column's name, or its number from 1; empty: found
 */
public record ForecastQuestion(
        OptionalInt train,
        OptionalInt period,
        List<String> fixed,
        Optional<String> rows,
        Optional<String> truth,
        Optional<String> forecast) {

    public ForecastQuestion {
        fixed = List.copyOf(fixed);
    }

    /** Nothing is said but the size of the training part. */
    public static ForecastQuestion trained(OptionalInt train) {
        return new ForecastQuestion(
                train, OptionalInt.empty(), List.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
