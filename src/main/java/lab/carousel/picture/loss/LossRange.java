package lab.carousel.picture.loss;

import lab.carousel.drawing.chart.Bend;
import lab.carousel.text.RoundNumber;
import lab.carousel.training.loss.LossCourse;

/**
 * The part of a loss chart that is shown. Immutable: zooming and moving give new ranges.
 *
 * @param lastEpoch   at the right edge, larger
 * @param leastLoss   at the bottom edge; above 0 on a logarithmic axis
 * @param largestLoss at the top edge, larger
 * @param bend        what of a linear axis is stretched: the losses below the memoryless floor
 */
public record LossRange(
        double firstEpoch, double lastEpoch, double leastLoss, double largestLoss, boolean logarithmic, Bend bend) {

    /** What a logarithmic axis shows of smaller losses, which are no longer told apart. */
    static final double TINIEST_LOSS = 1e-12;

    private static final double FEWEST_EPOCHS = 10;
    private static final double NARROWEST_EPOCHS = 2;
    /** How much larger than needed a linear, and a logarithmic, loss axis may stay. */
    private static final double MOST_SHARE_LARGER = 1.5;

    private static final double MOST_TIMES_LARGER = 10;
    private static final double NARROWEST_SHARE = 1e-5;
    /** What the losses below the floor take of a linear axis at least. */
    private static final double BELOW_FLOOR = 0.3;

    /** A range with equal distances, or equal ratios. */
    public LossRange(double firstEpoch, double lastEpoch, double leastLoss, double largestLoss, boolean logarithmic) {
        this(firstEpoch, lastEpoch, leastLoss, largestLoss, logarithmic, Bend.NONE);
    }

    /** The same with the losses below a floor stretched, where they would be hard to see. */
    public LossRange bentAt(double floor) {
        return with(firstEpoch, lastEpoch, leastLoss, largestLoss, Bend.of(floor, largestLoss, BELOW_FLOOR));
    }

    /** The same losses up to an epoch. */
    public LossRange until(int epoch) {
        return with(firstEpoch, epoch, leastLoss, largestLoss);
    }

    private LossRange with(double first, double last, double least, double largest, Bend newBend) {
        return new LossRange(first, last, least, largest, logarithmic, newBend);
    }

    private LossRange with(double first, double last, double least, double largest) {
        return with(first, last, least, largest, bend);
    }

    /**
     * Everything there is to see. The edges are round numbers, so that they stand still for a while as training goes
     * on.
     */
    public static LossRange all(LossCourse history, double floor, boolean logarithmic) {
        double least = floor > 0 ? floor : Double.POSITIVE_INFINITY;
        double largest = history.size() == 0 ? Math.max(1, floor) : floor;
        for (int line = 0; line < history.lines(); line++) {
            for (int point = 0; point < history.size(); point++) {
                double low = history.leastLoss(line, point);
                double high = history.largestLoss(line, point);
                least = low > 0 && low < least ? low : least;
                largest = high > largest && Double.isFinite(high) ? high : largest;
            }
        }
        double lastEpoch = history.size() == 0 ? 0 : history.epoch(history.size() - 1);
        LossRange all = edges(Math.max(FEWEST_EPOCHS, lastEpoch), least, largest, logarithmic);
        return logarithmic ? all : all.bentAt(floor);
    }

    private static LossRange edges(double lastEpoch, double least, double largest, boolean logarithmic) {
        double right = RoundNumber.atLeast(lastEpoch);
        if (!logarithmic) {
            return new LossRange(0, right, 0, largest > 0 ? RoundNumber.atLeast(largest) : 1, false);
        }
        double top = RoundNumber.oneTwoFiveAtLeast(Math.max(10 * TINIEST_LOSS, largest > 0 ? largest : 1));
        double lowest = Math.max(TINIEST_LOSS, Math.min(least, top / 2) * 0.97);
        return new LossRange(0, right, RoundNumber.oneTwoFiveAtMost(lowest), top, true);
    }

    /**
     * This range, or with the edges of the one that was shown before where they do as well: so that the axes stand still
     * while the curve of one run takes the place of another's.
     *
     * @param epochs how many epochs the run has in all: the epochs before are kept as long as it may still get there
     */
    public LossRange steady(LossRange before, int epochs) {
        if (before.logarithmic != logarithmic) {
            return this;
        }
        double right = Math.max(lastEpoch, Math.min(before.lastEpoch, RoundNumber.atLeast(Math.max(1, epochs))));
        double most = logarithmic ? MOST_TIMES_LARGER : MOST_SHARE_LARGER;
        boolean keepsTop = before.largestLoss >= largestLoss && before.largestLoss <= most * largestLoss;
        boolean keepsBottom = before.leastLoss <= leastLoss && before.leastLoss * most >= leastLoss;
        LossRange steady = with(
                firstEpoch,
                right,
                keepsBottom ? before.leastLoss : leastLoss,
                keepsTop ? before.largestLoss : largestLoss);
        return logarithmic ? steady : steady.bentAt(bend.knee());
    }

    /**
     * Zooms the epochs.
     *
     * @param at     what stays in place, as a share of the width from the left, 0 to 1
     * @param factor how much smaller the shown part becomes: above 1 zooms in, below 1 zooms out
     */
    public LossRange zoomEpochs(double at, double factor) {
        double width = Math.max(NARROWEST_EPOCHS, (lastEpoch - firstEpoch) / factor);
        double first = epochAt(at) - at * width;
        return with(first, first + width, leastLoss, largestLoss);
    }

    /**
     * Zooms the loss axis.
     *
     * @param at     what stays in place, as a share of the height from the bottom, 0 to 1
     * @param factor how much smaller the shown part becomes: above 1 zooms in, below 1 zooms out
     */
    public LossRange zoomLosses(double at, double factor) {
        double height = (place(largestLoss) - place(leastLoss)) / factor;
        double bottom = place(lossAt(at)) - at * height;
        return with(firstEpoch, lastEpoch, value(bottom), value(bottom + height));
    }

    /**
     * Shows another part of the same size.
     *
     * @param right how far to the right, as a share of the width
     * @param up    how far up, as a share of the height
     */
    public LossRange moved(double right, double up) {
        double epochs = right * (lastEpoch - firstEpoch);
        double height = up * (place(largestLoss) - place(leastLoss));
        return with(
                firstEpoch + epochs,
                lastEpoch + epochs,
                value(place(leastLoss) + height),
                value(place(largestLoss) + height));
    }

    /** The nearest range of about this size that does not reach beyond another one, nor is too narrow to be read. */
    public LossRange within(LossRange all) {
        double[] epochs = inside(firstEpoch, lastEpoch, all.firstEpoch, all.lastEpoch);
        double[] losses = inside(place(leastLoss), place(largestLoss), place(all.leastLoss), place(all.largestLoss));
        return with(epochs[0], epochs[1], value(losses[0]), value(losses[1]));
    }

    private static double[] inside(double low, double high, double lowest, double highest) {
        double narrowest = (highest - lowest) * NARROWEST_SHARE;
        double size = Math.min(highest - lowest, Math.max(narrowest, high - low));
        double start = Math.max(lowest, Math.min(highest - size, low));
        return new double[] {start, start + size};
    }

    /** Whether this shows as much as another range, but for rounding. */
    public boolean covers(LossRange all) {
        double slack = 1e-9;
        return all.epochShare(firstEpoch) < slack
                && all.epochShare(lastEpoch) > 1 - slack
                && all.lossShare(leastLoss) < slack
                && all.lossShare(largestLoss) > 1 - slack;
    }

    /** The same part on the kind of axis that another range has; losses that it cannot show are taken from there. */
    public LossRange onAxisOf(LossRange all) {
        boolean fits = !all.logarithmic || leastLoss >= all.leastLoss;
        double least = fits ? leastLoss : all.leastLoss;
        double largest = largestLoss > least ? largestLoss : all.largestLoss;
        return new LossRange(firstEpoch, lastEpoch, least, largest, all.logarithmic, all.bend).within(all);
    }

    /** The epoch at a share of the width from the left. */
    public double epochAt(double share) {
        return firstEpoch + share * (lastEpoch - firstEpoch);
    }

    /** The loss at a share of the height from the bottom. */
    public double lossAt(double share) {
        return value(place(leastLoss) + share * (place(largestLoss) - place(leastLoss)));
    }

    /** Where an epoch is, as a share of the width from the left; 0 to 1 if it is shown. */
    public double epochShare(double epoch) {
        return (epoch - firstEpoch) / (lastEpoch - firstEpoch);
    }

    /** Where a loss is, as a share of the height from the bottom; 0 to 1 if it is shown. */
    public double lossShare(double loss) {
        return (place(loss) - place(leastLoss)) / (place(largestLoss) - place(leastLoss));
    }

    private double place(double loss) {
        return logarithmic ? Math.log(Math.max(TINIEST_LOSS, loss)) : bend.place(loss);
    }

    private double value(double place) {
        return logarithmic ? Math.exp(place) : bend.value(place);
    }
}
