package lab.carousel.task.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import lab.carousel.task.Step;
import lab.carousel.task.Steps;
import lab.carousel.task.Target;
import lab.carousel.task.Task;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.NumberText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is fed and wanted of a series, by which part it is scaled, and what is learned of it. */
class SeriesTest {

    private static final int ROWS = 30;
    private static final int TRAIN = 20;
    private static final SeriesFeed FEED = SeriesFeed.of(ROWS);

    /** Its squares, and the same from the end. */
    private static SeriesData data() {
        double[] up = IntStream.range(0, ROWS).mapToDouble(t -> t * t).toArray();
        double[] down = IntStream.range(0, ROWS).mapToDouble(t -> 10 - up[t]).toArray();
        return new SeriesData(SeriesData.OWN, List.of("up", "down"), new double[][] {up, down}, List.of());
    }

    private static Steps steps(Series series) {
        return series.shown().get(0);
    }

    private static double mean(double[] values, int to) {
        return Arrays.stream(values, 0, to).average().orElseThrow();
    }

    private static double deviation(double[] values, int to) {
        double mean = mean(values, to);
        return Math.sqrt(Arrays.stream(values, 0, to)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow());
    }

    /** However it is scaled and fed, and whatever the network was fed: a reader was told 144 numbers from 0 to 1. */
    @ParameterizedTest
    @EnumSource(FedValues.class)
    void aStepIsToldByItsRowInTheUnitOfTheSeries(FedValues fed) {
        Task task = Series.task(data(), FEED.withPeriod(2).with(fed).with(Scaling.UNIT));
        Series series = Series.of(task).orElseThrow();
        Step step = task.step(0, 5);
        int row = series.first() + 4;
        assertThat(series.place(step)).isEqualTo(String.valueOf(row + 1));
        assertThat(series.at(step)).isEqualTo((row + 1) + ", value " + row * row + ";" + (10 - row * row));
        assertThat(series.told(step, step.target())).isEqualTo(String.valueOf((row + 1) * (row + 1)));
        assertThat(series.told(step, Target.ofNumbers(0.2625)))
                .isEqualTo(NumberText.significant(series.forecast(4, 0.2625)));
        List<String> all = task.sequences().get(0).symbols();
        assertThat(all).hasSize(ROWS - series.first()).endsWith("841");
        assertThat(all.get(4)).isEqualTo(row * row + ";" + (10 - row * row));
        assertThat(series.mark(false)).isEqualTo("not nearer than the echo");
    }

    @Test
    void allColumnsAreFedAndTheNextValueOfOneIsWanted() {
        Series series = new Series(data(), FEED);
        assertThat(steps(series).size()).isEqualTo(ROWS - 1);
        assertThat(series.alphabet().symbols()).containsExactly("ŷ", "up", "down");
        assertThat(series.firstJudged()).isEqualTo(TRAIN - 1);
        double[] up = data().values()[0];
        double mean = mean(up, TRAIN);
        double spread = deviation(up, TRAIN);
        for (int step = 0; step < ROWS - 1; step++) {
            assertThat(steps(series).fed(step, 0)).isCloseTo((up[step] - mean) / spread, within(1e-12));
            assertThat(steps(series).fed(step, 1)).isCloseTo(-(up[step] - mean) / spread, within(1e-12));
        }
    }

    /** A change of the test part changes nothing before it; with the leak it does. */
    @Test
    void onlyTheTrainingPartScalesUnlessThatLeaks() {
        double[][] other = Arrays.stream(data().values()).map(double[]::clone).toArray(double[][]::new);
        other[0][ROWS - 1] = 1e6;
        SeriesData changed = new SeriesData(SeriesData.OWN, List.of("up", "down"), other, List.of());
        Steps steps = new Series(data(), FEED).learned()[0];
        assertThat(new Series(changed, FEED).learned()[0].row(0)).isEqualTo(steps.row(0));
        SeriesFeed leaking = FEED.with(Leak.SCALER);
        assertThat(new Series(changed, leaking).learned()[0].row(0))
                .isNotEqualTo(new Series(data(), leaking).learned()[0].row(0));
        assertThat(new Series(data(), leaking).learned()[0].row(0)).isNotEqualTo(steps.row(0));
    }

