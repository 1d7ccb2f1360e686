package lab.carousel.picture.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.picture.study.LineChart.Form;
import lab.carousel.study.many.Axis;
import lab.carousel.study.many.Results;
import lab.carousel.study.summary.CellSummary;
import lab.carousel.study.summary.Share;
import lab.carousel.text.Message;

/** The share that remembers over the first axis, with its interval at each point: a line for each of the other values. */
final class MemorySpan {

    private static final double PERCENT = 100;

    private MemorySpan() {}

    static StudyChart of(Results results, List<CellSummary> summaries) {
        Axis span = results.plan().study().axes().get(0);
        Map<String, List<CellSummary>> groups = new LinkedHashMap<>();
        for (CellSummary summary : summaries) {
            String name = results.plan().study().name(summary.cell(), 1);
            groups.computeIfAbsent(name, any -> new ArrayList<>()).add(summary);
        }
        List<Line> lines = new ArrayList<>();
        groups.forEach((name, group) -> lines.add(line(name, lines.size(), group)));
        double[] spans = span.choices().stream()
                .mapToDouble(choice -> choice.number().orElseThrow())
                .toArray();
        return new LineChart(
                Message.text("studies.picture.span"),
                StudyWords.subtitle(results),
                Tuning.numbers(span.title(), spans),
                VerdictShares.percent(),
                lines,
                List.of(),
                List.of(),
                Form.INTERVALS);
    }

    private static Line line(String name, int colour, List<CellSummary> group) {
        int size = group.size();
        double[][] values = new double[4][size];
        for (int place = 0; place < size; place++) {
            Share share = group.get(place).ended(Verdict.REMEMBERS);
            values[0][place] = group.get(place).cell().choices().get(0).number().orElseThrow();
            values[1][place] = PERCENT * share.value();
            values[2][place] = PERCENT * share.low();
            values[3][place] = PERCENT * share.high();
        }
        return new Line(name, colour, values[0], values[1], values[2], values[3]);
    }
}
