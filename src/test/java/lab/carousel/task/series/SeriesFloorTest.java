package lab.carousel.task.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The classical series with what their floors reach: figures that were measured with NumPy. */
class SeriesFloorTest {

    private static final double[] AIRLINE = read("airline-passengers.csv");
    private static final double[] SHAMPOO = read("monthly-shampoo-sales.csv");
    private static final double[] SUNSPOTS = read("sunspots-yearly-1700-2008.csv");
    private static final int AIRLINE_TRAIN = 96;
    private static final int SHAMPOO_TRAIN = 24;

    static double[] read(String name) {
        try (var stream = SeriesFloorTest.class.getResourceAsStream(name)) {
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

    @Test
    void theLinesOfTheAirlineAreFarBelowThePublishedNetwork() {
        assertThat(LineFloor.fixed(AIRLINE, AIRLINE_TRAIN, 0, 12).rootMeanSquaredError(AIRLINE, AIRLINE_TRAIN + 2))
                .isEqualTo(21.35, within(0.6));
        assertThat(LineFloor.fixed(AIRLINE, AIRLINE_TRAIN, 0, 13).rootMeanSquaredError(AIRLINE, AIRLINE_TRAIN + 2))
                .isEqualTo(14.55, within(0.6));
    }

    @Test
    void theEchoOfShampooIsThePublishedOne() {
        assertThat(SeriesFloor.echo().rootMeanSquaredError(SHAMPOO, SHAMPOO_TRAIN))
                .isEqualTo(136.761, within(5e-4));
        assertThat(LineFloor.fixed(SHAMPOO, SHAMPOO_TRAIN, 1, 1).rootMeanSquaredError(SHAMPOO, SHAMPOO_TRAIN))
                .isEqualTo(86.73, within(5e-3));
        assertThat(LineFloor.fixed(SHAMPOO, SHAMPOO_TRAIN, 1, 2).rootMeanSquaredError(SHAMPOO, SHAMPOO_TRAIN))
                .isEqualTo(79.32, within(5e-3));
    }

    @Test
    void theSeasonIsFound() {
        assertThat(Period.of(AIRLINE, AIRLINE_TRAIN)).hasValue(12);
        assertThat(Period.of(SHAMPOO, SHAMPOO_TRAIN)).isEmpty();
        assertThat(Period.of(SUNSPOTS, 206).orElse(0)).isBetween(10, 11);
    }

    @Test
    void anEchoIsToldAsOne() {
        double[] forecast = new double[SUNSPOTS.length - 206];
        System.arraycopy(SUNSPOTS, 205, forecast, 0, forecast.length);
        ForecastVerdict verdict =
                ForecastVerdict.of(SUNSPOTS, 206, forecast, java.util.Map.of(ForecastVerdict.ECHO, SeriesFloor.echo()));
        assertThat(verdict.isEcho()).isTrue();
        assertThat(verdict.kind()).isEqualTo(ForecastVerdict.Kind.NOT_SHOWN_BETTER);
    }
}
