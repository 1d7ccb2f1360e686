package lab.carousel.training.loss;

import java.util.Arrays;
import java.util.stream.IntStream;
import lab.carousel.model.verdict.Evaluation;
import org.jspecify.annotations.Nullable;

/**
 * Evaluations of all epochs of a run in bounded memory. Each of the first {@value #CAPACITY} epochs has its own point;
 * whenever the space is full, neighbouring points are joined in pairs, so that a point covers 2, 4, 8, … epochs. A
 * point keeps the values of its last epoch, and the least and largest loss among its epochs.
 *
 * <p>Line 0 is the mean over the epoch, line s is sequence number s. One thread writes; any thread may read a {@link
 * #view}.
 */
public final class LossHistory {

    /** Most points; an even number. */
    public static final int CAPACITY = 4_096;

    private final int lines;
    /** Epoch after which it goes on from an earlier run; 0 if it does not. */
    private final int wentOnAt;

    int epochsPerPoint = 1;
    int size;
    /** Those before {@code size} do not change any more, so that views may share them. */
    private LossPoint[] points = new LossPoint[64];
    /** Point being filled, so far with {@code filled} epochs. */
    @Nullable
    LossPoint open;

    private int filled;

    public LossHistory(int sequences) {
        this.lines = sequences + 1;
        this.wentOnAt = 0;
    }

    public LossHistory(LossCourse earlier) {
        this(earlier, earlier.lines, earlier.wentOnAt, earlier.open);
    }

    /**
     * History of a run that goes on from an earlier one.
     *
     * @param before its losses until then
     * @param sequences of the task now; of another task only the mean is kept
     */
    public static LossHistory after(LossCourse before, int sequences, boolean sameTask) {
        int now = before.size() == 0 ? 0 : before.epoch(before.size() - 1);
        LossCourse kept = sameTask ? before : new LossHistory(before, 1, now, before.open).view();
        return new LossHistory(kept, sequences + 1, now, kept.open);
    }

    LossHistory(LossCourse earlier, int lines, int wentOnAt, @Nullable LossPoint open) {
        this.lines = lines;
        this.wentOnAt = wentOnAt;
        this.epochsPerPoint = earlier.epochsPerPoint;
        this.size = earlier.closed;
        this.points = Arrays.stream(earlier.points, 0, size)
                .map(point -> point.withLines(lines))
                .toArray(LossPoint[]::new);
        this.open = open == null ? null : open.withLines(lines);
        this.filled = open == null ? 0 : open.epoch() - size * epochsPerPoint;
    }

    /**
     * Adds the next epoch.
     *
     * @param number counted from 1, one more than the last
     */
    public void add(int number, Evaluation evaluation) {
        open = open == null ? LossPoint.of(number, evaluation) : open.joined(LossPoint.of(number, evaluation));
        filled++;
        if (filled == epochsPerPoint) {
            close(open);
            open = null;
            filled = 0;
        }
    }

    /** Says anew what the last epoch is, of which more is known now. */
    public void replaceLast(int number, Evaluation evaluation) {
        if (open != null) {
            open = open.joined(LossPoint.of(number, evaluation));
        } else if (size > 0) {
            points = points.clone(); // views still read the old ones
            points[size - 1] = points[size - 1].joined(LossPoint.of(number, evaluation));
        }
    }

    void close(LossPoint point) {
        points = size < points.length ? points : Arrays.copyOf(points, Math.max(64, 2 * size));
        points[size++] = point;
        if (size == CAPACITY) {
            // In a new array, because views still read the old one
            points = IntStream.range(0, size / 2)
                    .mapToObj(pair -> points[2 * pair].joined(points[2 * pair + 1]))
                    .toArray(LossPoint[]::new);
            size /= 2;
            epochsPerPoint *= 2;
        }
    }

    /** The history as it is now. Points that no longer change are shared, not copied. */
    public LossCourse view() {
        return new LossCourse(epochsPerPoint, lines, wentOnAt, size, points, open, Double.NaN);
    }
}
