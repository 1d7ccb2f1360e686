package lab.carousel.training;

import java.util.Arrays;
import java.util.List;
import lab.carousel.model.Experiment;
import org.jspecify.annotations.Nullable;

/**
 * States of a run at the ends of its epochs in bounded memory: the start, all of the first epochs, later ones at
 * growing distances ({@link EpochGrid}), and always the last one. Whenever the space is full, epochs are dropped.
 *
 * <p>It holds at most {@value #MAX_BYTES} bytes, but at least one state. One thread writes; any thread may read a
 * {@link #view}. Nothing is copied, so the parameters of an epoch may be overwritten only when the next one has come,
 * and only if {@link #mayKeepLast} said no.
 */
public final class ParameterHistory {

    /** 64 MB. */
    public static final long MAX_BYTES = 64L << 20;

    public static final int MAX_EPOCHS = 2_048;

    /** Size of a state besides its weights and losses, rounded up: objects, array headers, layers. */
    private static final int BYTES_BESIDES = 1_024;

    private final int capacity;
    private final Object run = new Object();
    private EpochGrid grid = EpochGrid.FINEST;
    private RecordedEpoch[] kept = new RecordedEpoch[64];
    private int size;
    /** Epoch at the start: 0, unless the run goes on from an earlier one. */
    private int first;
    /** Latest state; whether it is kept is decided when the next one comes. */
    private @Nullable RecordedEpoch last;

    public ParameterHistory(Experiment experiment) {
        this(experiment, MAX_BYTES);
    }

    /** For tests. */
    ParameterHistory(Experiment experiment, long bytes) {
        this.capacity = (int) Math.max(1, Math.min(MAX_EPOCHS, bytes / bytesPerEpoch(experiment)));
    }

    /** A history with these epochs, the earliest first. */
    public static ParameterHistory of(Experiment experiment, List<RecordedEpoch> epochs) {
        ParameterHistory history = new ParameterHistory(experiment);
        epochs.forEach(history::add);
        return history;
    }

    static long bytesPerEpoch(Experiment experiment) {
        return Double.BYTES
                        * ((long) experiment.layout().size() + experiment.task().listedSequences())
                + BYTES_BESIDES;
    }

    /** Adds the start, or an epoch that has ended, later than all before. */
    public void add(RecordedEpoch next) {
        if (last == null) {
            first = next.epoch();
        } else {
            keep(last);
        }
        last = next;
    }

    /** Replaces the last state, of which more is known now. */
    void replaceLast(RecordedEpoch same) {
        last = same;
    }

    /** Whether the last state may still be here when the next one has come. */
    boolean mayKeepLast() {
        return last != null && grid.has(last.epoch() - first);
    }

    private void keep(RecordedEpoch epoch) {
        while (size >= capacity - 1 && grid.has(epoch.epoch() - first) && grid.level() < EpochGrid.COARSEST) {
            grid = grid.coarser();
            thin();
        }
        if (size >= capacity - 1 || !grid.has(epoch.epoch() - first)) {
            return;
        }
        if (size == kept.length) {
            kept = Arrays.copyOf(kept, 2 * size);
        }
        kept[size++] = epoch;
    }

    /** Drops states off the grid. Works in a new array, because views still read the old one. */
    private void thin() {
        RecordedEpoch[] left = Arrays.stream(kept, 0, size)
                .filter(epoch -> grid.has(epoch.epoch() - first))
                .toArray(RecordedEpoch[]::new);
        size = left.length;
        kept = Arrays.copyOf(left, Math.max(64, size));
    }

    /** A view of the history as it is now. Nothing is copied. */
    public PastParameters view() {
        return new PastParameters(run, kept, size, last);
    }

    /**
     * Grid of kept epochs: all of the first ones, then at distances in proportion to the distance from the start. A
     * coarser grid is a subset of a finer one.
     *
     * @param level 0 to {@value #COARSEST}; the coarsest has only the start
     */
    record EpochGrid(int level) {

        /** Number of epochs between two powers of two; halved with each level. */
        private static final int DENSEST = ParameterHistory.MAX_EPOCHS;

        private static final int ONLY_POWERS = Integer.numberOfTrailingZeros(DENSEST);
        static final int COARSEST = 17;

        static final EpochGrid FINEST = new EpochGrid(0);

        EpochGrid coarser() {
            return new EpochGrid(Math.min(COARSEST, level + 1));
        }

        boolean has(int epoch) {
            if (epoch == 0) {
                return true;
            }
            if (level == COARSEST) {
                return false;
            }
            int gap = Integer.highestOneBit(Math.max(1, epoch / Math.max(1, DENSEST >> level)));
            // Beyond the powers of 2, those of 4, of 16, of 256, ...
            int apart = 1 << Math.max(0, level - ONLY_POWERS);
            return epoch % gap == 0 && (apart == 1 || Integer.numberOfTrailingZeros(epoch) % apart == 0);
        }
    }
}
