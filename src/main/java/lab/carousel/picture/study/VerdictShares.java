package lab.carousel.picture.study;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import lab.carousel.drawing.chart.ChartAxis;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.picture.study.LineChart.Form;
import lab.carousel.study.many.Checkpoints;
import lab.carousel.study.many.Results;
import lab.carousel.study.summary.CellSummary;
import lab.carousel.study.summary.Share;
import lab.carousel.text.Message;

/** The share of runs with each verdict over the epochs, or, for several cells, of those that remember. */
final class VerdictShares {

    private static final int PERCENT = 100;
    /** So that points at the ends are seen whole. */
    private static final int ROOM = 2;

    private VerdictShares() {}

    static StudyChart of(Results results, List<CellSummary> summaries) {
        boolean single = summaries.size() == 1;
        return new LineChart(
                Message.text(single ? "studies.picture.verdicts" : "studies.picture.remembers"),
                StudyWords.subtitle(results),
                LossBands.epochs(summaries),
                percent(),
                single ? verdicts(summaries.get(0)) : remembering(results, summaries),
                List.of(),
                List.of(),
                Form.BAND);
    }

    /** An axis of shares of runs. */
    static ChartAxis percent() {
        return ChartAxis.linear(Message.text("studies.axis.share"), -ROOM, PERCENT + ROOM);
    }

    private static List<Line> verdicts(CellSummary summary) {
        List<Line> lines = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            if (occurs(summary, verdict)) {
                String name = Message.text("verdict." + verdict + ".name");
                lines.add(line(name, lines.size(), summary.checkpoints(), point -> summary.at(point, verdict)));
            }
        }
        return lines;
    }

    /** Whether a task can have a verdict: with forks it is one of three, without them always the same. */
    private static boolean occurs(CellSummary summary, Verdict verdict) {
        boolean isOfForks =
                verdict == Verdict.REMEMBERS || verdict == Verdict.RIGHT_BY_LUCK || verdict == Verdict.NOT_YET;
        boolean hasForks = summary.runs().stream()
                .flatMap(run -> run.verdict().stream())
                .noneMatch(found -> found == Verdict.NEEDS_NO_MEMORY || found == Verdict.CANNOT_BE_KNOWN);
        return hasForks ? isOfForks : summary.ended(verdict).count() > 0;
    }

    private static List<Line> remembering(Results results, List<CellSummary> summaries) {
        List<Line> lines = new ArrayList<>();
        for (CellSummary summary : summaries) {
            lines.add(line(
                    StudyWords.name(results, summary.cell()),
                    lines.size(),
                    summary.checkpoints(),
                    point -> summary.at(point, Verdict.REMEMBERS)));
        }
        return lines;
    }

    private static Line line(String name, int colour, Checkpoints checkpoints, IntFunction<Share> share) {
        int size = checkpoints.size();
        double[][] values = new double[4][size];
        for (int point = 0; point < size; point++) {
            Share known = share.apply(point);
            values[0][point] = checkpoints.epoch(point);
            values[1][point] = PERCENT * known.value();
            values[2][point] = PERCENT * known.low();
            values[3][point] = PERCENT * known.high();
        }
        return new Line(name, colour, values[0], values[1], values[2], values[3]);
    }
}
