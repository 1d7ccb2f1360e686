package lab.carousel.task.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import lab.carousel.Exhaustive;
import org.junit.jupiter.api.Test;

/**
 * How often the innocent are accused of an echo or called worse than one, and how often echoes are found: the table of
 * {@code forecasts.md}, which the test puts into {@code target}.
 */
class EchoSimulationTest {

    private static final int TRAIN = 134;
    private static final int[] STEPS = {66, 200};

    /** A series with a forecast for each row from the second one on. */
    private record Forecast(double[] values, double[] forecast) {}

    /**
     * A way to make them.
     *
     * @param mostAccused in percent, with 66 and with 200 steps; 100 for echoes
     * @param leastFound  likewise; 0 for the innocent
     */
    private record Kind(String name, Function<Random, Forecast> made, double[] mostAccused, double[] leastFound) {}

    /** In percent. */
    private record Share(double echoes, double worse) {}

    private static double[] autoregressive(Random random, double phi) {
        double[] values = new double[TRAIN + STEPS[1]];
        double x = 0;
        for (int t = -300; t < values.length; t++) {
            x = phi * x + random.nextGaussian();
            if (t >= 0) {
                values[t] = x;
            }
        }
        return values;
    }

    private static double[] walk(Random random, double drift) {
        double[] values = new double[TRAIN + STEPS[1]];
        for (int t = 1; t < values.length; t++) {
            values[t] = values[t - 1] + drift + random.nextGaussian();
        }
        return values;
    }

    /** A forecast by row. */
    private static double[] each(double[] values, java.util.function.IntToDoubleFunction forecast) {
        return IntStream.range(0, values.length)
                .mapToDouble(t -> t < 2 ? Double.NaN : forecast.applyAsDouble(t))
                .toArray();
    }

    private static Kind optimal(double phi, double... most) {
        return innocent(
                "best forecast of a series with memory " + phi,
                random -> {
                    double[] values = autoregressive(random, phi);
                    return new Forecast(values, each(values, t -> phi * values[t - 1]));
                },
                most);
    }

    private static Kind innocent(String name, Function<Random, Forecast> made, double... most) {
        return new Kind(name, made, most, new double[2]);
    }

    private static Kind echo(String name, Function<Random, Forecast> made, double... least) {
        return new Kind(name, made, new double[] {100, 100}, least);
    }

    private static Kind copy(double noise, double... least) {
        return echo(
                "walk copied, with noise of " + noise + " of its step",
                random -> {
                    double[] values = walk(random, 0);
                    return new Forecast(values, each(values, t -> values[t - 1] + noise * random.nextGaussian()));
                },
                least);
    }

    private static Kind smoothing(double share, double... least) {
        return echo(
                "walk smoothed, " + share + " of each step taken over",
                random -> {
                    double[] values = walk(random, 0);
                    double[] smooth = values.clone();
                    for (int t = 1; t < values.length; t++) {
                        smooth[t] = smooth[t - 1] + share * (values[t] - smooth[t - 1]);
                    }
                    return new Forecast(values, each(values, t -> smooth[t - 1]));
                },
                least);
    }

    private static final List<Kind> KINDS = List.of(
            optimal(0.5, 0.5, 0.5),
            optimal(0.9, 3.5, 1.5),
            optimal(0.97, 3.5, 2.5),
            optimal(0.99, 4.5, 3.5),
            innocent(
                    "flat curve on a rise",
                    random -> {
                        double[] values = walk(random, 1);
                        return new Forecast(values, each(values, t -> values[TRAIN / 2]));
                    },
                    0,
                    0),
            innocent(
                    "rise that the forecast follows too slowly",
                    random -> {
                        double[] values = walk(random, 1);
                        return new Forecast(values, each(values, t -> 0.6 * values[t - 1]));
                    },
                    0,
                    0),
            innocent(
                    "last value and the mean step of a walk with drift",
                    random -> {
                        double[] values = walk(random, 0.3);
                        return new Forecast(values, each(values, t -> values[t - 1] + 0.3));
                    },
                    4.5,
                    2.5),
            copy(0.1, 5, 15),
            copy(0.3, 45, 90),
            copy(0.5, 85, 93),
            copy(1, 93, 93),
            smoothing(0.7, 50, 90),
            smoothing(0.3, 90, 90),
            echo(
                    "value two steps before",
                    random -> {
                        double[] values = walk(random, 0);
                        return new Forecast(values, each(values, t -> values[t - 2]));
                    },
                    90,
                    90),
            echo(
                    "walk with drift copied, with noise of 0.5 of its step",
                    random -> {
                        double[] values = walk(random, 0.3);
                        return new Forecast(values, each(values, t -> values[t - 1] + 0.5 * random.nextGaussian()));
                    },
                    80,
                    93));

    private static ForecastVerdict judge(Forecast made, int steps) {
        double[][] channels = {made.values};
        List<SeriesFloor> floors = SeriesFloors.of(channels, 0, TRAIN, 1, OptionalInt.of(0), List.of());
        return ForecastVerdict.of(TestPart.of(channels, 0, TRAIN, TRAIN + steps, made.forecast, floors));
    }

    private static Share share(Kind kind, int steps, int cases) {
        Random random = new Random(61);
        int echoes = 0;
        int worse = 0;
        for (int made = 0; made < cases; made++) {
            ForecastVerdict verdict = judge(kind.made.apply(random), steps);
            echoes += verdict.isEcho() ? 1 : 0;
            worse += verdict.kind() == ForecastVerdict.Kind.WORSE ? 1 : 0;
        }
        return new Share(100.0 * echoes / cases, 100.0 * worse / cases);
    }

    private static List<String> table(int cases) {
        List<String> lines = new ArrayList<>();
        for (Kind kind : KINDS) {
            Share[] shares = IntStream.of(STEPS)
                    .mapToObj(steps -> share(kind, steps, cases))
                    .toArray(Share[]::new);
            for (int place = 0; place < STEPS.length; place++) {
                String as = kind.name + ", " + STEPS[place] + " steps";
                assertThat(shares[place].echoes).as(as).isBetween(kind.leastFound[place], kind.mostAccused[place]);
                if (kind.mostAccused[place] > 0 && kind.mostAccused[place] < 100) {
                    assertThat(shares[place].worse).as("worse: " + as).isLessThanOrEqualTo(2.5);
                }
            }
            lines.add(String.format(
                    Locale.ROOT,
                    "| %s | %.1f, %.1f | %.1f, %.1f |",
                    kind.name,
                    shares[0].echoes,
                    shares[1].echoes,
                    shares[0].worse,
                    shares[1].worse));
        }
        return lines;
    }

    @Test
    @Exhaustive
    void hardlyAnInnocentForecastIsAccusedAndEchoesAreFound() throws java.io.IOException {
        List<String> lines = table(400);
        java.nio.file.Files.write(java.nio.file.Path.of("target", "echo-simulation.md"), lines);
        assertThat(lines).hasSameSizeAs(KINDS);
    }

    /** The extremes of the same. */
    @Test
    void theBestForecastOfASlowSeriesIsNotAccusedAndANoisyCopyIs() {
        assertThat(share(KINDS.get(3), 66, 60).echoes).isLessThanOrEqualTo(7);
        assertThat(share(KINDS.get(5), 66, 20)).isEqualTo(new Share(0, 100));
        assertThat(share(copy(1), 66, 60).echoes).isGreaterThanOrEqualTo(90);
    }
}
