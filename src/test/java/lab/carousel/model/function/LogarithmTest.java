package lab.carousel.model.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogarithmTest {

    private static void isThatOfStrictMath(double x) {
        assertThat(Double.doubleToRawLongBits(Logarithm.ofOnePlus(x)))
                .as("%s", x)
                .isEqualTo(Double.doubleToRawLongBits(StrictMath.log1p(x)));
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                0.0,
                Double.MIN_VALUE,
                1e-300,
                0x1.0p-54,
                0x1.fffffffffffffp-55,
                0x1.0p-29,
                0x1.0p-20,
                0.41421,
                0.41422,
                0.41423,
                0.5,
                0x1.fffffffffffffp-1,
                1.0,
                0x1.0000000000001p0,
                0x1.00001p0,
                2.0,
                3.0,
                7.0,
                1e10,
                0x1.0p53,
                0x1.0p53 - 1,
                0x1.0p54,
                1e300,
                Double.MAX_VALUE,
                Double.POSITIVE_INFINITY,
                Double.NaN
            })
    void isExactAtTheEdges(double x) {
        isThatOfStrictMath(x);
    }

    @Test
    void isExactAllOverItsRange() {
        SplittableRandom random = new SplittableRandom(7);
        for (int draw = 0; draw < 200_000; draw++) {
            double uniform = random.nextDouble();
            isThatOfStrictMath(uniform);
            isThatOfStrictMath(Exponential.of(-40 * uniform));
            isThatOfStrictMath(Exponential.of(1_400 * uniform - 700));
            isThatOfStrictMath(Math.scalb(1 + (draw % 3 == 0 ? 0x1.0p-22 * uniform : uniform), draw % 40) - 1);
        }
    }
}
