package lab.carousel.drawing.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LegendTest {

    private static Legend of(int entries) {
        return new Legend(Collections.nCopies(entries, LegendEntry.line("a line", LineStyle.series(0))));
    }

    @Test
    void takesAsManyRowsAsItNeeds() {
        assertThat(of(0).height(300)).isZero();
        assertThat(of(2).height(300)).isEqualTo(Legend.ROW);
        assertThat(of(8).height(300)).isEqualTo(2 * Legend.ROW);
        assertThat(of(3).height(1)).as("one entry in each row, however narrow").isEqualTo(3 * Legend.ROW);
    }

    @Test
    void tellsHowManyEntriesHaveRoom() {
        int inOneRow = of(100).fitting(300, 1);
        assertThat(inOneRow).isBetween(3, 5);
        assertThat(of(100).fitting(300, 2)).isEqualTo(2 * inOneRow);
        assertThat(of(2).fitting(300, 1)).isEqualTo(2);
    }

    @Test
    void linesDifferInDashesAsWellAsInColour() {
        List<LineStyle> styles = java.util.stream.IntStream.range(0, 12)
                .mapToObj(line -> LineStyle.series(line))
                .toList();
        assertThat(styles.get(0).dashes()).as("the first one is solid").isNull();
        for (int one = 0; one < styles.size(); one++) {
            for (int other = one + 1; other < styles.size(); other++) {
                boolean alike = styles.get(one).ink().equals(styles.get(other).ink())
                        && styles.get(one).dashes() == styles.get(other).dashes();
                assertThat(alike).as("%d and %d", one, other).isFalse();
            }
        }
    }
}
