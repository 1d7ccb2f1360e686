package lab.carousel.study.many;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShardTest {

    private static final int SEEDS = 48;

    private static Plan plan(int cells) {
        int[] units = IntStream.rangeClosed(1, cells).toArray();
        return Plan.of(
                cells == 1
                        ? Studies.study(Question.SEEDS, 5, SEEDS)
                        : Studies.study(Question.TUNING, 5, SEEDS, Studies.units(units)));
    }

    /** One cell, one less than portions, as many, a multiple, a common divisor, and none. */
    @ParameterizedTest
    @CsvSource({"1, 2", "1, 16", "2, 3", "3, 4", "4, 5", "15, 16", "16, 16", "12, 4", "12, 16", "6, 9", "7, 12", "5, 1"
    })
    void portionsAreEqualButForOneRunAndHaveEveryRunOnce(int cells, int portions) {
        Plan plan = plan(cells);
        List<Integer> all = new ArrayList<>();
        for (int number = 1; number <= portions; number++) {
            int[] runs = new Shard(number, portions).runs(plan);
            assertThat(runs.length).isBetween(plan.runs() / portions, -Math.floorDiv(-plan.runs(), portions));
            assertThat(Arrays.stream(runs).map(run -> run % cells).distinct())
                    .as("cells of portion %d", number)
                    .hasSize(cells);
            Arrays.stream(runs).forEach(all::add);
        }
        assertThat(all).hasSize(plan.runs()).doesNotHaveDuplicates();
    }
}
