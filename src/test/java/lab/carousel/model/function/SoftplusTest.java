package lab.carousel.model.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both functions of many numbers, against those of one. */
class SoftplusTest extends ManyNumbers {

    private final Softplus softplus = new Softplus(COUNT);
    private final Exponentials exponentials = new Exponentials(COUNT);

    @ParameterizedTest
    @ValueSource(doubles = {1e-9, 1e-5, 1e-2, 0.5, 0.9, 1, 5, 19, 21, 40, 600, 705, 800, 1e20})
    void isToTheLastBitThatOfEachNumber(double spread) {
        assertSameWithin(spread);
    }

    @Test
    void aSingleSpecialNumberAmongUsualOnesChangesNoOther() {
        for (double special : specials(
                709.78,
                709.79,
                -708,
                -708.1,
                3.9e-6,
                StrictMath.log(0x1p-29),
                StrictMath.log(StrictMath.sqrt(2) - 1))) {
            double[] x = usual();
            x[17] = special;
            x[COUNT - 1] = Math.nextUp(special);
            x[COUNT - 2] = Math.nextDown(special);
            assertSame(x);
        }
    }

    @Override
    void assertSame(double[] x) {
        double[] y = new double[COUNT];
        softplus.of(x, y);
        assertThat(y).containsExactly(each(x, Activation::softplus));
        exponentials.of(x, y);
        assertThat(y).containsExactly(each(x, Exponential::of));
    }

    private static double[] each(double[] x, DoubleUnaryOperator function) {
        return Arrays.stream(x).map(function).toArray();
    }
}
