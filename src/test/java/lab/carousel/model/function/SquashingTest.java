package lab.carousel.model.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SquashingTest extends ManyNumbers {

    private static final int FROM = 400;
    private static final int TO = 903;

    private final Squashing squashing = new Squashing(COUNT);

    @ParameterizedTest
    @ValueSource(doubles = {1e-300, 1e-9, 1e-2, 0.6, 0.7, 1, 5, 19, 40, 300, 400, 705, 800, 1e20})
    void isToTheLastBitThatOfEachNumber(double spread) {
        assertSameWithin(spread);
    }

    @Test
    void aSingleSpecialNumberAmongUsualOnesChangesNoOther() {
        for (double special :
                specials(Activation.SMALL, -Activation.SMALL, 354.89, -354.9, 708, 708.1, -709.78, -709.79)) {
            double[] x = usual();
            for (int place : new int[] {17, FROM, TO}) {
                x[place] = special;
                x[place + 1] = Math.nextUp(special);
                x[place + 2] = Math.nextDown(special);
            }
            assertSame(x);
        }
    }

    @Test
    void leavesWhatLiesBeyondItsCount() {
        double[] y = {7, 7, 7};
        new Squashing(2).of(new double[] {0, 1, 2}, y, 1, 2);
        assertThat(y).containsExactly(0.5, Activation.tanh(1), 7);
    }

    @Override
    void assertSame(double[] x) {
        double[] y = new double[COUNT];
        squashing.of(x, y, FROM, TO);
        double[] each = IntStream.range(0, COUNT)
                .mapToDouble(k -> k >= FROM && k < TO ? Activation.tanh(x[k]) : Activation.sigmoid(x[k]))
                .toArray();
        assertThat(y).containsExactly(each);
    }
}
