package lab.carousel.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.Supplier;
import lab.carousel.model.layout.Parameters;

/**
 * Many numbers that must be almost the same. AssertJ makes decimal numbers of each two of them, which takes longer than
 * what is tested; so it is asked only where they are not, to say which.
 */
public final class Near {

    private Near() {}

    /** Fails unless the numbers differ by this at most. */
    public static void assertNear(double[] actual, double[] expected, double most, Supplier<String> what) {
        boolean near = actual.length == expected.length;
        for (int index = 0; near && index < actual.length; index++) {
            near = isNear(actual[index], expected[index], most);
        }
        if (!near) {
            assertThat(actual).as(what).containsExactly(expected, within(most));
        }
    }

    /** Fails unless the parameters differ by this at most. */
    public static void assertNear(Parameters actual, Parameters expected, double most, Supplier<String> what) {
        assertNear(actual.toArray(), expected.toArray(), most, what);
    }

    /** Fails unless the numbers differ by this at most. */
    public static void assertNear(double actual, double expected, double most, Supplier<String> what) {
        if (!isNear(actual, expected, most)) {
            assertThat(actual).as(what).isCloseTo(expected, within(most));
        }
    }

    /** Not for what is no number. */
    private static boolean isNear(double actual, double expected, double most) {
        return Math.abs(actual - expected) <= most;
    }
}
