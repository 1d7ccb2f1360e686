package lab.carousel.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNumberTest {

    @ParameterizedTest
    @CsvSource({
        "0.0, 0.0",
        "-0.0, -0.0",
        "1, 1.0",
        "0.001, 0.001",
        "0.000999, 9.99E-4",
        "10000000, 1.0E7",
        "0.06931471805599453, 0.06931471805599453",
        "4.9E-324, 4.9E-324",
        "NaN, NaN",
        "-Infinity, -Infinity",
        // The shortest digits where Java before 19 had more
        "2.0E-3, 0.002",
        "2.0E23, 2.0E23",
        "2.2E-322, 2.2E-322",
        "5.684341886080802E-14, 5.684341886080802E-14"
    })
    void numbersHaveTheFormOfJavaInItsShortestDigits(double number, String text) {
        assertThat(FileNumber.text(number)).isEqualTo(text);
    }

    @Test
    void theLocaleMakesNoDifference() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(FileNumber.text(-1234.5)).isEqualTo("-1234.5");
        } finally {
            Locale.setDefault(before);
        }
    }
}
