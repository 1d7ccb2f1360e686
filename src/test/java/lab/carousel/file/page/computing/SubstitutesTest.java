package lab.carousel.file.page.computing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What takes the place of Java's own in the page gives the same to the last bit. */
class SubstitutesTest {

    private static final int MANY = 100_000;

    private static void isAsInJava(DoubleUnaryOperator ours, DoubleUnaryOperator javas, DoubleStream at) {
        double[] places = at.toArray();
        assertThat(Arrays.stream(places).map(ours).toArray())
                .isEqualTo(Arrays.stream(places).map(javas).toArray());
    }

    private static DoubleStream drawn() {
        return new SplittableRandom(7).doubles(MANY);
    }

    /** Around each multiple of an eighth of a circle. */
    private static DoubleStream eighths() {
        return IntStream.range(0, 9)
                .mapToDouble(n -> n * Math.PI / 4)
                .flatMap(x -> DoubleStream.of(Math.nextDown(x), x, Math.nextUp(x)))
                .filter(x -> x >= 0);
    }

    @Test
    void cosineAndLogarithms() {
        isAsInJava(Substitutes::cos, StrictMath::cos, drawn().map(x -> 2 * Math.PI * x));
        isAsInJava(Substitutes::cos, StrictMath::cos, eighths());
        isAsInJava(Substitutes::log, StrictMath::log, drawn());
        isAsInJava(Substitutes::log, StrictMath::log, drawn().map(x -> Math.pow(2, 60 * x)));
        isAsInJava(
                Substitutes::log,
                StrictMath::log,
                DoubleStream.of(0, 1, 2, -1, 0.5, 1e300, Math.nextUp(1), Double.NaN, Double.POSITIVE_INFINITY));
        isAsInJava(Substitutes::log1p, StrictMath::log1p, drawn().map(x -> -x));
        isAsInJava(Substitutes::log1p, StrictMath::log1p, drawn().map(x -> Math.pow(2, 80 * x - 40)));
        isAsInJava(
                Substitutes::log1p,
                StrictMath::log1p,
                DoubleStream.of(0, 1, -1, -2, 1e-20, -1e-20, -1e-9, 3, 1e300, Double.NaN, Double.POSITIVE_INFINITY));
    }

    @Test
    void powersOfTwoAndSigns() {
        isAsInJava(
                Substitutes::halfOfPower,
                n -> Math.scalb(1.0, (int) n - 1),
                IntStream.rangeClosed(-1_073, 1_024).asDoubleStream());
        double[] numbers = {0, -0.0, 3, -3, 5e-324, -5e-324, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (double sign : numbers) {
            isAsInJava(x -> Substitutes.copySign(x, sign), x -> Math.copySign(x, sign), Arrays.stream(numbers));
        }
    }

    /** Together with what Java's own does before and after; in the page all of it is compared, see PageComputingTest. */
    @Test
    void partsOfManyNumbersAtATime() {
        double[] n = {0, 1, -1, 3, 900, -900, 1_000};
        double[] doublings = Arrays.stream(n).map(each -> 0x1.8p52 + each).toArray();
        double[] y = new double[n.length];
        Arrays.fill(y, 3);
        assertThat(Substitutes.scaleIfFew(doublings, y)).isTrue();
        assertThat(y)
                .isEqualTo(Arrays.stream(n).map(each -> 1.5 * Math.pow(2, each)).toArray());
        doublings[2] = 0x1.8p52 + 1_001;
        assertThat(Substitutes.scaleIfFew(doublings, y)).isFalse();
        doublings[2] = Double.NaN;
        assertThat(Substitutes.scaleIfFew(doublings, y)).isFalse();
        double[] x = {0, -0.0, 0.5, -0.5, 0.625, -0.7, Double.NaN};
        double[] joined = {9, 9, 9, 9, 0.25, 0.25, Double.NaN};
        Substitutes.joinTanh(x, new double[] {0, 0, 0.4, 0.4, 8, 8, 8}, joined, 0, x.length);
        assertThat(joined).isEqualTo(new double[] {0, -0.0, 0.4, -0.4, 0.5, -0.5, Double.NaN});
        assertThat(Substitutes.areNear(new double[] {20.1, -20.1, 0})).isTrue();
        assertThat(Substitutes.areNear(new double[] {1, 20.2})).isFalse();
        assertThat(Substitutes.areNear(new double[] {Double.NaN})).isFalse();
        assertThat(Substitutes.areClear(new double[] {4.1e-6, -1})).isTrue();
        assertThat(Substitutes.areClear(new double[] {-4e-6})).isFalse();
    }

    @Test
    void rounding() {
        double[] places = {
            0, -0.0, 0.5, -0.5, 1.5, 2.5, -2.5, -3.5, 0.49999999999999994, 4503599627370497.5, -1e18, 1e300
        };
        isAsInJava(Substitutes::rint, Math::rint, Arrays.stream(places));
        isAsInJava(Substitutes::rint, Math::rint, drawn().map(x -> 2_000 * x - 1_000));
        isAsInJava(Substitutes::round, Math::round, Arrays.stream(places));
    }

    @Test
    void theUpperHalfOfAProduct() {
        SplittableRandom random = new SplittableRandom(8);
        for (int draw = 0; draw < 1_000; draw++) {
            long x = random.nextLong();
            long y = random.nextLong();
            assertThat(Substitutes.multiplyHigh(x, y)).isEqualTo(Math.multiplyHigh(x, y));
        }
    }

    @Test
    void theOrderOfArrays() {
        int[][] arrays = {{}, {1}, {1, 2}, {1, 3}, {2}, {-1}};
        for (int[] one : arrays) {
            for (int[] other : arrays) {
                assertThat(Integer.signum(Substitutes.compare(one, other)))
                        .isEqualTo(Integer.signum(Arrays.compare(one, other)));
            }
        }
    }

    @Test
    void differentOnes() {
        assertThat(Substitutes.distinct(IntStream.of(3, 1, 3, 2, 1))).containsExactly(3, 1, 2);
    }

    @Test
    void randomNumbers() {
        var ours = new lab.carousel.file.page.computing.SplittableRandom(9_007_199_254_740_991L);
        SplittableRandom javas = new SplittableRandom(9_007_199_254_740_991L);
        for (int draw = 0; draw < 200; draw++) {
            ours = ours.split();
            javas = javas.split();
            assertThat(ours.nextDouble()).isEqualTo(javas.nextDouble());
            assertThat(ours.nextInt(1 + draw)).isEqualTo(javas.nextInt(1 + draw));
            assertThat(ours.nextLong()).isEqualTo(javas.nextLong());
        }
    }

    @Test
    void theWhiteSpaceOfUnicode() {
        for (int point = 0; point <= Character.MAX_VALUE; point++) {
            String text = "a" + Character.toString(point) + "b";
            assertThat(Substitutes.split(text, "(?U)\\s+")).as("%x", point).isEqualTo(text.split("(?U)\\s+"));
        }
    }
}
