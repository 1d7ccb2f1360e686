package lab.carousel.training;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Immutable view of a history: its epochs in order, counted from 0; the last one is the latest of the run. */
public final class PastParameters {

    private final Object run;
    private final RecordedEpoch[] kept;
    private final int closed;
    private final @Nullable RecordedEpoch last;

    PastParameters(Object run, RecordedEpoch[] kept, int closed, @Nullable RecordedEpoch last) {
        this.run = run;
        this.kept = kept;
        this.closed = closed;
        this.last = last;
    }

    public int size() {
        return last == null ? 0 : closed + 1;
    }

    /** There is one. */
    RecordedEpoch last() {
        return Objects.requireNonNull(last);
    }

    public RecordedEpoch get(int index) {
        return index < closed ? kept[index] : Objects.requireNonNull(last);
    }

    /** At most {@code most} epochs, evenly spread, with the first and the last; a single one is the last. */
    public List<RecordedEpoch> thinned(int most) {
        int count = Math.min(size(), most);
        return IntStream.range(0, count)
                .map(place -> count == 1 ? size() - 1 : (int) ((long) place * (size() - 1) / (count - 1)))
                .mapToObj(this::get)
                .toList();
    }

    public List<RecordedEpoch> all() {
        return IntStream.range(0, size()).mapToObj(this::get).toList();
    }

    /** Index of the last recorded epoch that is not after a given one; -1 if none is. */
    public int indexAtOrBefore(int epoch) {
        int low = -1;
        int high = size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >> 1;
            if (get(middle).epoch() <= epoch) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    public boolean isOfSameRun(PastParameters other) {
        return run == other.run;
    }

    /** Whether another view holds no state that was dropped since. */
    public boolean sharesMemoryWith(PastParameters other) {
        return kept == other.kept;
    }
}
