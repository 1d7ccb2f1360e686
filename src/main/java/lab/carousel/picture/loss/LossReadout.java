package lab.carousel.picture.loss;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import lab.carousel.drawing.chart.Plot;
import lab.carousel.model.verdict.LossSample;
import lab.carousel.model.verdict.VerdictWords;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;
import lab.carousel.training.loss.LossCourse;

/**
 * What a loss chart tells about the epoch under the pointer.
 *
 * @param rows the losses after it: of the mean, and of the sequences that have a line; then the floors of numbers
 */
public record LossReadout(int point, int epoch, String title, List<Row> rows) {

    /**
     * The loss of a line.
     *
     * @param line 0 for the mean, s for the sequence number s, {@link #FLOOR} for a floor
     */
    public record Row(int line, String name, String value) {}

    public static final int FLOOR = -1;

    /** What there is to tell about the point nearest to an epoch; the history must not be empty. */
    public static LossReadout nearest(LossCourse history, LossLabels labels, double epoch) {
        int point = Plot.nearest(history.size(), history::epoch, epoch);
        List<Row> rows = new ArrayList<>();
        for (int line = 0; line < labels.lines(); line++) {
            double loss = history.loss(line, point);
            // Before a run went on with another task there were other sequences
            if (!Double.isNaN(loss)) {
                rows.add(
                        line == 0
                                ? mean(history, labels, point)
                                : new Row(line, labels.line(line), NumberText.loss(loss)));
            }
        }
        labels.floors().stream()
                .filter(floor -> floor.onFixed() != floor.loss())
                .forEach(floor -> rows.add(new Row(
                        FLOOR,
                        Message.text("loss.readout.floor.name", LossLabels.known(floor)),
                        labels.readout(floor))));
        int exact = history.epoch(point);
        String title = Message.text("loss.readout.epoch", NumberText.whole(exact));
        return new LossReadout(
                point,
                exact,
                title
                        + told(VerdictWords::bits, Math.max(0, history.bits(point)))
                        + told(number -> Message.text("verdict.separation", number), history.separation(point)),
                List.copyOf(rows));
    }

    private static Row mean(LossCourse history, LossLabels labels, int point) {
        LossSample sample = history.sample(point);
        String loss = NumberText.loss(history.loss(0, point));
        boolean hasBand = Double.isFinite(sample.error());
        String value = hasBand ? Message.text("loss.readout.band", loss, NumberText.loss(sample.band())) : loss;
        return new Row(0, labels.mean(sample), value);
    }

    private static String told(DoubleFunction<String> words, double number) {
        return Double.isNaN(number) ? "" : ", " + words.apply(number);
    }

    public String words() {
        return title + ": "
                + rows.stream().map(row -> row.name() + " " + row.value()).collect(Collectors.joining(", "));
    }

    /** The same with at most so many rows, where there is no room for more. */
    public LossReadout shortened(int most) {
        return rows.size() <= most ? this : new LossReadout(point, epoch, title, rows.subList(0, most));
    }
}
