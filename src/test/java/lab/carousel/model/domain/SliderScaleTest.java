package lab.carousel.model.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class SliderScaleTest {

    @Test
    void equalWaysAreEqualRatiosOnALogarithmicScale() {
        SliderScale scale = SliderScale.logarithmic(1e-4, 1);
        assertThat(scale.valueAt(0)).isEqualTo(1e-4);
        assertThat(scale.valueAt(0.25)).isEqualTo(1e-3);
        assertThat(scale.valueAt(1)).isEqualTo(1);
        assertThat(scale.valueAt(0.3)).as("two digits of 0.00158").isEqualTo(0.0016);
        assertThat(scale.placeOf(1e-2)).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void valuesBeyondTheEndsStandAtTheEnds() {
        SliderScale scale = SliderScale.logarithmic(1e-4, 1);
        assertThat(scale.placeOf(50)).isEqualTo(1);
        assertThat(scale.placeOf(0)).isZero();
        assertThat(scale.placeOf(-3)).isZero();
    }

    @Test
    void wholeNumbersStayWhole() {
        SliderScale scale = SliderScale.wholeLogarithmic(1, 100);
        for (double place = 0; place <= 1; place += 0.01) {
            assertThat(scale.valueAt(place)).isEqualTo(Math.rint(scale.valueAt(place)));
            assertThat(String.valueOf((long) scale.valueAt(place))).matches("[0-9]+");
        }
        assertThat(SliderScale.wholeLogarithmic(10, 10_000).valueAt(0.5))
                .as("316 in two digits")
                .isEqualTo(320);
        assertThat(SliderScale.linear(-5, 5, 0.1).valueAt(0.123)).isEqualTo(-3.8);
    }

    @Test
    void theKeysReachEveryWholeNumber() {
        SliderScale scale = SliderScale.wholeLogarithmic(1, 100);
        List<Double> values = new ArrayList<>();
        for (double value = 1; value < 100; value = scale.next(value, 1)) {
            values.add(value);
        }
        assertThat(values).hasSize(99);
        assertThat(scale.next(100, 1)).isEqualTo(100);
        assertThat(scale.next(1, -1)).isEqualTo(1);
    }

    @Test
    void theKeysGoByTheSecondDigit() {
        SliderScale rates = SliderScale.logarithmic(1e-4, 1);
        assertThat(rates.next(0.001, 1)).isEqualTo(0.0011);
        assertThat(rates.next(0.01, 1)).isEqualTo(0.011);
        assertThat(rates.next(0.0099, 1)).isEqualTo(0.01);
        assertThat(rates.next(0.01, -1)).isEqualTo(0.0099);
        assertThat(rates.next(50, -1)).as("from beyond the end").isEqualTo(1);
        assertThat(SliderScale.wholeLogarithmic(10, 10_000).next(250, 1)).isEqualTo(260);
        assertThat(SliderScale.linear(0, 0.99, 0.01).next(0.29, 1)).isEqualTo(0.3);
    }

    @Test
    void aScaleEndsWhereTheTaskAllowsNoMore() {
        SliderScale scale = SliderScale.wholeLogarithmic(1, 100).upTo(4);
        assertThat(scale.valueAt(1)).isEqualTo(4);
        SliderScale one = scale.upTo(1);
        assertThat(one.placeOf(1)).isZero();
        assertThat(one.valueAt(0.7)).isEqualTo(1);
        assertThat(one.next(1, 1)).isEqualTo(1);
    }

    @Test
    void aLogarithmicScaleMayBeginAtZero() {
        SliderScale scale = SliderScale.wholeLogarithmic(0, 2_000);
        assertThat(DoubleStream.of(0, 0.5, 0.8, 1).map(scale::valueAt)).containsExactly(0.0, 44.0, 440.0, 2_000.0);
        assertThat(DoubleStream.of(0, 1, 7, 99, 110, 2_000))
                .allSatisfy(number ->
                        assertThat(scale.valueAt(scale.placeOf(number))).isEqualTo(number));
        assertThat(scale.next(0, 1)).isEqualTo(1);
    }
}
