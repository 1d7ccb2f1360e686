package lab.carousel.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import lab.carousel.training.ParameterHistory.EpochGrid;
import org.junit.jupiter.api.Test;

class EpochGridTest {

    private static List<Integer> epochs(int level, int last) {
        EpochGrid grid = new EpochGrid(level);
        return IntStream.rangeClosed(0, last).filter(grid::has).boxed().toList();
    }

    @Test
    void coarserGridsEndWithPowersAndTheStart() {
        assertThat(epochs(11, 100)).containsExactly(0, 1, 2, 4, 8, 16, 32, 64);
        assertThat(epochs(12, 300)).containsExactly(0, 1, 4, 16, 64, 256);
        assertThat(epochs(13, 300)).containsExactly(0, 1, 16, 256);
        assertThat(epochs(EpochGrid.COARSEST, 300)).containsExactly(0);
        assertThat(new EpochGrid(EpochGrid.COARSEST).coarser().level()).isEqualTo(EpochGrid.COARSEST);
    }

    @Test
    void aCoarserGridHasNoEpochThatAFinerOneLacks() {
        for (int level = 0; level < EpochGrid.COARSEST; level++) {
            EpochGrid fine = new EpochGrid(level);
            EpochGrid coarse = fine.coarser();
            int inFine = 0;
            int inCoarse = 0;
            for (int epoch = 0; epoch <= 1 << 17; epoch++) {
                assertThat(!coarse.has(epoch) || fine.has(epoch))
                        .as("level %d, epoch %d", level, epoch)
                        .isTrue();
                inFine += fine.has(epoch) ? 1 : 0;
                inCoarse += coarse.has(epoch) ? 1 : 0;
            }
            assertThat(inCoarse).as("level %d", level + 1).isLessThan(inFine);
        }
    }
}
