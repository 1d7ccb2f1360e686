package lab.carousel.model.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LogarithmTest {

    private static void isThatOfStrictMath(double x) {
        assertThat(Double.doubleToRawLongBits(Logarithm.ofOnePlus(x)))
                .as("%s", x)
                .isEqualTo(Double.doubleToRawLongBits(StrictMath.log1p(x)));
    }

    @Test
    void isExactAtTheEdges() {
        double[] edges = {0, 0x1p-54, 0x1p-29, 0x1p-20, 0.41421, 0.41422, 0.41423, 0.5, 1, 2, 3, 7, 1e10, 0x1p53, 0x1p54
        };
        for (double edge : edges) {
            isThatOfStrictMath(edge);
            isThatOfStrictMath(Math.nextUp(edge));
            isThatOfStrictMath(Math.abs(Math.nextDown(edge)));
        }
        for (double far : new double[] {1e-300, 1e300, Double.MAX_VALUE, Double.POSITIVE_INFINITY, Double.NaN}) {
            isThatOfStrictMath(far);
        }
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
