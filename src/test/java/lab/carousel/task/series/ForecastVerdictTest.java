package lab.carousel.task.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ForecastVerdictTest {

    private final Random random = new Random(46);

    private static ForecastVerdict judge(double[] values, int train, double[] forecast) {
        double[][] channels = {values};
        List<SeriesFloor> floors = SeriesFloors.of(channels, 0, train, 1, OptionalInt.empty(), List.of());
        return ForecastVerdict.of(TestPart.of(channels, 0, train, values.length, forecast, floors));
    }

    /** At most 2 in 100 would be too many to be believed; measured over 2,400: 0.1 %. */
    @Test
    void hardlyAnEchoOfAWalkWithNoiseForecasts() {
        Map<ForecastVerdict.Kind, Integer> kinds = new EnumMap<>(ForecastVerdict.Kind.class);
        for (int walk = 0; walk < 200; walk++) {
            double[] values = new double[300];
            double[] forecast = new double[300];
            for (int t = 1; t < values.length; t++) {
                values[t] = values[t - 1] + random.nextGaussian();
                forecast[t] = values[t - 1] + 0.1 * random.nextGaussian();
            }
            ForecastVerdict verdict = judge(values, 200, forecast);
            kinds.merge(verdict.kind(), 1, Integer::sum);
        }
        assertThat(kinds.getOrDefault(ForecastVerdict.Kind.FORECASTS, 0)).isLessThanOrEqualTo(4);
    }

    /** A rise that a forecast follows too slowly brings it nearer to the last value in every row: that is no echo. */
    @Test
    void aForecastThatLagsOnARiseIsWorseAndNoEcho() {
        double[] values = IntStream.range(0, 150)
                .mapToDouble(t -> 100 + 5 * t + random.nextGaussian())
                .toArray();
        double[] forecast =
                IntStream.range(0, 150).mapToDouble(t -> 100 + 0.5 * 5 * t).toArray();
        ForecastVerdict verdict = judge(values, 90, forecast);
        assertThat(verdict.kind()).isEqualTo(ForecastVerdict.Kind.WORSE);
        assertThat(verdict.echo().kind()).isEqualTo(EchoKind.NOT_CLOSE);
        assertThat(verdict.echoes()).isEqualTo("no");
        assertThat(verdict.words().headline().text()).isEqualTo("worse than an echo");
        assertThat(verdict.words().echo()).isEmpty();
    }

    /** Its error trends so strongly that the interval of the mean holds 0; it is the farther one in every row all the same. */
    @Test
    void anErrorThatTrendsIsShownToBeWorseByTheShareOfRows() {
        double[] values = IntStream.range(0, 120)
                .mapToDouble(t -> Math.pow(1.06, t) + 0.01 * random.nextGaussian())
                .toArray();
        double[] forecast =
                IntStream.range(0, 120).mapToDouble(t -> Math.pow(1.05, t)).toArray();
        ForecastVerdict verdict = judge(values, 70, forecast);
        assertThat(verdict.against().get(0).difference().finding()).isEqualTo(ErrorFinding.OPEN);
        assertThat(verdict.against().get(0).finding()).isEqualTo(ErrorFinding.FARTHER);
        assertThat(verdict.kind()).isEqualTo(ForecastVerdict.Kind.WORSE);
    }

    /** Too few steps leave the slope open, many show that it tells of the move. */
    @Test
    void fewStepsCannotTellTheBestForecastOfASlowSeriesFromAnEcho() {
        Random own = new Random(2);
        double[] values = new double[3_000];
        for (int t = 1; t < values.length; t++) {
            values[t] = 0.95 * values[t - 1] + own.nextGaussian();
        }
        double[] best = IntStream.range(0, values.length)
                .mapToDouble(t -> t == 0 ? 0 : 0.95 * values[t - 1])
                .toArray();
        ForecastVerdict few = judge(Arrays.copyOf(values, 180), 120, Arrays.copyOf(best, 180));
        assertThat(few.echoes()).isEqualTo("open");
        assertThat(few.words().headline().text())
                .isEqualTo("not shown to be better than an echo; 60 steps cannot tell whether it is one");
        assertThat(few.echo().enoughSteps()).isBetween(61L, 3_000L);
        assertThat(judge(values, 120, best).echo().kind()).isEqualTo(EchoKind.TELLS);
    }

    @Test
    void aFloorThatIsAskedForAndChosenAnywayStandsOnce() {
        double[] values =
                IntStream.range(0, 200).mapToDouble(t -> random.nextGaussian()).toArray();
        SeriesFloor line = SeriesFloors.of(new double[][] {values}, 0, 120, 1, OptionalInt.of(0), List.of())
                .get(2);
        assertThat(SeriesFloors.of(
                        new double[][] {values},
                        0,
                        120,
                        1,
                        OptionalInt.of(0),
                        List.of("line:" + line.name().arguments().get(0), "line:9")))
                .extracting(SeriesFloor::key)
                .doesNotContain("line")
                .contains("line:" + line.name().arguments().get(0), "line:9")
                .hasSize(5);
    }

    @Test
    void aLineIsNearlyTheBestThereIsOnANoisySine() {
        double[] values = IntStream.range(0, 1000)
                .mapToDouble(t -> Math.sin(2 * Math.PI * t / 20) + 0.1 * random.nextGaussian())
                .toArray();
        double[] best = IntStream.range(0, 1000)
                .mapToDouble(t -> Math.sin(2 * Math.PI * t / 20) + 0.05 * random.nextGaussian())
                .toArray();
        ForecastVerdict verdict = judge(values, 700, best);
        assertThat(verdict.kind()).isEqualTo(ForecastVerdict.Kind.BETTER_THAN_ECHO);
        assertThat(verdict.notBeaten()).extracting(SeriesFloor::key).contains("line");
        assertThat(verdict.against().get(4).error()).isEqualTo(0.11, within(0.01));
    }

    @Test
    void aLineThatContinuesASeriesExactlyIsSaid() {
        double[] values = IntStream.range(0, 300)
                .mapToDouble(t -> Math.sin(0.3 * t) + 0.5 * Math.sin(0.71 * t))
                .toArray();
        ForecastVerdict verdict = judge(values, 200, values);
        assertThat(verdict.kind()).isEqualTo(ForecastVerdict.Kind.BETTER_THAN_ECHO);
        assertThat(verdict.words().all())
                .extracting(Object::toString)
                .contains(
                        "Exact: line of 4 values. Its error is nothing but rounding, so there is nothing left to learn.");
    }

    /** In other units it is the same verdict. */
    @Test
    void unitsChangeNothing() {
        double[] values = new double[200];
        for (int t = 1; t < values.length; t++) {
            values[t] = 0.8 * values[t - 1] + random.nextGaussian();
        }
        double[] others =
                IntStream.range(0, 200).mapToDouble(t -> 1e9 + 1e-3 * values[t]).toArray();
        List<SeriesFloor> floors =
                SeriesFloors.of(new double[][] {values}, 0, 120, 3, OptionalInt.empty(), List.of("line:5"));
        List<SeriesFloor> moved =
                SeriesFloors.of(new double[][] {others}, 0, 120, 3, OptionalInt.empty(), List.of("line:5"));
        for (int floor = 0; floor < floors.size(); floor++) {
            double said = moved.get(floor).forecast(new double[][] {others}, 150) - 1e9;
            assertThat(1e3 * said).isEqualTo(floors.get(floor).forecast(new double[][] {values}, 150), within(2e-3));
        }
    }

    /** What is known is as many steps before: a later value changes nothing, that one does. */
    @Test
    void noFloorSeesWhatIsNotKnown() {
        double[][] channels = new double[3][200];
        for (double[] channel : channels) {
            for (int t = 1; t < channel.length; t++) {
                channel[t] = 0.8 * channel[t - 1] + Math.sin(t / 2.0) + random.nextGaussian();
            }
        }
        List<SeriesFloor> floors = SeriesFloors.of(
                channels, 1, 120, 3, OptionalInt.of(4), List.of("seasonEcho:4", "lineAll:2", "lineSeasonal:3"));
        assertThat(floors).hasSize(11);
        for (SeriesFloor floor : floors) {
            double before = floor.forecast(channels, 150);
            for (int t = 148; t < 200; t++) {
                channels[0][t]++;
                channels[1][t]++;
                channels[2][t]++;
            }
            assertThat(floor.forecast(channels, 150)).as(floor.key()).isEqualTo(before);
            channels[1][150 - Math.max(1, floor.needs())]++;
            assertThat(floor.forecast(channels, 150) == before)
                    .as("first value that it needs: " + floor.key())
                    .isEqualTo(floor.needs() == 0);
        }
    }

    @Test
    void theQuantilesAreThoseOfTheTables() {
        assertThat(MeanInterval.quantile(1)).isEqualTo(12.706204736174698, within(1e-12));
        assertThat(MeanInterval.quantile(4)).isEqualTo(2.7764451051977987, within(1e-13));
        assertThat(MeanInterval.quantile(7)).isEqualTo(2.364624251592785, within(1e-13));
        assertThat(MeanInterval.quantile(294)).isEqualTo(1.9680656892939576, within(1e-12));
    }
}
