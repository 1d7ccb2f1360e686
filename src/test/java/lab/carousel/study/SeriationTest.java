package lab.carousel.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeriationTest {

    private static double[][] onALine(double... places) {
        return IntStream.range(0, places.length)
                .mapToObj(index -> new double[] {places[index], 1})
                .toArray(double[][]::new);
    }

    private static double length(double[][] vectors, int[] path) {
        double length = 0;
        for (int place = 1; place < path.length; place++) {
            double[] a = vectors[path[place - 1]];
            double[] b = vectors[path[place]];
            length += Math.hypot(a[0] - b[0], a[1] - b[1]);
        }
        return length;
    }

    @Test
    void putsPointsOfALineIntoTheirOrder() {
        assertThat(Seriation.of(onALine(5, 1, 4, 2, 3))).containsExactly(0, 2, 4, 3, 1);
        assertThat(Seriation.of(onALine(0, 9, 1, 8))).containsExactly(0, 2, 3, 1);
    }

    @Test
    void isAboutAsShortAsTheShortestOfAllPaths() {
        double[][] vectors = {{0, 0}, {2, 0}, {2, 1.9}, {0, 2.2}, {-2, 0.1}};
        int[] path = Seriation.of(vectors);
        double shortest = Double.MAX_VALUE;
        for (int[] candidate : permutations(5)) {
            shortest = Math.min(shortest, length(vectors, candidate));
        }
        assertThat(length(vectors, path)).isLessThanOrEqualTo(1.05 * shortest);
    }

    private static Iterable<int[]> permutations(int count) {
        return () -> IntStream.range(0, (int) Math.pow(count, count))
                .mapToObj(code -> {
                    int[] digits = new int[count];
                    for (int rest = code, place = 0; place < count; place++, rest /= count) {
                        digits[place] = rest % count;
                    }
                    return digits;
                })
                .filter(digits -> IntStream.of(digits).distinct().count() == count)
                .iterator();
    }

    @Test
    void twinsAreNeighboursAndTiesAreDecidedByNumber() {
        assertThat(Seriation.of(onALine(1, 0, 1, 0))).containsExactly(0, 2, 1, 3);
        assertThat(Seriation.of(onALine(3, 3, 3))).containsExactly(0, 1, 2);
        assertThat(Seriation.of(onALine(3))).containsExactly(0);
    }

    @Test
    void isAPermutationNoLongerThanTheOrderOfTheNumbersAndAlwaysTheSame() {
        SplittableRandom random = new SplittableRandom(7);
        double[][] vectors = IntStream.range(0, 60)
                .mapToObj(index -> new double[] {random.nextDouble(), random.nextDouble()})
                .toArray(double[][]::new);
        int[] path = Seriation.of(vectors);
        assertThat(IntStream.of(path).sorted().toArray())
                .containsExactly(IntStream.range(0, 60).toArray());
        assertThat(path[0]).isLessThan(path[59]);
        assertThat(length(vectors, path))
                .isLessThan(7)
                .isLessThan(length(vectors, IntStream.range(0, 60).toArray()) / 3);
        assertThat(Seriation.of(vectors)).containsExactly(path);
    }
}
