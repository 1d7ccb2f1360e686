package lab.carousel.picture.account;

import static org.assertj.core.api.Assertions.assertThat;

import lab.carousel.text.InLanguage;
import org.junit.jupiter.api.Test;

class DigitsTest {

    private final Digits digits = new Digits(2);

    @Test
    void roundsFromTheFullNumber() {
        assertThat(digits.text(0.125001)).isEqualTo("0.13");
        assertThat(digits.text(-12.344)).isEqualTo("−12.34");
        assertThat(digits.text(-0.001)).as("no minus before zero").isEqualTo("0.00");
        assertThat(digits.text(Double.NaN)).isEqualTo("NaN");
        assertThat(digits.text(Double.NEGATIVE_INFINITY)).isEqualTo("−∞");
        assertThat(InLanguage.hear(InLanguage.GERMAN, () -> digits.text(-0.125001)))
                .isEqualTo("−0,13");
    }

    @Test
    void saysWhetherTheNumbersShownGiveTheResultShown() {
        assertThat(digits.add(0.50, 0.25, 0.25)).isTrue();
        // 0.004 + 0.004 + 0.004 = 0.012: shown as 0.00 + 0.00 + 0.00 = 0.01
        assertThat(digits.add(0.012, 0.004, 0.004, 0.004)).isFalse();
        assertThat(digits.multiply(0.06, 0.2, 0.3)).isTrue();
        // 2.004 * 3.004 = 6.02: shown as 2.00 * 3.00 = 6.02
        assertThat(digits.multiply(2.004 * 3.004, 2.004, 3.004)).isFalse();
        assertThat(digits.divide(0.44, 0.88, 2)).isTrue();
        // 0.866 / 2 = 0.433: shown as 0.87 / 2 = 0.43, but half of 0.87 is 0.435, rounded 0.44
        assertThat(digits.divide(0.433, 0.866, 2)).isFalse();
        assertThat(digits.apply(Math.exp(0.5), 0.5, Math::exp)).isTrue();
        // e^0.504 = 1.66, but e^0.50 = 1.65
        assertThat(digits.apply(Math.exp(0.504), 0.504, Math::exp)).isFalse();
    }
}
