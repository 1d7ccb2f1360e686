package lab.carousel.picture.study;

import java.util.ArrayList;
import java.util.List;
import lab.carousel.drawing.chart.ChartAxis;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.picture.study.DotStrips.Strip;
import lab.carousel.study.many.Results;
import lab.carousel.study.many.RunResult;
import lab.carousel.study.summary.CellSummary;
import lab.carousel.text.Message;

/** The margin of each run in the end, as a strip of dots for each cell. */
final class MarginStrips {

    private static final double ROOM = 0.05;

    private MarginStrips() {}

    static StudyChart of(Results results, List<CellSummary> summaries) {
        List<Strip> strips = new ArrayList<>();
        double least = 0;
        double most = 0;
        for (CellSummary summary : summaries) {
            List<RunResult> runs =
                    summary.runs().stream().filter(MarginStrips::hasMargin).toList();
            double[] margins = runs.stream().mapToDouble(MarginStrips::margin).toArray();
            for (double margin : margins) {
                least = Math.min(least, margin);
                most = Math.max(most, margin);
            }
            strips.add(new Strip(
                    StudyWords.name(results, summary.cell()),
                    runs.stream().mapToInt(RunResult::run).toArray(),
                    margins,
                    summary.atEnd(Evaluation::margin).median(),
                    Double.NaN));
        }
        double room = ROOM * (most > least ? most - least : 1);
        return new DotStrips(
                Message.text("studies.picture.margins"),
                StudyWords.subtitle(results),
                ChartAxis.linear(Message.text("studies.axis.margin"), least - room, most + room),
                strips,
                Message.text("studies.picture.median"),
                "");
    }

    private static boolean hasMargin(RunResult run) {
        return !run.isDiverged() && run.end().isPresent() && !Double.isNaN(margin(run));
    }

    private static double margin(RunResult run) {
        return run.end().orElseThrow().margin();
    }
}