    @ParameterizedTest
    @CsvSource({
        // fed, period, ahead, first row fed, what the wanted difference goes back
        "VALUES, 0, 1, 0, 0",
        "VALUES, 0, 3, 0, 0",
        "DIFFERENCES, 0, 1, 1, 1",
        "DIFFERENCES, 0, 3, 1, 3",
        "SEASONAL, 4, 1, 4, 4",
        "SEASONAL, 4, 4, 4, 4",
        "SEASONAL, 4, 5, 4, 8"
    })
    void whatIsWantedLiesAheadAndIsTakenFromWhatIsKnownThen(FedValues fed, int period, int ahead, int first, int back) {
        Series series = new Series(data(), FEED.with(fed).withPeriod(period).withAhead(ahead));
        double[] up = data().values()[0];
        assertThat(series.first()).isEqualTo(first);
        assertThat(steps(series).size()).isEqualTo(ROWS - ahead - first);
        assertThat(series.wantedRow(series.firstJudged())).isEqualTo(TRAIN);
        for (int step = 0; step < steps(series).size(); step++) {
            double said = steps(series).target(step).number(0);
            assertThat(series.wantedRow(step)).isEqualTo(first + step + ahead);
            // What is said exactly is the truth in the unit of the series, whatever is fed
            assertThat(series.forecast(step, said)).isCloseTo(up[first + step + ahead], within(1e-9));
        }
        double[] wanted = new double[ROWS];
        Arrays.setAll(wanted, t -> up[t] - (back > 0 && t >= back ? up[t - back] : 0));
        double[] trained = Arrays.copyOfRange(wanted, first + ahead, TRAIN);
        double expected = (wanted[first + ahead] - mean(trained, trained.length)) / deviation(trained, trained.length);
        assertThat(steps(series).target(0).number(0)).isCloseTo(expected, within(1e-9));
        // A difference is of what is known when it is fed: no later row changes it
        double[][] later = Arrays.stream(data().values()).map(double[]::clone).toArray(double[][]::new);
        later[0][ROWS - 1] = -1e3;
        Series other =
                new Series(new SeriesData(SeriesData.OWN, List.of("up", "down"), later, List.of()), series.feed());
        int last = steps(series).size() - 1;
        assertThat(steps(other).row(last)).isEqualTo(steps(series).row(last));
        assertThat(steps(other).target(last)).isNotEqualTo(steps(series).target(last));
    }

    @Test
    void theTrainingPartIsLearnedAndNothingBehindIt() {
        Series series = new Series(data(), FEED.withAhead(2));
        assertThat(series.learned()).containsExactly(steps(series).first(TRAIN - 2));
        assertThat(series.wantedRow(series.learned()[0].size() - 1)).isEqualTo(TRAIN - 1);
    }

    @Test
    void shuffledWindowsReachOverTheBorderAndLeaveAThirdOut() {
        SeriesData sine = ShippedSeries.SINE.data();
        Series series = new Series(sine, SeriesFeed.of(sine.size()).with(Leak.WINDOWS));
        Steps learned = series.learned()[0];
        int border = series.firstJudged();
        assertThat(learned.size()).isEqualTo(sine.size() - 1);
        long before = IntStream.range(0, border).filter(learned::isScored).count();
        long behind = IntStream.range(border, learned.size())
                .filter(learned::isScored)
                .count();
        assertThat((double) before / border).isBetween(0.6, 0.73);
        assertThat((double) behind / (learned.size() - border)).isBetween(0.55, 0.78);
        assertThat(series.learned()[0]).as("always the same").isEqualTo(learned);
        Series honest = new Series(sine, SeriesFeed.of(sine.size()));
        assertThat(honest.learned()[0].size()).isEqualTo(border);
        assertThat(IntStream.range(0, border).allMatch(honest.learned()[0]::isScored))
                .isTrue();
    }

    @Test
    void equalOnesHaveEqualNumbersAndAreFedAlike() {
        Task task = Series.task(data(), FEED);
        assertThat(task).isEqualTo(Series.task(data(), FEED)).hasSameHashCodeAs(Series.task(data(), FEED));
        double[][] other = data().values();
        other[1][3] = Math.nextUp(other[1][3]);
        assertThat(task)
                .isNotEqualTo(
                        Series.task(new SeriesData(SeriesData.OWN, List.of("up", "down"), other, List.of()), FEED))
                .isNotEqualTo(Series.task(data(), FEED.with(Leak.SCALER)))
                .isNotEqualTo(Series.task(data(), FEED.withTrain(TRAIN - 1)));
    }

    @Test
    void aFileHoldsTheNumbersOfAnOwnOneAndTheNameOfAnother() {
        Map<String, Object> own = new Series(data(), FEED.withTrain(17)).values();
        assertThat(own)
                .containsEntry("series", "own")
                .containsEntry("train", 17)
                .containsEntry("target", "up");
        assertThat((List<?>) own.get("values")).hasSize(2).first().asString().startsWith("0.0 1.0 4.0");
        assertThat(new Series(ShippedSeries.SINE.data(), SeriesFeed.of(500)).values())
                .containsEntry("series", "sine")
                .doesNotContainKeys("values", "channels", "rows");
    }

