package lab.carousel.study.forecast;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lab.carousel.text.InvalidInput;

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

    private static final Pattern ROWS = Pattern.compile("(\\d{1,6})\\s*[-–]\\s*(\\d{1,6})");

    public ForecastQuestion {
        fixed = List.copyOf(fixed);
    }

    /** Nothing is said but the size of the training part. */
    public static ForecastQuestion trained(OptionalInt train) {
        return new ForecastQuestion(
                train, OptionalInt.empty(), List.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * The place of the first row that is judged, and that behind the last.
     *
     * @param count of all rows
     * @throws InvalidInput if the training part or the rows are none of these
     */
    int[] rows(int count) {
        int first = train.orElse(0);
        if (train.isPresent() && (first < 2 || first >= count)) {
            throw new InvalidInput("forecast.train", first, count, count - 1);
        }
        return rows.map(asked -> {
                    Matcher parts = ROWS.matcher(asked.strip());
                    int from = parts.matches() ? Integer.parseInt(parts.group(1)) - 1 : -1;
                    int to = parts.matches() ? Integer.parseInt(parts.group(2)) : 0;
                    if (from < first || to <= from || to > count) {
                        throw new InvalidInput("forecast.rows", asked, first + 1, count);
                    }
                    return new int[] {from, to};
                })
                .orElseGet(() -> new int[] {first, count});
    }
}
