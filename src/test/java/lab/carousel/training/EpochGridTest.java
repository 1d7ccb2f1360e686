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
    void theFirstEpochsAreAllThereAndLaterOnesGetFurtherApart() {
        // Level 8 has all epochs up to 16, then one in 2 up to 32, one in 4 up to 64, ...
        assertThat(epochs(8, 80))
                .containsExactly(
                        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 18, 20, 22, 24, 26, 28, 30, 32, 36,
                        40, 44, 48, 52, 56, 60, 64, 72, 80);
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
