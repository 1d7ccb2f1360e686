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
        assertThat(digits.gives(digits.shown(0.25) + digits.shown(0.25), 0.50)).isTrue();
        // 0.004 + 0.004 + 0.004 = 0.012: shown as 0.00 + 0.00 + 0.00 = 0.01
        assertThat(digits.gives(3 * digits.shown(0.004), 0.012)).isFalse();
        assertThat(digits.gives(digits.shown(0.2) * digits.shown(0.3), 0.06)).isTrue();
        // 2.004 * 3.004 = 6.02: shown as 2.00 * 3.00 = 6.02
        assertThat(digits.gives(digits.shown(2.004) * digits.shown(3.004), 2.004 * 3.004))
                .isFalse();
        // 0.866 / 2 = 0.433: shown as 0.87 / 2 = 0.43, but half of 0.87 is 0.435, rounded 0.44
        assertThat(digits.gives(digits.shown(0.866) / 2, 0.433)).isFalse();
        assertThat(digits.gives(0.145, 0.15)).as("a half goes up, as is taught").isTrue();
        assertThat(digits.gives(Double.NaN, 0.1)).as("nothing to compare").isTrue();
    }
}
