package lab.carousel.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedNumberTest {

    @Test
    void aWholeNumberWithinBoundsIsRead() {
        assertThat(TypedNumber.whole(" 12 ", 1, 12)).hasValue(12);
        assertThat(TypedNumber.whole("+7", 0, 9)).hasValue(7);
        assertThat(TypedNumber.whole("-9223372036854775808", Long.MIN_VALUE, Long.MAX_VALUE))
                .hasValue(Long.MIN_VALUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "abc", "2.5", "1e3", "0x10", "13", "0", "99999999999999999999", "1 2"})
    void whatIsNoWholeNumberWithinBoundsIsNot(String text) {
        assertThat(TypedNumber.whole(text, 1, 12)).isEmpty();
    }

    /** As in files: who types other digits is told so, for whole numbers and for others. */
    @ParameterizedTest
    @ValueSource(strings = {"٣", "１２", "1٢", "०"})
    void otherDigitsThanThoseOfFilesAreNoNumber(String text) {
        assertThat(TypedNumber.whole(text, 0, 100)).isEmpty();
        assertThatThrownBy(() -> TypedNumber.whole(text)).isInstanceOf(NumberFormatException.class);
        assertThatThrownBy(() -> TypedNumber.decimal(text)).isInstanceOf(NumberFormatException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "0x1p3", "1f", "1d", ".", "", "1e", "1.2.3"})
    void whatOnlyJavaTakesForANumberIsNone(String text) {
        assertThatThrownBy(() -> TypedNumber.decimal(text)).isInstanceOf(NumberFormatException.class);
    }

    @Test
    void aWholeNumberBeyondALongIsCut() {
        assertThat(TypedNumber.whole("99999999999999999999")).isEqualTo(Long.MAX_VALUE);
        assertThat(TypedNumber.whole("-99999999999999999999")).isEqualTo(-Long.MAX_VALUE);
        assertThatThrownBy(() -> TypedNumber.whole("many")).isInstanceOf(NumberFormatException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"0.5;0.5", "0,5;0.5", "−1;-1", " 1e-3 ;0.001", "+2.;2", ",5;0.5", "1e−3;0.001", "2E+3;2000"})
    void aDecimalCommaAndThePrintedMinusAreTaken(String text, double number) {
        assertThat(TypedNumber.decimal(text)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({"0.001, 0.001", "1, 1", "250, 250", "1e-9, 1.0E-9", "0.1234567890123, 0.1234567890123"})
    void aNumberInAFieldHasFewDigits(double number, String text) {
        assertThat(TypedNumber.text(number)).isEqualTo(text);
        assertThat(Double.parseDouble(TypedNumber.text(number))).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5,000", "5.000", "5 000", "5000"})
    void aWholeNumberMayHaveSignsBetweenThousands(String text) {
        assertThat(TypedNumber.whole(text, 1, 10_000)).hasValue(5_000);
        assertThat(TypedNumber.whole(text)).isEqualTo(5_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5,00", "5.0", "0,500", "1,000.000", "5,0000", "1,,000"})
    void otherwiseItMayNot(String text) {
        assertThat(TypedNumber.whole(text, 0, 10_000_000)).isEmpty();
    }

    @Test
    void aCommaThatMayStandBetweenThousandsIsNoDecimalComma() {
        assertThatThrownBy(() -> TypedNumber.decimal("-5,000"))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("“-5,000” can mean -5000 or, with a decimal point, -5.000: write the one that is meant.");
        assertThatThrownBy(() -> TypedNumber.decimal("-1,234,567")).isInstanceOf(NumberFormatException.class);
        assertThat(TypedNumber.decimal("0,001")).isEqualTo(0.001);
        assertThat(TypedNumber.decimal("5,0")).isEqualTo(5);
        assertThat(TypedNumber.decimal("5.000")).isEqualTo(5);
    }

    @Test
    void whereTheDecimalMarkIsACommaAPointMayStandBetweenThousands() {
        assertThat(InLanguage.<Double>hear(InLanguage.GERMAN, () -> TypedNumber.decimal("5,000")))
                .isEqualTo(5);
        assertThat(InLanguage.<Double>hear(InLanguage.GERMAN, () -> TypedNumber.decimal("0.001")))
                .isEqualTo(0.001);
        assertThat(InLanguage.hear(InLanguage.GERMAN, () -> TypedNumber.text(0.001)))
                .isEqualTo("0,001");
        assertThatThrownBy(() -> InLanguage.<Double>hear(InLanguage.GERMAN, () -> TypedNumber.decimal("5.000")))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("„5.000“ kann 5000 oder, mit Dezimalkomma, 5,000 heißen: das Gemeinte eingeben.");
    }
}
