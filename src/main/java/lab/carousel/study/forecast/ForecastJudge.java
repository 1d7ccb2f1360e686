package lab.carousel.study.forecast;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import lab.carousel.task.series.ForecastVerdict;
import lab.carousel.task.series.NumberColumns;
import lab.carousel.task.series.TestPart;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;

/**
 * What can be said of a forecast that was made elsewhere.
 *
 * @param truth    the column's name
 * @param forecast the column's name; empty if there is none, and only the floors' errors are told
 * @param part     the rows that are judged, with truth, forecast and what each floor says: for a picture
 * @param leftOut  rows that were to be judged but for which a value is missing
 * @param verdict  empty without a forecast, or with one on another scale
 */
public record ForecastJudge(
        String truth,
        Optional<String> forecast,
        TestPart part,
        int leftOut,
        Optional<ForecastVerdict> verdict,
        List<Message> sentences) {

    /**
     * Judges.
     *
     * @throws InvalidInput if a column cannot be told, or there is nothing to judge
     */
    public static ForecastJudge of(NumberColumns columns, ForecastQuestion question) {
        throw new InvalidInput("forecast.nothing");
    }

    /** In a few words. */
    public Message headline() {
        throw new InvalidInput("forecast.nothing");
    }

    /** A line for each floor: its error, how it was found, and how the forecast stands to it. */
    public List<Message> table() {
        return List.of();
    }

    /** All of it, for a file. */
    public Map<String, Object> toJson() {
        return Map.of();
    }
}
