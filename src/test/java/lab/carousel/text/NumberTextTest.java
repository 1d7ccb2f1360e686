package lab.carousel.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTest {

    @ParameterizedTest
    @CsvSource({"0.069314718, 0.0693", "12.5, 12.5000", "0, 0", "0.000123, 1.23·10⁻⁴", "4.5e17, 4.50·10¹⁷"})
    void givesALossFourDecimalsOrAPowerOfTen(double loss, String words) {
        assertThat(NumberText.loss(loss)).isEqualTo(words);
    }

    @Test
    void writesWholeNumbersWithCommas() {
        assertThat(NumberText.whole(1_000_000)).isEqualTo("1,000,000");
    }

    @ParameterizedTest
    @CsvSource({
        "-0.125, 3, −0.125",
        "0.125, 2, 0.12",
        // As a double it is 0.0000500000000000000024, on every Java version
        "5.0e-5, 4, 0.0001",
        "-5.0e-4, 3, −0.001",
        "-1e-9, 4, 0.0000",
        "0, 4, 0.0000",
        "-0.0004, 3, 0.000",
        "-0.0, 3, 0.000",
        "-0.0005001, 3, −0.001"
    })
    void writesSoManyDecimals(double number, int decimals, String words) {
        assertThat(NumberText.decimals(number, decimals)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "0.4944, 0.4949, 0.01, '[0.494, 0.495, 0.010]'",
        "0.01, 0.9, 0.012, '[0.01, 0.90, 0.01]'",
        "0.5, 0.5, 0, '[0.50, 0.50, 0.00]'",
        "0.50000001, 0.5, 0, '[0.50, 0.50, 0.00]'"
    })
    void givesOutputsSoManyDecimalsThatTheLargestIsToldFromTheNext(double one, double two, double three, String words) {
        assertThat(NumberText.outputs(List.of(one, two, three), 2)).hasToString(words);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
            0.0693147, 0.06931
            0.083456, 0.08346
            -0.0010004, -0.001000
            -12.5, -12.5
            1.0, 1
            123456, 123456
            0, 0
            1.23456e-9, 1.235E-9
            NaN, NaN
            """)
    void givesFourDigitsInALineOfText(double value, String words) {
        assertThat(NumberText.inLine(value)).isEqualTo(words);
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

    @Test
    void aShareInPercentIsExactToATenth() {
        assertThat(DoubleStream.of(23.0 / 40, 1.0 / 3, 1.0 / 80, 0.5, 1, 0, 1_999 / 2_000.0)
                        .mapToObj(NumberText::percent))
                .containsExactly("57.5", "33.3", "1.3", "50", "100", "0", "99.9");
    }

    @Test
    void whatIsRoundedToZeroHasNoMinus() {
        assertThat(Message.text("verdict.bits.amount", -0.004)).isEqualTo("0.00");
        assertThat(Message.text("verdict.bits.amount", -0.006)).isEqualTo("−0.01");
        assertThat(NumberText.withoutMinusZero("A-0 -0 −0.00, 1-0.0 -0.05")).isEqualTo("A-0 0 0.00, 1-0.0 -0.05");
        assertThat(NumberText.withoutMinusZero("−0,00 −0,01")).isEqualTo("0,00 −0,01");
    }
}
