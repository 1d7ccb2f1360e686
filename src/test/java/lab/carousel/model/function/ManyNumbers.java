package lab.carousel.model.function;

import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** What works out a function of many numbers at a time gives what the function is of each of them. */
abstract class ManyNumbers {

    static final int COUNT = 1_003;

    /** Asserts it of so many numbers, to the last bit. */
    abstract void assertSame(double[] x);

    void assertSameWithin(double spread) {
        SplittableRandom random = new SplittableRandom(1);
        for (int round = 0; round < 30; round++) {
            assertSame(random.doubles(COUNT, -spread, spread).toArray());
        }
    }

    @Test
    void soItIsOfAnyBits() {
        SplittableRandom random = new SplittableRandom(2);
        assertSame(random.longs(COUNT).mapToDouble(Double::longBitsToDouble).toArray());
    }

    /** Numbers that are special everywhere, and those at which a function changes its form. */
    static double[] specials(double... ofTheFunction) {
        DoubleStream everywhere = DoubleStream.of(
                0,
                -0.0,
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                Double.MIN_VALUE,
                -Double.MAX_VALUE);
        return DoubleStream.concat(everywhere, DoubleStream.of(ofTheFunction)).toArray();
    }

    static double[] usual() {
        return new SplittableRandom(3).doubles(COUNT, -3, 3).toArray();
    }
}
