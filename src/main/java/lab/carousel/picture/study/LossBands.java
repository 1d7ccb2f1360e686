package lab.carousel.picture.study;

import java.util.ArrayList;
import java.util.List;
import lab.carousel.drawing.chart.ChartAxis;
import lab.carousel.model.Experiment;
import lab.carousel.picture.study.LineChart.Form;
import lab.carousel.study.many.Checkpoints;
import lab.carousel.study.many.Results;
import lab.carousel.study.many.RunResult;
import lab.carousel.study.summary.CellSummary;
import lab.carousel.study.summary.Quantiles;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;

/** Median and 10 to 90 % band of the loss over the epochs, for each cell, with the memoryless floors. */
final class LossBands {

    /** More single curves would be one grey area. */
    private static final int MOST_FAINT = 100;

    private static final double LEAST_LOSS = 1e-6;
    private static final double ROOM = 1.25;

    private LossBands() {}

    static StudyChart of(Results results, List<CellSummary> summaries, String title) {
        List<Line> lines = new ArrayList<>();
        List<Line> faint = new ArrayList<>();
        for (CellSummary summary : summaries) {
            lines.add(median(results, summary, lines.size()));
        }
        if (summaries.size() == 1) {
            List<RunResult> runs = summaries.get(0).runs();
            for (RunResult run : runs.subList(0, Math.min(MOST_FAINT, runs.size()))) {
                faint.add(single(run, summaries.get(0).checkpoints()));
            }
        }
        List<FloorLine> floors = Floors.of(summaries);
        return new LineChart(
                title,
                StudyWords.subtitle(results),
                epochs(summaries),
                losses(lines, faint, floors),
                lines,
                faint,
                floors,
                Form.BAND);
    }

    /** The axis of epochs. */
    static ChartAxis epochs(List<CellSummary> summaries) {
        int first = Integer.MAX_VALUE;
        int last = 1;
        for (CellSummary summary : summaries) {
            Checkpoints checkpoints = summary.checkpoints();
            first = Math.min(first, checkpoints.epoch(0));
            last = Math.max(last, checkpoints.epoch(checkpoints.size() - 1));
        }
        return ChartAxis.whole(Message.text("studies.axis.epoch"), Math.min(first, last - 1), last);
    }

    private static Line median(Results results, CellSummary summary, int colour) {
        Checkpoints checkpoints = summary.checkpoints();
        int size = checkpoints.size();
        double[][] values = new double[4][size];
        for (int point = 0; point < size; point++) {
            Quantiles loss = summary.loss(point);
            values[0][point] = checkpoints.epoch(point);
            values[1][point] = shown(loss.median());
            values[2][point] = shown(loss.low());
            values[3][point] = shown(loss.high());
        }
        return new Line(StudyWords.name(results, summary.cell()), colour, values[0], values[1], values[2], values[3]);
    }

    /** A loss of 0 has no place on a logarithmic axis. */
    private static double shown(double loss) {
        return Double.isNaN(loss) ? loss : Math.max(LEAST_LOSS, loss);
    }

    private static Line single(RunResult run, Checkpoints checkpoints) {
        int size = run.course().size();
        double[] x = new double[size];
        double[] y = new double[size];
        for (int point = 0; point < size; point++) {
            x[point] = checkpoints.epoch(point);
            y[point] = shown(run.course().loss(point));
        }
        return new Line("", 0, x, y, y, y);
    }

    private static ChartAxis losses(List<Line> lines, List<Line> faint, List<FloorLine> floors) {
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        List<double[]> all = new ArrayList<>();
        lines.forEach(line -> all.addAll(List.of(line.low(), line.high())));
        faint.forEach(line -> all.add(line.y()));
        all.add(floors.stream().mapToDouble(FloorLine::value).toArray());
        for (double[] values : all) {
            for (double value : values) {
                // comparisons with NaN are false
                least = value < least ? value : least;
                most = value > most ? value : most;
            }
        }
        return most == 0
                ? ChartAxis.logarithmic(Message.text("studies.axis.loss"), 0.01, 1)
                : ChartAxis.logarithmic(Message.text("studies.axis.loss"), least / ROOM, most * ROOM);
    }

    /** The floors of predictors that see the last m symbols, m = 1, 2, 3, …, where all cells have the same. */
    static final class Floors {

        private static final int MOST = 4;
        /** For longer sequences the floor of m = 1 says enough, and the others would take long to find. */
        private static final int LONGEST = 50;

        private Floors() {}

        static List<FloorLine> of(List<CellSummary> summaries) {
            double first = summaries.get(0).cell().floor().mean();
            boolean differ = summaries.stream()
                    .anyMatch(summary -> summary.cell().floor().mean() != first);
            if (differ || first <= 0) {
                return List.of();
            }
            Experiment experiment = summaries.get(0).cell().experiment();
            int last = experiment.task().longestSteps() > LONGEST
                    ? 1
                    : experiment.task().longestSteps() + 1;
            List<FloorLine> floors = new ArrayList<>();
            int start = 1;
            while (start <= last && floors.size() < MOST) {
                double floor = experiment.floor(start).mean();
                int end = start;
                while (end < last && experiment.floor(end + 1).mean() == floor) {
                    end++;
                }
                if (floor > 0) {
                    floors.add(new FloorLine(floor, label(start, end, floor, last)));
                }
                start = end + 1;
            }
            return floors;
        }

        private static String label(int start, int end, double floor, int last) {
            String value = NumberText.loss(floor);
            if (last == 1) {
                return Message.text("loss.floor", value);
            }
            return start == end
                    ? Message.text("studies.floor.one", start, value)
                    : Message.text("studies.floor.several", start, end, value);
        }
    }
}
