package lab.carousel.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
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

    @Test
    void writesSoManyDecimals() {
        assertThat(NumberText.decimals(-0.125, 3)).isEqualTo("−0.125");
        assertThat(NumberText.decimals(0, 4)).isEqualTo("0.0000");
    }

    @Test
    void givesTwoDigitsBesideAnAxis() {
        assertThat(NumberText.twoDigits(0)).isEqualTo("0");
        assertThat(NumberText.twoDigits(-0.0123)).isEqualTo("−0.012");
        assertThat(NumberText.twoDigits(0.5)).isEqualTo("0.5");
        assertThat(NumberText.twoDigits(0.000123)).isEqualTo("0.00012");
        assertThat(NumberText.twoDigits(1.5e-9)).isEqualTo("1.5E−9");
    }

    @Test
    void givesFourDigitsInALineOfText() {
        assertThat(NumberText.inLine(0.0693147)).isEqualTo("0.06931");
        assertThat(NumberText.inLine(-12.5)).isEqualTo("-12.5");
        assertThat(NumberText.inLine(0)).isEqualTo("0");
        assertThat(NumberText.inLine(1.23456e-9)).isEqualTo("1.235E-9");
        assertThat(NumberText.inLine(Double.NaN)).isEqualTo("NaN");
    }

    @Test
    void saysOfADifferenceNeverLessThanItIs() {
        assertThat(NumberText.atMost(2.1e-16)).isEqualTo("3e-16");
        assertThat(NumberText.atMost(1e-12)).isEqualTo("1e-12");
    }

    @Test
    void theLocaleMakesNoDifference() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(NumberText.loss(1234.5)).isEqualTo("1,234.5000");
            assertThat(NumberText.whole(-1_000)).isEqualTo("−1,000");
            assertThat(NumberText.inLine(-12.5)).isEqualTo("-12.5");
            assertThat(NumberText.atMost(2.1e-16)).isEqualTo("3e-16");
        } finally {
            Locale.setDefault(before);
        }
    }
}
