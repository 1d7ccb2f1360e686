package lab.carousel.picture.loss;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import lab.carousel.drawing.chart.Plot;
import lab.carousel.model.verdict.VerdictWords;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;
import lab.carousel.training.loss.LossCourse;

/**
 * What a loss chart tells about the epoch under the pointer.
 *
 * @param rows the losses after it: of the mean, and of the sequences that have a name
 */
public record LossReadout(int point, int epoch, String title, List<Row> rows) {

    /**
     * The loss of a line.
     *
     * @param line 0 for the mean, s for the sequence number s
     */
    public record Row(int line, String name, String value) {}

    /** What there is to tell about the point nearest to an epoch; the history must not be empty. */
    public static LossReadout nearest(LossCourse history, LossLabels labels, double epoch) {
        int point = Plot.nearest(history.size(), history::epoch, epoch);
        List<Row> rows = new ArrayList<>();
        for (int line = 0; line < labels.namedLines(); line++) {
            double loss = history.loss(line, point);
            // Before a run went on with another task there were other sequences
            if (!Double.isNaN(loss)) {
                rows.add(new Row(line, labels.line(line), NumberText.loss(loss)));
            }
        }
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
