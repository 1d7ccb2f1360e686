package lab.carousel.task;

import java.util.ArrayList;
import java.util.List;

/**
 * Best loss and recall of a predictor that sees only the last m symbols, and a start mark before the first one. A
 * network below this floor must use something older: memory.
 *
 * <p>For each distinct view of the last m symbols the best prediction is the distribution of the targets that follow
 * it, and the loss that remains is an entropy.
 *
 * @param symbolsSeen m, at least 1 (the current symbol alone)
 * @param sigmoid lowest binary cross-entropy, mean over the steps and the outputs, in nats
 * @param softmax lowest categorical cross-entropy, the entropy of the target, mean over the steps, in nats; not of sets
 * @param recall 0 to 1
 */
public record MemorylessFloor(int symbolsSeen, double sigmoid, double softmax, double recall) {

    private static final double SAME = 1e-12;

    /** For sequences that are all equally likely. */
    public static MemorylessFloor of(Steps[] sequences, int outputs, int symbolsSeen) {
        if (symbolsSeen < 1) {
            throw new IllegalArgumentException("a predictor sees at least the current symbol");
        }
        FloorViews views = new FloorViews(sequences, outputs);
        while (views.symbolsSeen < symbolsSeen && views.lengthenViews()) {
            views.symbolsSeen++;
        }
        views.symbolsSeen = symbolsSeen;
        return views.floor();
    }

    /** Floors by the symbols seen, the fewest first: for one symbol, and wherever one more lowers it. */
    public static List<MemorylessFloor> ladder(Steps[] sequences, int outputs) {
        FloorViews views = new FloorViews(sequences, outputs);
        MemorylessFloor last = views.floor();
        List<MemorylessFloor> found = new ArrayList<>(List.of(last));
        while (views.lengthenViews()) {
            views.symbolsSeen++;
            MemorylessFloor next = views.floor();
            if (Math.abs(next.sigmoid - last.sigmoid) > SAME || next.recall != last.recall) {
                found.add(next);
                last = next;
            }
        }
        return found;
    }
}
