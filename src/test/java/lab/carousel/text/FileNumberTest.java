package lab.carousel.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNumberTest {

    @ParameterizedTest
    @CsvSource({
        "0.0, 0.0",
        "-0.0, -0.0",
        "1, 1.0",
        "-2.5, -2.5",
        "0.1, 0.1",
        "0.001, 0.001",
        "0.000999, 9.99E-4",
        "1E-7, 1.0E-7",
        "9999999, 9999999.0",
        "10000000, 1.0E7",
        "123456789, 1.23456789E8",
        "0.06931471805599453, 0.06931471805599453",
        "4.9E-324, 4.9E-324",
        "1.7976931348623157E308, 1.7976931348623157E308",
        "NaN, NaN",
        "-Infinity, -Infinity",
        // The shortest digits where Java before 19 had more
        "2.0E-3, 0.002",
        "2.2250738585072014E-308, 2.2250738585072014E-308",
        "1.0E23, 1.0E23",
        "2.0E23, 2.0E23",
        "2.2E-322, 2.2E-322",
        "5.684341886080802E-14, 5.684341886080802E-14"
    })
    void numbersHaveTheFormOfJavaInItsShortestDigits(double number, String text) {
        assertThat(FileNumber.text(number)).isEqualTo(text);
    }

    @Test
    void theDigitsAreThoseOfJacksonWhichWritesTheJson() {
        SplittableRandom random = new SplittableRandom(1);
        IntStream.range(0, 200_000)
                .mapToDouble(i -> Double.longBitsToDouble(random.nextLong()))
                .forEach(FileNumberTest::assertSameAsJackson);
        IntStream.range(0, 200_000)
                .mapToDouble(i -> random.nextDouble(-2, 2))
                .forEach(FileNumberTest::assertSameAsJackson);
        for (int power = Double.MIN_EXPONENT - 52; power <= Double.MAX_EXPONENT; power++) {
            double number = Math.scalb(1.0, power);
            assertSameAsJackson(number);
            assertSameAsJackson(Math.nextUp(number));
            assertSameAsJackson(Math.nextDown(number));
        }
        for (int power = -323; power <= 308; power++) {
            assertSameAsJackson(Double.parseDouble("1E" + power));
            assertSameAsJackson(Double.parseDouble("9.5E" + (power - 1)));
        }
    }

    private static void assertSameAsJackson(double number) {
        String text = FileNumber.text(number);
        if (!text.equals(NumberOutput.toString(number, true))) {
            assertThat(text).isEqualTo(NumberOutput.toString(number, true));
        }
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
