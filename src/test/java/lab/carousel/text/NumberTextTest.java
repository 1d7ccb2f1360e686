package lab.carousel.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumberTextTest {

    @Test
    void givesALossFourDecimals() {
        assertThat(NumberText.loss(0.25 * 0.4 * Math.log(2))).isEqualTo("0.0693");
        assertThat(NumberText.loss(12.5)).isEqualTo("12.5000");
        assertThat(NumberText.loss(0)).isEqualTo("0");
    }

    @Test
    void givesAPowerOfTenWhereDecimalsWouldSayNothing() {
        assertThat(NumberText.loss(0.000123)).isEqualTo("1.23·10⁻⁴");
        assertThat(NumberText.loss(4.5e17)).isEqualTo("4.50·10¹⁷");
    }

    @Test
    void writesWholeNumbersWithCommas() {
        assertThat(NumberText.whole(1_000_000)).isEqualTo("1,000,000");
    }
}
