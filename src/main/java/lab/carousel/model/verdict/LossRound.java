package lab.carousel.model.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * What a network in training did on each of the fixed sequences of a drawn task when it was last fed it. Each evaluated epoch
 * feeds the next {@value #PART}, which costs no more than as many fresh ones would, and does not jump from one draw to the next.
 */
public final class LossRound {

    private static final int PART = 10;

    private static final int PARTS = MinimalPairs.TESTS / PART;

    /** Nothing is fed yet. */
    public static final LossRound EMPTY = new LossRound(List.of(), 0, 0);

    private final List<EpochTotals> last;
    private final int next;
    private final int epochs;

    private LossRound(List<EpochTotals> last, int next, int epochs) {
        this.last = last;
        this.next = next;
        this.epochs = epochs;
    }

    /** All at once. */
    static LossRound all(IntFunction<EpochTotals> fed) {
        LossRound all = EMPTY;
        for (int part = 0; part < PARTS; part++) {
            all = all.next(fed);
        }
        return new LossRound(all.last, 0, 1);
    }

    /** With the next ones fed anew. */
    LossRound next(IntFunction<EpochTotals> fed) {
        List<EpochTotals> now = new ArrayList<>(last);
        for (int number = next; number < next + PART; number++) {
            if (number < now.size()) {
                now.set(number, fed.apply(number));
            } else {
                now.add(fed.apply(number));
            }
        }
        return new LossRound(now, (next + PART) % MinimalPairs.TESTS, Math.min(PARTS, epochs + 1));
    }

    /** Over how many epochs its sequences were fed. */
    int epochs() {
        return epochs;
    }

    /** The sums over all its sequences. */
    EpochTotals totals() {
        return EpochTotals.of(last);
    }
}
