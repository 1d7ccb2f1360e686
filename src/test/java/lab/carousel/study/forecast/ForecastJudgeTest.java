package lab.carousel.study.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.carousel.task.series.ColumnReader;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForecastJudgeTest {

    private static final int ROWS = 120;
    private static final double[] WALK = walk();
    private static final String HEADER = "actual,yhat\n";

    private static double[] walk() {
        Random random = new Random(3);
        double[] walk = new double[ROWS];
        for (int t = 1; t < ROWS; t++) {
            walk[t] = walk[t - 1] + random.nextGaussian();
        }
        return walk;
    }

    private static double before(int t) {
        return WALK[Math.max(0, t - 1)];
    }

    /** Always the same in the first 60 rows. */
    private static double late(int t) {
        return WALK[Math.max(60, t)];
    }

    private static String table(String header, IntFunction<List<?>> row) {
        return IntStream.range(0, ROWS)
                .mapToObj(t -> row.apply(t).stream().map(String::valueOf).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n", header, "\n"));
    }

    private static ForecastJudge judge(String text, OptionalInt train) {
        return ForecastJudge.of(ColumnReader.read(text), ForecastQuestion.trained(train));
    }

    private static final Map<String, String> FILES = Map.ofEntries(
            Map.entry("echo", table(HEADER, t -> List.of(WALK[t], before(t)))),
            Map.entry("no header", table("", t -> List.of(WALK[t], before(t)))),
            Map.entry("swapped", table("Prediction,y\n", t -> List.of(before(t), WALK[t]))),
            Map.entry("y_true and y_pred", table("y_pred,y_true\n", t -> List.of(before(t), WALK[t]))),
            Map.entry("from the future", table(HEADER, t -> List.of(WALK[t], WALK[Math.min(t + 1, ROWS - 1)]))),
            Map.entry("scaled", table(HEADER, t -> List.of(100 * WALK[t] + 500, WALK[t]))),
            Map.entry("turned round", table(HEADER, t -> List.of(WALK[t], -WALK[t]))),
            Map.entry("constant forecast", table(HEADER, t -> List.of(WALK[t], 1.5))),
            Map.entry("constant truth", table(HEADER, t -> List.of(5.5, before(t)))),
            Map.entry("both constant", table(HEADER, t -> List.of(5.5, 5.5))),
            Map.entry("perfect", table(HEADER, t -> List.of(WALK[t], WALK[t]))),
            Map.entry("two forecasts", table("y,lstm_pred,arima_pred\n", t -> List.of(WALK[t], before(t), WALK[t]))),
            Map.entry("two truths", table("actual,observed,yhat\n", t -> List.of(WALK[t], WALK[t], before(t)))),
            Map.entry("three nameless", table("a,b,c\n", t -> List.of(WALK[t], 0.5 * t, before(t)))),
            Map.entry("far too large", table(HEADER, t -> List.of(WALK[t], "1.5e200"))),
            Map.entry("far too small", table(HEADER, t -> List.of(WALK[t] + "e-200", before(t)))),
            Map.entry("far from 0", table(HEADER, t -> List.of(1e12 + WALK[t], 1e12 + before(t)))),
            Map.entry("gaps in the truth", table(HEADER, t -> List.of(t % 9 == 0 ? "" : WALK[t], before(t)))),
            Map.entry("gaps in the forecast", table(HEADER, t -> List.of(WALK[t], t % 5 == 0 ? "NaN" : before(t)))),
            Map.entry("no forecast", table(HEADER, t -> List.of(WALK[t], ""))),
            Map.entry("training forecast", table(HEADER, t -> List.of(WALK[t], t < 55 ? before(t) : ""))),
            Map.entry("forecast of 30", table(HEADER, t -> List.of(WALK[t], t < 90 ? "" : before(t)))),
            Map.entry("one row", HEADER + "1.5,2.5\n"),
            Map.entry("one column", table("y\n", t -> List.of(WALK[t]))),
            Map.entry("constant training", table(HEADER, t -> List.of(late(t), late(t - 1)))),
            Map.entry("constant training, perfect", table(HEADER, t -> List.of(late(t), late(t)))),
            Map.entry("a step", table(HEADER, t -> List.of(t < 80 ? 0.5 : 1.5, t < 81 ? 0.5 : 1.5))),
            Map.entry("alternating", table(HEADER, t -> List.of(t % 2 + 0.5, t % 2 + 0.5))),
            Map.entry("an outlier", table(HEADER, t -> List.of(t == 119 ? 1e9 : WALK[t], before(t)))),
            Map.entry(
                    "decimal comma",
                    table(HEADER, t -> List.of(WALK[t], before(t)))
                            .replace(',', ';')
                            .replace('.', ',')));

    /** The headline of each file without a training part and with one of 60 rows, or the beginning of a complaint. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            echo|not shown to be better than an echo; it echoes|not shown to be better than an echo; it echoes
            no header|not shown to be better than an echo; it echoes|not shown to be better than an echo; it echoes
            swapped|not shown to be better than an echo; it echoes|not shown to be better than an echo; it echoes
            y_true and y_pred|not shown to be better than an echo; it echoes|not shown to be better than an echo; it echoes
            from the future|not shown to be better than an echo|not shown to be better than an echo
            scaled|on another scale: no verdict|on another scale: no verdict
            turned round|on another scale: no verdict|on another scale: no verdict
            constant forecast|worse than an echo; always nearly the same|worse than an echo; always nearly the same
            constant truth|worse than an echo|worse than an echo
            both constant|not shown to be better than an echo|not shown to be better than an echo
            perfect|better than an echo; a line cannot be judged without the training part|forecasts: better than every floor
            two forecasts|Several columns may be the forecast: lstm_pred, arima_pred.|Several columns may be the forecast
            two truths|Several columns may be the truth: actual, observed.|Several columns may be the truth
            three nameless|not shown to be better than an echo; it echoes|not shown to be better than an echo; it echoes
            far too large|Column “yhat” has 1.5E200 as its largest number|Column “yhat”
            far too small|Column “actual” has|Column “actual” has
            far from 0|not shown to be better than an echo; it echoes|not shown to be better than an echo; it echoes
            gaps in the truth|not shown to be better than an echo; it echoes|too few to tell
            gaps in the forecast|not shown to be better than an echo; it echoes|not shown to be better than an echo; it echoes
            no forecast|In rows 1 to 120 there is none|In rows 61 to 120 there is none
            training forecast|not shown to be better than an echo; it echoes|In rows 61 to 120 there is none
            forecast of 30|too few to tell: 30 steps, and it takes 40|too few to tell: 30 steps, and it takes 40
            one row|In rows 1 to 1 there is none|1 row is too few for a training part.
            one column|There is one column of numbers and no training part|floors over 60 steps
            constant training|not shown to be better than an echo; it echoes|not shown to be better than an echo; it echoes
            constant training, perfect|better than an echo; a line cannot|better than an echo; no line could be fitted
            a step|not shown to be better than an echo; it echoes|not shown to be better than an echo; it echoes
            alternating|better than an echo; a line cannot|better than an echo, not than: season of 2
            an outlier|not shown to be better than an echo; it echoes; always|not shown to be better than an echo; it echoes; always
            decimal comma|not shown to be better than an echo; it echoes|not shown to be better than an echo; it echoes
            """)
    void hostileFilesAreJudgedOrComplainedOf(String name, String untrained, String trained) {
        assertThat(FILES).hasSize(30);
        assertThat(said(FILES.get(name), OptionalInt.empty())).startsWith(untrained);
        assertThat(said(FILES.get(name), OptionalInt.of(60))).startsWith(trained);
    }

    private static String said(String text, OptionalInt train) {
        try {
            ForecastJudge judged = judge(text, train);
            assertThat(judged.table()).hasSameSizeAs(judged.part().floors()).allMatch(line -> !line.text()
                    .isEmpty());
            assertThat(judged.toJson())
                    .containsEntry("headline", judged.headline().text());
            return judged.headline().text();
        } catch (InvalidInput complaint) {
            return complaint.getMessage();
        }
    }

    private static List<String> keys(ForecastJudge judged) {
        return judged.sentences().stream().map(Message::key).toList();
    }

    @Test
    void aShiftIsSaid() {
        assertThat(judge(FILES.get("echo"), OptionalInt.of(60)).sentences())
                .contains(Message.of("forecast.shift.before", 1));
        assertThat(judge(FILES.get("from the future"), OptionalInt.of(60)).sentences())
                .contains(Message.of("forecast.shift.after", 1));
        assertThat(keys(judge(FILES.get("perfect"), OptionalInt.of(60))))
                .noneMatch(key -> key.startsWith("forecast.shift"));
    }

    /** A constant lag is no other scale, and what is close to the last values is no shifted column. */
    @Test
    void aLagAndTheBestForecastOfASlowSeriesAreNeitherScaledNorShifted() {
        ForecastJudge lag = judge(table(HEADER, t -> List.of(2 * t + 1, 2 * t - 1)), OptionalInt.of(60));
        assertThat(lag.headline().text()).startsWith("not shown to be better than an echo; it echoes");
        ForecastJudge drift =
                judge(table(HEADER, t -> List.of(WALK[t] + 2 * t, before(t) + 2 * (t - 1))), OptionalInt.empty());
        assertThat(drift.headline().text()).isEqualTo("not shown to be better than an echo; it echoes");
        Random random = new Random(4);
        double[] slow = new double[ROWS];
        for (int t = 1; t < ROWS; t++) {
            slow[t] = 0.97 * slow[t - 1] + random.nextGaussian();
        }
        ForecastJudge best =
                judge(table(HEADER, t -> List.of(slow[t], 0.97 * slow[Math.max(0, t - 1)])), OptionalInt.of(60));
        assertThat(keys(best)).noneMatch(key -> key.startsWith("forecast.shift"));
        assertThat(keys(best)).noneMatch(key -> key.startsWith("forecast.scale"));
    }

    @Test
    void theSlopeOfTheChangesStandsInTheFile() {
        Random random = new Random(5);
        ForecastJudge judged = judge(
                table(HEADER, t -> List.of(WALK[t], before(t) + 0.7 * random.nextGaussian())), OptionalInt.of(60));
        Map<String, Object> json = judged.toJson();
        assertThat(json).containsEntry("echoes", "yes");
        assertThat((double) json.get("slope")).isBetween((double) json.get("low"), (double) json.get("high"));
        assertThat((double) json.get("high")).isLessThan(1);
        assertThat((double) json.get("low")).isLessThan(0);
        assertThat(judge(FILES.get("perfect"), OptionalInt.of(60)).toJson())
                .containsEntry("echoes", "no")
                .containsEntry("slope", null);
    }

    @Test
    void nothingIsFilledIn() {
        ForecastJudge judged = judge(FILES.get("gaps in the forecast"), OptionalInt.of(60));
        assertThat(judged.leftOut()).isEqualTo(12);
        assertThat(judged.part().places()).hasSize(48).doesNotContain(60, 65, 115);
        assertThat(judged.sentences()).contains(Message.of("forecast.leftOut", 12, 60));
    }

    @Test
    void anotherScaleIsToldWithItsMap() {
        ForecastJudge judged = judge(FILES.get("scaled"), OptionalInt.empty());
        assertThat(judged.verdict()).isEmpty();
        assertThat(judged.sentences()).contains(Message.of("forecast.scale", "100.0000", "500.0000"));
    }

    @Test
    void whatIsAskedForWrongIsRefused() {
        assertThatThrownBy(() -> asked("line:13", ""))
                .hasMessageStartingWith("For “line:13” there is no training part");
        assertThatThrownBy(() -> asked("lines:13", "60")).hasMessageStartingWith("“lines:13” is no floor");
        assertThatThrownBy(() -> asked("lineSeasonal:2", "60")).hasMessageStartingWith("“lineSeasonal:2” is no floor");
        assertThatThrownBy(() -> asked("line:59", "60"))
                .hasMessageStartingWith("For “line:59” there is no training part, or");
        assertThatThrownBy(() -> rows("50-70")).hasMessageStartingWith("“50-70” are no rows to judge");
        assertThatThrownBy(() -> rows("70-121")).hasMessageStartingWith("“70-121” are no rows to judge");
        assertThat(rows("70-119").part().places()).hasSize(50).startsWith(69).endsWith(118);
    }

    private static ForecastJudge asked(String floor, String train) {
        OptionalInt rows = train.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(train));
        return ForecastJudge.of(
                ColumnReader.read(FILES.get("echo")),
                new ForecastQuestion(
                        rows,
                        OptionalInt.empty(),
                        List.of(floor),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    private static ForecastJudge rows(String rows) {
        return ForecastJudge.of(
                ColumnReader.read(FILES.get("echo")),
                new ForecastQuestion(
                        OptionalInt.of(60),
                        OptionalInt.of(0),
                        List.of("line:13"),
                        Optional.of(rows),
                        Optional.of("actual"),
                        Optional.of("yhat")));
    }

    @Test
    void onlyTheNamedColumnsAreLookedAt() {
        ForecastQuestion question = new ForecastQuestion(
                OptionalInt.of(60),
                OptionalInt.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("ARIMA_pred"));
        ForecastJudge judged = ForecastJudge.of(ColumnReader.read(FILES.get("two forecasts")), question);
        assertThat(judged.headline().text()).isEqualTo("forecasts: better than every floor");
        assertThat(judged.part().forecast()).isEqualTo(Arrays.copyOfRange(WALK, 60, 120));
    }
}