    @Test
    void namesOfColumnsAreMadeSymbols() {
        List<String> given =
                List.of(" Umsatz\u00a0in EUR ", "", "x", "ŷ", "a".repeat(40), "a".repeat(41), "\u200b", "b\u0000c");
        double[][] values = new double[8][ROWS];
        SeriesData data = new SeriesData(SeriesData.OWN, given, values, List.of());
        assertThat(data.channels())
                .containsExactly(
                        "Umsatz_in_EUR", "x", "x_2", "ŷ_2", "a".repeat(24), "a".repeat(24) + "_2", "x_3", "b_c");
        assertThat(new SeriesData(SeriesData.OWN, data.channels(), values, List.of()))
                .isEqualTo(data);
        assertThat(new Series(data, FEED).alphabet().size()).isEqualTo(9);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            VALUES      | 0  | 0  | 20 | A forecast is 1 to 7 rows ahead here, not 0.
            VALUES      | 0  | 8  | 20 | A forecast is 1 to 7 rows ahead here, not 8.
            VALUES      | 0  | 1  | 4  | The training part has 5 to 28 rows here, not 4.
            VALUES      | 0  | 1  | 29 | The training part has 5 to 28 rows here, not 29.
            VALUES      | 16 | 1  | 20 | A period has 0 to 15 rows here, not 16.
            VALUES      | -1 | 1  | 20 | A period has 0 to 15 rows here, not -1.
            SEASONAL    | 0  | 1  | 20 | Seasonal differences need a period: 2 to 15 rows here.
            SEASONAL    | 1  | 1  | 20 | A period has 2 to 15 rows here, not 1.
            SEASONAL    | 15 | 1  | 20 | The training part has 20 to 28 rows here, not 19.
            DIFFERENCES | 0  | 2  | 6  | The training part has 7 to 28 rows here, not 6.
            """)
    void whatDoesNotGoWithTheNumbersIsRefused(FedValues fed, int period, int ahead, int train, String words) {
        SeriesFeed feed = FEED.with(fed).withPeriod(period).withAhead(ahead);
        int wrong = words.endsWith("not 19.") ? 19 : train;
        assertThatThrownBy(() -> new Series(data(), feed.withTrain(wrong)))
                .isInstanceOf(InvalidInput.class)
                .hasMessage(words);
    }

    @Test
    void aSeriesThatIsTooShortForItsPeriodIsRefused() {
        SeriesData twelve = new SeriesData(SeriesData.OWN, List.of("x"), new double[1][12], List.of());
        SeriesFeed feed =
                SeriesFeed.of(12).with(FedValues.SEASONAL).withPeriod(6).withAhead(3);
        assertThatThrownBy(() -> new Series(twelve, feed))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("12 rows are too few for so many ahead and so long a period: at least 15 are needed.");
    }

    private static Optional<String> problem(List<String> names, List<String> rows, double[]... values) {
        return InvalidInput.problemOf(() -> new SeriesData(SeriesData.OWN, names, values, rows))
                .map(message -> message.text());
    }

    @Test
    void numbersThatAreNoSeriesAreRefused() {
        double[] good = new double[12];
        double[] gap = new double[12];
        gap[4] = Double.NaN;
        double[] large = new double[12];
        large[11] = -1e61;
        assertThat(problem(List.of("x"), List.of(), good)).isEmpty();
        assertThat(problem(List.of(), List.of("a"))).contains("A series has 1 to 8 columns of numbers, not 0.");
        assertThat(problem(List.of("x"), List.of(), new double[9][12]))
                .contains("A series has 1 to 8 columns of numbers, not 9.");
        assertThat(problem(List.of("x"), List.of(), new double[11]))
                .contains("A series has 12 to 20,000 rows, not 11.");
        assertThat(problem(List.of("x"), List.of(), new double[20_001]))
                .contains("A series has 12 to 20,000 rows, not 20,001.");
        assertThat(problem(List.of("x", "y"), List.of(), good))
                .contains("Each column needs a name, and each row one or none.");
        assertThat(problem(List.of("x"), List.of("a"), good))
                .contains("Each column needs a name, and each row one or none.");
        assertThat(problem(List.of("x", "y"), List.of(), good, new double[13]))
                .contains("Column “y” has 13 numbers, the first one 12.");
        assertThat(problem(List.of("x", "y"), List.of(), good, gap)).contains("Row 5 of column “y” has no number.");
        assertThat(problem(List.of("x"), List.of(), large))
                .contains("Row 12 of column “x” is too large to compute with: at most 1.0E60.");
    }

    /** A title stands in documents, and begins the names of files on every system. */
    @Test
    void aSeriesIsCalledByItsTitleWhichAFileCanBeNamedBy() {
        Task own = Series.task(data(), FEED);
        assertThat(Series.fileName(own)).isEmpty();
        assertThat(Series.of(own).orElseThrow().title()).isEqualTo("Own series");
        for (String[] each : new String[][] {
            {"air", "air"},
            {" a/b\\c:\n<d> & \ud800\u0000 ", "a b c d &"},
            {"日".repeat(70), "日".repeat(60)}
        }) {
            Task titled = new Series(data(), FEED).titled(each[0]);
            assertThat(Series.fileName(titled)).contains(each[1]);
            assertThat(Series.of(titled).orElseThrow().title()).isEqualTo(each[1]);
            assertThat(titled).isNotEqualTo(own);
        }
        assertThat(Series.fileName(Series.task(ShippedSeries.AIRLINE.data(), SeriesFeed.of(144))))
                .contains("airline");
        assertThat(Series.fileName(Task.reference())).isEmpty();
    }
}
