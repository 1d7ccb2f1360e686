package lab.carousel.task.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import lab.carousel.text.InLanguage;
import lab.carousel.text.Language;
import lab.carousel.text.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The series that the program brings along have the numbers that they are known for. */
class ShippedSeriesTest {

    private static final Path FILES = Path.of("assets/series");

    private static double[] values(ShippedSeries series) {
        return series.data().values()[0];
    }

    @ParameterizedTest
    @CsvSource({
        "AIRLINE, airline-passengers.csv, 144",
        "SHAMPOO, monthly-shampoo-sales.csv, 36",
        "SUNSPOTS, sunspots-yearly-1700-2008.csv, 309"
    })
    void wellKnownOnesAreThoseOfTheirFiles(ShippedSeries series, String file, int size) throws IOException {
        NumberColumns read = ColumnReader.read(Files.readString(FILES.resolve(file)));
        SeriesData data = series.data();
        assertThat(data.size()).isEqualTo(size);
        assertThat(data.channels()).isEqualTo(read.names());
        assertThat(data.values()[0]).isEqualTo(read.columns().get(0));
        assertThat(data.rows()).isEqualTo(read.steps());
    }

    /** The largest error of a line that is fitted on the first half, in the second. */
    private static double errorOfLine(double[] values, int lags) {
        double[][] rows = new double[values.length - lags][lags];
        for (int row = 0; row < rows.length; row++) {
            for (int lag = 0; lag < lags; lag++) {
                rows[row][lag] = values[row + lags - 1 - lag];
            }
        }
        double[] targets = Arrays.copyOfRange(values, lags, values.length);
        int half = rows.length / 2;
        double[] fitted = Equations.leastSquares(Arrays.copyOf(rows, half), Arrays.copyOf(targets, half));
        double largest = 0;
        for (int row = half; row < rows.length; row++) {
            double sum = 0;
            for (int lag = 0; lag < lags; lag++) {
                sum += fitted[lag] * rows[row][lag];
            }
            largest = Math.max(largest, Math.abs(sum - targets[row]));
        }
        return largest;
    }

    /** Normal equations, solved by elimination: nothing that the program computes with. */
    private static final class Equations {

        static double[] leastSquares(double[][] rows, double[] targets) {
            int size = rows[0].length;
            double[][] left = new double[size][size + 1];
            for (int row = 0; row < rows.length; row++) {
                for (int i = 0; i < size; i++) {
                    for (int j = 0; j < size; j++) {
                        left[i][j] += rows[row][i] * rows[row][j];
                    }
                    left[i][size] += rows[row][i] * targets[row];
                }
            }
            for (int pivot = 0; pivot < size; pivot++) {
                for (int row = 0; row < size; row++) {
                    double share = left[row][pivot] / left[pivot][pivot];
                    for (int column = 0; column <= size && row != pivot; column++) {
                        left[row][column] -= share * left[pivot][column];
                    }
                }
            }
            double[] solved = new double[size];
            Arrays.setAll(solved, at -> left[at][size] / left[at][at]);
            return solved;
        }
    }

    @Test
    void aLineOfTwoValuesContinuesASineAndOneOfFourTheSumOfTwo() {
        assertThat(errorOfLine(values(ShippedSeries.SINE), 2)).isLessThan(1e-9);
        assertThat(errorOfLine(values(ShippedSeries.SINE), 1)).isGreaterThan(0.01);
        assertThat(errorOfLine(values(ShippedSeries.TWO_SINES), 4)).isLessThan(1e-9);
        assertThat(errorOfLine(values(ShippedSeries.TWO_SINES), 3)).isGreaterThan(0.01);
        assertThat(errorOfLine(values(ShippedSeries.NOISY_SINE), 2)).isGreaterThan(0.1);
    }

    @Test
    void sinesAreThoseOfTheirPeriods() {
        for (int t = 0; t < 500; t++) {
            double slow = Math.sin(2 * Math.PI * t / 25);
            assertThat(values(ShippedSeries.SINE)[t]).isCloseTo(slow, within(1e-9));
            assertThat(values(ShippedSeries.TWO_SINES)[t])
                    .isCloseTo(slow + Math.sin(2 * Math.PI * t / 8), within(1e-9));
        }
    }

    /** Computed in Python, with its power. */
    @Test
    void mackeyGlassIsThatOfItsEquation() {
        assertThat(Arrays.copyOf(values(ShippedSeries.MACKEY_GLASS), 5))
                .containsExactly(
                        new double[] {
                            0.8585142675723105,
                            0.5776766175194992,
                            0.4345647846020659,
                            0.7431224108595579,
                            0.9816024953415389
                        },
                        within(1e-9));
    }

    @Test
    void noiseHasTheDeviationThatIsTold() {
        double[] squares = values(ShippedSeries.NOISY_SINE).clone();
        Arrays.setAll(squares, t -> Math.pow(squares[t] - Math.sin(2 * Math.PI * t / 25), 2));
        assertThat(Math.sqrt(Arrays.stream(squares).average().orElseThrow())).isCloseTo(0.1, within(0.005));
        double[] walk = values(ShippedSeries.WALK);
        double[] moves = new double[walk.length - 1];
        Arrays.setAll(moves, t -> Math.pow(walk[t + 1] - walk[t], 2));
        assertThat(Math.sqrt(Arrays.stream(moves).average().orElseThrow())).isCloseTo(1, within(0.1));
    }

    @ParameterizedTest
    @EnumSource
    void eachSaysWhereItIsFromInBothLanguages(ShippedSeries series) {
        SeriesData data = series.data();
        assertThat(ShippedSeries.named(series.key())).contains(series);
        for (Language language : List.of(Language.ENGLISH, InLanguage.GERMAN)) {
            String words = InLanguage.hear(
                    language,
                    () -> Message.text(
                            "series.from." + series.key(), data.size(), 1, data.row(0), data.row(data.size() - 1)));
            assertThat(words).isNotBlank().doesNotContain("{");
        }
    }

    @Test
    void noOtherHasAName() {
        assertThat(ShippedSeries.named("stocks")).isEmpty();
    }
}
