package lab.carousel.file.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.DoubleStream;
import lab.carousel.drawing.chart.Plot;
import lab.carousel.drawing.mark.Box;
import lab.carousel.model.Experiment;
import lab.carousel.model.verdict.LossSample;
import lab.carousel.picture.loss.LossDrawing;
import lab.carousel.picture.loss.LossLabels;
import lab.carousel.picture.loss.LossRange;
import lab.carousel.training.loss.LossCourse;
import lab.carousel.training.loss.LossPoint;
import org.jspecify.annotations.Nullable;

/** The loss chart of a run as the page shows it, which tells it of an epoch after the other. */
public final class PageLoss {

    private final LossLabels labels;
    private final int wentOnAt;
    private final List<LossPoint> points = new ArrayList<>();
    private final PagePicture picture = new PagePicture();
    /** The axis of epochs that was told last. */
    private @Nullable Plot plot;

    /** @param wentOnAt epoch after which the run went on from an earlier one; 0 if it did not */
    public PageLoss(Experiment experiment, int wentOnAt) {
        this.labels = new LossLabels(experiment);
        this.wentOnAt = wentOnAt;
    }

    /** What the chart draws of the losses of sequences: themselves if they are few, of more the lowest and the highest. */
    static double[] ofSequences(double[] losses) {
        return losses.length <= LossLabels.MOST_LINES
                ? losses
                : new double[] {
                    DoubleStream.of(losses).min().orElseThrow(),
                    DoubleStream.of(losses).max().orElseThrow()
                };
    }

    /** How many epochs it was told of. */
    public int size() {
        return points.size();
    }

    /**
     * Takes the next epoch that is known, see {@link PageView#numbers}.
     *
     * @param numbers its loss, band, margin, bits, separation and the separation before it, NaN where there is none
     */
    public void add(int epoch, double[] numbers, double[] sequences) {
        double[] losses = DoubleStream.concat(DoubleStream.of(numbers[0]), DoubleStream.of(sequences))
                .toArray();
        double band = numbers[1];
        LossSample sample = Double.isFinite(band) ? LossSample.ofBand(Experiment.FIXED, band) : LossSample.NONE;
        points.add(new LossPoint(
                epoch, 0, numbers[2], numbers[3], numbers[4], numbers[5], losses, losses, losses, sample));
    }

    /**
     * The chart: { marks, width, height, spoken, areas ({ y, height } of what has the axis of epochs), right (where they end) }.
     *
     * @param last  epoch on its axis, at least
     * @param until epoch up to which curves are drawn; the axis of losses is that of all that is known
     */
    public Map<String, Object> told(boolean isLogarithmic, int last, double until, double width, double height) {
        int lastKnown = points.isEmpty() ? 1 : points.get(points.size() - 1).epoch();
        LossRange range =
                LossRange.all(course(lastKnown), labels.floor(), isLogarithmic).until(Math.max(last, lastKnown));
        LossCourse shown = course(until);
        LossDrawing drawing = new LossDrawing(shown, labels, range, range, false);
        plot = drawing.plot(width, height);
        List<Box> areas = drawing.areas(width, height);
        Map<String, Object> told = new LinkedHashMap<>(
                picture.told(drawing, width, height, spot -> Map.of("epoch", shown.epoch(spot.column()))));
        told.put("spoken", labels.summary(shown));
        told.put(
                "areas",
                areas.stream()
                        .map(area -> Map.of("y", area.y(), "height", area.height()))
                        .toList());
        told.put("right", areas.get(0).right());
        return told;
    }

    private LossCourse course(double until) {
        return LossCourse.ofSome(
                wentOnAt,
                points.stream().filter(point -> point.epoch() <= until).toList());
    }

    /** An epoch in the chart that was told last: { x (its place), words (since when the loss is below the floor then) }. */
    public Map<String, Object> at(int epoch) {
        return Map.of("x", Objects.requireNonNull(plot).x(epoch), "words", labels.belowWords(course(epoch)));
    }

    /** What stands at a place of the chart: { words, epoch }. */
    public Map<String, Object> spot(double x, double y) {
        return picture.at(x, y);
    }
}
