package lab.carousel.task.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** The classical series with what their floors reach: figures that were measured with NumPy. */
class SeriesFloorTest {

    private static final double[] AIRLINE = read("airline-passengers.csv");
    private static final double[] SHAMPOO = read("monthly-shampoo-sales.csv");
    private static final double[] SUNSPOTS = read("sunspots-yearly-1700-2008.csv");

    static double[] read(String name) {
        try (var stream = Files.newInputStream(Path.of("assets/series", name))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(',') + 1)))
                    .toArray();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void theSeriesAreWhole() {
        assertThat(AIRLINE).hasSize(144);
        assertThat(SHAMPOO).hasSize(36);
        assertThat(SUNSPOTS).hasSize(309);
    }

    /** On rows 98 to 143, the targets of the published network; its own error is 47.53. */
    @Test
    void theLinesOfTheAirlineAreFarBelowThePublishedNetwork() {
        assertThat(errors(AIRLINE, 96, 97, 143, "line:12", "line:13", "seasonEcho:12"))
                .containsEntry("echo", 48.66)
                .containsEntry("line:12", 21.35)
                .containsEntry("line:13", 14.55)
                .containsEntry("seasonEcho:12", 15.69);
    }

    @Test
    void theEchoOfShampooIsThePublishedOne() {
        assertThat(errors(SHAMPOO, 24, 24, 36, "lineDifferences:1", "lineDifferences:2"))
                .containsEntry("echo", 136.76)
                .containsEntry("lineDifferences:1", 86.73)
                .containsEntry("lineDifferences:2", 79.32);
    }

    @Test
    void theSeasonIsFound() {
        assertThat(Period.of(AIRLINE, 96)).hasValue(12);
        assertThat(Period.of(SHAMPOO, 24)).isEmpty();
        assertThat(Period.of(SUNSPOTS, 206).orElse(0)).isBetween(10, 11);
    }

    @Test
    void anEchoIsToldAsOne() {
        double[] forecast = new double[SUNSPOTS.length];
        System.arraycopy(SUNSPOTS, 0, forecast, 1, forecast.length - 1);
        double[][] channels = {SUNSPOTS};
        ForecastVerdict verdict = ForecastVerdict.of(TestPart.of(
                channels,
                0,
                206,
                SUNSPOTS.length,
                forecast,
                SeriesFloors.of(channels, 0, 206, 1, OptionalInt.empty(), List.of())));
        assertThat(verdict.isEcho()).isTrue();
        assertThat(verdict.against().get(0).finding()).isEqualTo(ErrorFinding.EQUAL);
        assertThat(verdict.kind()).isEqualTo(ForecastVerdict.Kind.NOT_SHOWN_BETTER);
    }

    /** To two decimals, by the keys of the floors. */
    private static Map<String, Double> errors(double[] values, int train, int from, int to, String... fixed) {
        double[][] channels = {values};
        List<SeriesFloor> floors = SeriesFloors.of(channels, 0, train, 1, OptionalInt.empty(), List.of(fixed));
        TestPart part = TestPart.of(channels, 0, from, to, new double[0], floors);
        Map<String, Double> errors = new LinkedHashMap<>();
        for (int floor = 0; floor < floors.size(); floor++) {
            errors.put(floors.get(floor).key(), Math.round(100 * part.error(part.said()[floor])) / 100.0);
        }
        return errors;
    }
}
