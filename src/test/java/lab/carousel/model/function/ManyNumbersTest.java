package lab.carousel.model.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What works out a function of many numbers at a time gives to the last bit what the function is of each of them. */
class ManyNumbersTest {

    private static final int COUNT = 1_003;
    private static final int FROM = 400;
    private static final int TO = 903;

    private enum Kind {
        SOFTPLUS(709.78, 709.79, -708, -708.1, 3.9e-6, StrictMath.log(0x1p-29), StrictMath.log(Math.sqrt(2) - 1)) {
            @Override
            void assertSame(double[] x) {
                double[] y = new double[COUNT];
                new Softplus(COUNT).of(x, y);
                assertThat(y).containsExactly(each(x, Activation::softplus));
            }
        },
        EXPONENTIAL(709.78, 709.79, -708, -708.1) {
            @Override
            void assertSame(double[] x) {
                double[] y = new double[COUNT];
                new Exponentials(COUNT).of(x, y);
                assertThat(y).containsExactly(each(x, Exponential::of));
            }
        },
        SQUASHING(Activation.SMALL, -Activation.SMALL, 354.89, -354.9, 708, 708.1, -709.78, -709.79) {
            @Override
            void assertSame(double[] x) {
                double[] y = new double[COUNT];
                new BatchActivations(COUNT).of(x, y, FROM, TO);
                double[] each = IntStream.range(0, COUNT)
                        .mapToDouble(k -> k >= FROM && k < TO ? Activation.tanh(x[k]) : Activation.sigmoid(x[k]))
                        .toArray();
                assertThat(y).containsExactly(each);
            }
        };

        /** Those at which the function changes its form. */
        private final double[] edges;

        Kind(double... edges) {
            this.edges = edges;
        }

        abstract void assertSame(double[] x);

        private static double[] each(double[] x, DoubleUnaryOperator function) {
            return Arrays.stream(x).map(function).toArray();
        }
    }

    @ParameterizedTest
    @EnumSource
    void isThatOfEachNumber(Kind kind) {
        SplittableRandom random = new SplittableRandom(1);
        for (double spread :
                new double[] {1e-300, 1e-9, 1e-5, 1e-2, 0.5, 0.6, 0.7, 1, 5, 19, 21, 40, 300, 400, 705, 800, 1e20}) {
            for (int round = 0; round < 30; round++) {
                kind.assertSame(random.doubles(COUNT, -spread, spread).toArray());
            }
        }
        kind.assertSame(
                random.longs(COUNT).mapToDouble(Double::longBitsToDouble).toArray());
    }

    @ParameterizedTest
    @EnumSource
    void aSingleSpecialNumberAmongUsualOnesChangesNoOther(Kind kind) {
        DoubleStream everywhere = DoubleStream.of(
                0, -0.0, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.MIN_VALUE, -1e308);
        DoubleStream.concat(everywhere, Arrays.stream(kind.edges)).forEach(special -> {
            double[] x = new SplittableRandom(3).doubles(COUNT, -3, 3).toArray();
            for (int place : new int[] {17, FROM, TO, COUNT - 3}) {
                x[place] = special;
                x[place + 1] = Math.nextUp(special);
                x[place + 2] = Math.nextDown(special);
            }
            kind.assertSame(x);
        });
    }

    @Test
    void leavesWhatLiesBeyondItsCount() {
        double[] y = {7, 7, 7};
        new BatchActivations(2).of(new double[] {0, 1, 2}, y, 1, 2);
        assertThat(y).containsExactly(0.5, Activation.tanh(1), 7);
    }
}
