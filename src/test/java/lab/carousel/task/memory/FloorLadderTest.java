package lab.carousel.task.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import lab.carousel.task.Alphabet;
import lab.carousel.task.MemorylessFloor;
import lab.carousel.task.ScoredSteps;
import lab.carousel.task.Sequence;
import lab.carousel.task.Task;
import org.junit.jupiter.api.Test;

class FloorLadderTest {

    @Test
    void theReferenceNeedsFourSymbols() {
        List<FloorLadder.Rung> rungs = FloorLadder.of(Task.reference().encoded(), 5, ScoredSteps.ALL);

        assertThat(rungs).hasSize(2);
        assertThat(rungs.get(0).from()).isEqualTo(1);
        assertThat(rungs.get(0).to()).isEqualTo(3);
        assertThat(rungs.get(0).sigmoid()).isEqualTo(0.1 * Math.log(2), within(1e-15));
        assertThat(rungs.get(0).right()).isEqualTo(7);
        assertThat(rungs.get(1)).isEqualTo(new FloorLadder.Rung(4, Integer.MAX_VALUE, 0, 0, 8));
    }

    @Test
    void everyOrderHasTheFloorThatItHasByItself() {
        SplittableRandom random = new SplittableRandom(4);
        for (int index = 0; index < 500; index++) {
            RandomTask drawn = RandomTask.draw(random);
            Task task = task(drawn);
            ScoredSteps scored = drawn.feeding().scored();
            List<FloorLadder.Rung> rungs = FloorLadder.of(drawn.sequences(), drawn.symbols(), scored);
            int steps = Arrays.stream(drawn.sequences())
                    .mapToInt(sequence -> scored.of(sequence.length - 1))
                    .sum();
            for (int order = 1; order <= 8; order++) {
                int seen = order;
                FloorLadder.Rung rung = rungs.stream()
                        .filter(each -> each.from() <= seen && seen <= each.to())
                        .findFirst()
                        .orElseThrow();
                MemorylessFloor floor = MemorylessFloor.of(task, order, scored);
                assertThat(rung.sigmoid()).isEqualTo(floor.sigmoid().mean(), within(1e-11));
                assertThat(rung.softmax()).isEqualTo(floor.softmax().mean(), within(1e-11));
                assertThat((double) rung.right() / steps).isEqualTo(floor.recall(), within(1e-12));
            }
        }
    }

    private static Task task(RandomTask drawn) {
        List<String> alphabet = new ArrayList<>();
        for (int symbol = 0; symbol < drawn.symbols(); symbol++) {
            alphabet.add("s" + symbol);
        }
        return new Task(
                new Alphabet(alphabet),
                Arrays.stream(drawn.sequences())
                        .map(sequence -> new Sequence(
                                Arrays.stream(sequence).mapToObj(alphabet::get).toList()))
                        .toList());
    }
}
