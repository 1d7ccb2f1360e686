package lab.carousel.ui.freerun;

import java.util.List;
import lab.carousel.study.FreeRun;
import lab.carousel.training.Snapshot;

/**
 * What is asked.
 *
 * @param snapshot the network
 * @param wish     from where it runs
 */
record FreeRunQuestion(Snapshot snapshot, Wish wish) {

    /**
     * What is wished for.
     *
     * @param start  the symbols given, as indices of the alphabet of the network
     * @param length the number of steps
     * @param choice how a symbol is taken
     */
    record Wish(List<Integer> start, int length, FreeRun.Draw choice) {}
}
