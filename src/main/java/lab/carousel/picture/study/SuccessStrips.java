package lab.carousel.picture.study;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import lab.carousel.drawing.chart.ChartAxis;
import lab.carousel.picture.study.DotStrips.Strip;
import lab.carousel.study.many.Results;
import lab.carousel.study.many.RunResult;
import lab.carousel.study.ready.PaperFigures;
import lab.carousel.study.summary.CellSummary;
import lab.carousel.study.summary.Share;
import lab.carousel.text.Message;

/** After how many sequences each run solved its drawn task, beside the paper's figure where it gives one. */
final class SuccessStrips {

    private static final double ROOM = 1.6;
    private static final double LEAST = 10;
    private static final double MOST = 1_000;

    private SuccessStrips() {}

    static StudyChart of(Results results, List<CellSummary> summaries) {
        List<Strip> strips = new ArrayList<>();
        double least = MOST;
        double most = LEAST;
        for (CellSummary summary : summaries) {
            List<RunResult> solved =
                    summary.runs().stream().filter(RunResult::isSolved).toList();
            double[] sequences = solved.stream()
                    .mapToDouble(run -> Math.max(1, run.sequencesToSolve().orElseThrow()))
                    .toArray();
            OptionalDouble paper =
                    PaperFigures.sequences(summary.cell().experiment().task());
            for (double value : sequences) {
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
            most = Math.max(most, paper.orElse(0));
            Share share = summary.solved();
            strips.add(new Strip(
                    Message.text(
                            "studies.picture.solved",
                            StudyWords.name(results, summary.cell()),
                            share.count(),
                            share.of()),
                    solved.stream().mapToInt(RunResult::run).toArray(),
                    sequences,
                    summary.sequencesToSolve().median(),
                    paper.orElse(Double.NaN)));
        }
        return new DotStrips(
                Message.text("studies.picture.success"),
                StudyWords.subtitle(results),
                ChartAxis.logarithmic(Message.text("studies.axis.sequences"), least / ROOM, most * ROOM),
                strips,
                Message.text("studies.picture.median"),
                Message.text("studies.picture.paper"));
    }
}
