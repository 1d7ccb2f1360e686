package lab.carousel.study.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class QuantilesTest {

    @Test
    void interpolatesBetweenValues() {
        // places 0.1 * 3 = 0.3, 1.5 and 2.7 among 1, 2, 4, 8
        Quantiles quantiles = Quantiles.of(new double[] {8, 1, 4, 2});
        assertThat(quantiles.low()).isCloseTo(1.3, within(1e-12));
        assertThat(quantiles.median()).isCloseTo(3, within(1e-12));
        assertThat(quantiles.high()).isCloseTo(6.8, within(1e-12));
    }

    @Test
    void ofElevenValuesIsTheSecondTheSixthAndTheTenth() {
        double[] values = {10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0};
        assertThat(Quantiles.of(values)).isEqualTo(new Quantiles(1, 5, 9));
        assertThat(values[0]).as("the values are left in their order").isEqualTo(10);
    }

    @Test
    void ofOneValueOrNone() {
        assertThat(Quantiles.of(new double[] {7})).isEqualTo(new Quantiles(7, 7, 7));
        assertThat(Quantiles.of(new double[0])).isEqualTo(Quantiles.NONE);
    }
}
