package lab.carousel.ui.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import lab.carousel.ui.task.DraftCard.NumberLine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogScaleTest {

    private final NumberLine.LogScale scale = new NumberLine.LogScale(0, 2_000);

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 2000", "0.5, 44", "0.8, 440"})
    void givesRoundNumbers(double place, int number) {
        assertThat(scale.number(place)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 99, 110, 1_000, 2_000})
    void findsTheWayBack(int number) {
        assertThat(scale.number(scale.place(number))).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({"-3, 0", "9999, 1"})
    void staysBetweenItsEnds(int number, double place) {
        assertThat(scale.place(number)).isCloseTo(place, within(1e-12));
    }
}
