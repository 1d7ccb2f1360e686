package lab.carousel.study.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import lab.carousel.task.series.BesideFloor;
import lab.carousel.task.series.ErrorDifference;
import lab.carousel.task.series.ForecastVerdict;
import lab.carousel.task.series.MeanInterval;
import lab.carousel.task.series.NumberColumns;
import lab.carousel.task.series.SeriesFloor;
import lab.carousel.task.series.SeriesFloors;
import lab.carousel.task.series.TestPart;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of a forecast that was made elsewhere.
 *
 * @param truth    the column's name
 * @param forecast the column's name; empty if there is none, and only the floors' errors are told
 * @param part     the rows that are judged, with truth, forecast and what each floor says: for a picture
 * @param train    how many rows the floors are fitted on
 * @param leftOut  rows that were to be judged but for which a value is missing
 * @param verdict  empty without a forecast, or with one on another scale
 */
public record ForecastJudge(
        String truth,
        Optional<String> forecast,
        TestPart part,
        OptionalInt train,
        int leftOut,
        Optional<ForecastVerdict> verdict,
        Message headline,
        List<Message> sentences) {

    /** Squares of larger values leave the range of doubles, as do those of the inverse. */
    private static final double LARGEST = 1e100;

    private static final int PERCENT = 100;

    /**
     * Judges.
     *
     * @throws InvalidInput if a column cannot be told, or there is nothing to judge
     */
    public static ForecastJudge of(NumberColumns columns, ForecastQuestion question) {
        ForecastColumns chosen = ForecastColumns.of(columns, question);
        double[] truth = columns.columns().get(chosen.truth());
        double[] said = chosen.forecast().map(columns.columns()::get).orElse(new double[0]);
        requireRange(columns.names().get(chosen.truth()), truth);
        chosen.forecast().ifPresent(column -> requireRange(columns.names().get(column), said));
        if (chosen.forecast().isEmpty() && question.train().isEmpty()) {
            throw new InvalidInput("forecast.nothing");
        }
        if (question.train().isEmpty() && !question.fixed().isEmpty()) {
            throw new InvalidInput("forecast.fixed.rows", question.fixed().get(0));
        }
        int[] rows = question.rows(columns.rows());
        double[][] channels = {truth};
        List<SeriesFloor> floors = question.train().isPresent()
                ? SeriesFloors.of(channels, 0, question.train().getAsInt(), 1, question.period(), question.fixed())
                : SeriesFloors.untrained(0, 1, question.period());
        TestPart part = TestPart.of(channels, 0, rows[0], rows[1], said, floors);
        if (part.places().length == 0) {
            throw new InvalidInput("forecast.noRow", rows[0] + 1, rows[1]);
        }
        return judged(columns, question.train(), chosen, part, rows[1] - rows[0]);
    }

    private static ForecastJudge judged(
            NumberColumns columns, OptionalInt train, ForecastColumns chosen, TestPart part, int rows) {
        String truth = columns.names().get(chosen.truth());
        Optional<String> forecast = chosen.forecast().map(columns.names()::get);
        int count = part.places().length;
        List<Message> sentences = new ArrayList<>();
        forecast.ifPresent(name -> sentences.add(Message.of("forecast.columns", truth, name)));
        Optional<Message> scale = forecast.flatMap(name -> ForecastScale.of(part));
        Optional<ForecastVerdict> verdict =
                forecast.filter(name -> scale.isEmpty()).map(name -> ForecastVerdict.of(part));
        verdict.ifPresent(found -> sentences.addAll(found.words().sentences()));
        scale.ifPresent(sentences::add);
        verdict.flatMap(found -> ForecastShift.of(part, columns.columns().get(chosen.truth()), found.isEcho()))
                .ifPresent(sentences::add);
        if (rows > count) {
            sentences.add(Message.of("forecast.leftOut", rows - count, rows));
        }
        Message headline = verdict.map(found -> found.words().headline())
                .orElseGet(() -> Message.of(scale.isPresent() ? "forecast.scale.headline" : "forecast.floors", count));
        return new ForecastJudge(truth, forecast, part, train, rows - count, verdict, headline, List.copyOf(sentences));
    }

    private static void requireRange(String name, double[] values) {
        double largest = Arrays.stream(values)
                .map(Math::abs)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        if (largest > LARGEST || (largest > 0 && largest < 1 / LARGEST)) {
            throw new InvalidInput("forecast.size", name, String.valueOf(largest));
        }
    }

    /** A line for each floor: its error, how it was found, and how the forecast stands to it. */
    public List<Message> table() {
        return verdict.map(found ->
                        found.against().stream().map(ForecastJudge::line).toList())
                .orElseGet(() -> IntStream.range(0, part.floors().size())
                        .mapToObj(floor -> Message.of(
                                "forecast.line.error",
                                part.floors().get(floor).name(),
                                NumberText.loss(part.error(part.said()[floor])),
                                part.floors().get(floor).found()))
                        .toList());
    }

    private static Message line(BesideFloor against) {
        ErrorDifference difference = against.difference();
        MeanInterval nearer = against.nearer().orElse(difference.interval());
        return Message.of(
                "forecast.line." + against.finding(),
                against.floor().name(),
                NumberText.loss(against.error()),
                against.floor().found(),
                NumberText.loss(difference.mean()),
                NumberText.loss(difference.low()),
                NumberText.loss(difference.high()),
                PERCENT * nearer.mean(),
                PERCENT * nearer.high());
    }

    /** All of it, for a file; null where there is no number. */
    public Map<String, @Nullable Object> toJson() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("truth", truth);
        json.put("forecast", forecast.orElse(null));
        json.put("train", train.isPresent() ? train.getAsInt() : null);
        json.put("steps", part.places().length);
        json.put("firstRow", part.places()[0] + 1);
        json.put("lastRow", part.places()[part.places().length - 1] + 1);
        json.put("leftOut", leftOut);
        json.put("verdict", verdict.map(found -> found.kind().name()).orElse(null));
        json.put("echoes", verdict.map(ForecastVerdict::echoes).orElse(null));
        Optional<MeanInterval> slope = verdict.map(found -> found.echo().slope());
        json.put("slope", slope.map(interval -> finite(interval.mean())).orElse(null));
        json.put("low", slope.map(interval -> finite(interval.low())).orElse(null));
        json.put("high", slope.map(interval -> finite(interval.high())).orElse(null));
        json.put("constant", verdict.map(ForecastVerdict::isConstant).orElse(null));
        json.put("error", part.hasForecast() ? (Object) part.error(part.forecast()) : null);
        json.put(
                "floors",
                IntStream.range(0, part.floors().size()).mapToObj(this::floor).toList());
        json.put("headline", headline.text());
        json.put("sentences", sentences.stream().map(Message::text).toList());
        return json;
    }

    private Map<String, @Nullable Object> floor(int place) {
        SeriesFloor floor = part.floors().get(place);
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("key", floor.key());
        json.put("name", floor.name().text());
        json.put("found", floor.found().text());
        json.put("error", part.error(part.said()[place]));
        verdict.map(found -> found.against().get(place)).ifPresent(against -> {
            json.put("exact", against.isExact());
            json.put("difference", against.difference().mean());
            json.put("low", finite(against.difference().low()));
            json.put("high", finite(against.difference().high()));
            json.put("finding", against.finding().name());
            against.nearer().ifPresent(share -> json.put("nearer", share.mean()));
            against.nearer().ifPresent(share -> json.put("nearerHigh", finite(share.high())));
        });
        return json;
    }

    private static @Nullable Object finite(double number) {
        return Double.isFinite(number) ? number : null;
    }
}
