package lab.carousel.picture.study;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import lab.carousel.drawing.chart.ChartAxis;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.picture.study.LineChart.Form;
import lab.carousel.study.many.Axis;
import lab.carousel.study.many.AxisValue;
import lab.carousel.study.many.Results;
import lab.carousel.study.many.Variation;
import lab.carousel.study.summary.CellSummary;
import lab.carousel.study.summary.Share;
import lab.carousel.text.Message;

/** Which settings work: the share of runs that remembers, on a grid, over the epochs, or along one axis. */
final class Tuning {

    private static final double PERCENT = 100;
    private static final int MOST_COLUMNS = 25;
    private static final double LONG_SCALE = 20;

    private Tuning() {}

    /** The first axis against the second one, over all values of further axes. */
    static StudyChart grid(Results results, List<CellSummary> summaries) {
        Axis down = results.plan().study().axes().get(0);
        Axis across = results.plan().study().axes().get(1);
        List<String> rows = labels(down);
        List<String> columns = labels(across);
        int[][] count = new int[rows.size()][columns.size()];
        int[][] of = new int[rows.size()][columns.size()];
        for (CellSummary summary : summaries) {
            int row = down.choices().indexOf(summary.cell().choices().get(0));
            int column = across.choices().indexOf(summary.cell().choices().get(1));
            Share share = summary.ended(Verdict.REMEMBERS);
            count[row][column] += share.count();
            of[row][column] += share.of();
        }
        double[][] percent = new double[rows.size()][columns.size()];
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < columns.size(); column++) {
                percent[row][column] = PERCENT * count[row][column] / of[row][column];
            }
        }
        return heatmap(results, across.title(), down.title(), columns, rows, percent);
    }

    /** The first axis against the epochs. */
    static StudyChart overEpochs(Results results, List<CellSummary> summaries) {
        Set<Integer> epochs = new LinkedHashSet<>();
        CellSummary longest = summaries.get(0);
        int points = longest.checkpoints().size();
        int columns = Math.min(MOST_COLUMNS, points);
        for (int column = 0; column < columns; column++) {
            epochs.add((column + 1) * points / columns - 1);
        }
        double[][] percent = new double[summaries.size()][epochs.size()];
        List<String> names = new ArrayList<>();
        for (int point : epochs) {
            for (int row = 0; row < summaries.size(); row++) {
                boolean reached = point < summaries.get(row).checkpoints().size();
                percent[row][names.size()] = reached
                        ? PERCENT
                                * summaries
                                        .get(row)
                                        .at(point, Verdict.REMEMBERS)
                                        .value()
                        : Double.NaN;
            }
            names.add(Integer.toString(longest.checkpoints().epoch(point)));
        }
        return heatmap(
                results,
                Message.text("studies.axis.epoch"),
                results.plan().study().axes().get(0).title(),
                names,
                summaries.stream().map(CellSummary::cell).map(Variation::label).toList(),
                percent);
    }

    private static StudyChart heatmap(
            Results results, String across, String up, List<String> columns, List<String> rows, double[][] percent) {
        return new Heatmap(
                Message.text("studies.picture.heatmap"),
                StudyWords.subtitle(results),
                across,
                up,
                columns,
                rows,
                percent);
    }

    private static List<String> labels(Axis axis) {
        return axis.choices().stream().map(AxisValue::label).toList();
    }

    /** The cells of a random search along one of its axes. */
    static StudyChart along(Results results, List<CellSummary> summaries, int axis) {
        Axis shown = results.plan().study().axes().get(axis);
        int size = summaries.size();
        double[][] values = new double[4][size];
        for (int place = 0; place < size; place++) {
            AxisValue choice = summaries.get(place).cell().choices().get(axis);
            Share share = summaries.get(place).ended(Verdict.REMEMBERS);
            values[0][place] = choice.number().orElse(shown.choices().indexOf(choice));
            values[1][place] = PERCENT * share.value();
            values[2][place] = PERCENT * share.low();
            values[3][place] = PERCENT * share.high();
        }
        return new LineChart(
                Message.text("studies.picture.along", shown.title()),
                StudyWords.subtitle(results),
                shown.isScale()
                        ? numbers(shown.title(), values[0])
                        : ChartAxis.categories(shown.title(), labels(shown)),
                VerdictShares.percent(),
                List.of(new Line("", 0, values[0], values[1], values[2], values[3])),
                List.of(),
                List.of(),
                Form.POINTS);
    }

    /** A scale for some numbers: logarithmic where they differ much. */
    static ChartAxis numbers(String label, double[] values) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        if (least > 0 && most / least >= LONG_SCALE) {
            double room = Math.pow(most / least, 0.04);
            return ChartAxis.logarithmic(label, least / room, most * room);
        }
        double room = most > least ? 0.04 * (most - least) : 0.5;
        return ChartAxis.linear(label, least - room, most + room);
    }
}
