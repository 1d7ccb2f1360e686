package lab.carousel.picture.study;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;

/**
 * A chart of a study in a few sentences, for those who do not see it.
 *
 * @param content what is shown
 */
record PictureSummary(ChartContent content) {

    /** So many lines or strips are told; of more nobody would remember the first. */
    private static final int MOST = 8;

    /** What it is, and what it shows. */
    String text() {
        return content.title() + ". " + content.subtitle() + ". " + values();
    }

    private String values() {
        if (content instanceof LineChart chart) {
            return joined(chart.lines().stream()
                    .filter(line -> known(line).length > 0)
                    .map(line -> line(chart, line))
                    .toList());
        }
        if (content instanceof DotStrips strips) {
            return joined(strips.strips().stream()
                    .filter(strip -> strip.runs().length > 0)
                    .map(PictureSummary::strip)
                    .toList());
        }
        return content instanceof Heatmap heatmap ? cells(heatmap) : "";
    }

    private static String joined(List<String> sentences) {
        String told = sentences.stream().limit(MOST).collect(Collectors.joining(" "));
        int more = sentences.size() - MOST;
        return more <= 0 ? told : told + " " + Message.text("studies.summary.more", more);
    }

    /** The points of a line that have a value. */
    private static int[] known(Line line) {
        return IntStream.range(0, line.y().length)
                .filter(point -> !Double.isNaN(line.y()[point]))
                .toArray();
    }

    private static String line(LineChart chart, Line line) {
        int[] known = known(line);
        int first = known[0];
        int last = known[known.length - 1];
        String name = line.name().isEmpty() ? chart.up().label() : line.name();
        if (first == last) {
            return Message.text("studies.summary.point", name, number(line.y()[first]), number(line.x()[first]));
        }
        return Message.text(
                "studies.summary.line",
                name,
                number(line.y()[first]),
                number(line.y()[last]),
                chart.across().label(),
                number(line.x()[first]),
                number(line.x()[last]));
    }

    private static String strip(DotStrips.Strip strip) {
        return Message.text(
                "studies.summary.strip",
                strip.name(),
                strip.runs().length,
                number(Arrays.stream(strip.values()).min().orElse(Double.NaN)),
                number(Arrays.stream(strip.values()).max().orElse(Double.NaN)),
                number(strip.median()));
    }

    private static String cells(Heatmap heatmap) {
        int[] best = null;
        int[] worst = null;
        double[][] percent = heatmap.percent();
        for (int row = 0; row < percent.length; row++) {
            for (int column = 0; column < percent[row].length; column++) {
                if (Double.isNaN(percent[row][column])) {
                    continue;
                }
                int[] here = {row, column};
                best = best == null || percent[row][column] > percent[best[0]][best[1]] ? here : best;
                worst = worst == null || percent[row][column] < percent[worst[0]][worst[1]] ? here : worst;
            }
        }
        return best == null ? "" : Message.text("studies.summary.cells", cell(heatmap, best), cell(heatmap, worst));
    }

    private static String cell(Heatmap heatmap, int[] place) {
        return Message.text(
                "studies.spot.cell",
                heatmap.upLabel(),
                heatmap.rows().get(place[0]),
                heatmap.acrossLabel(),
                heatmap.columns().get(place[1]),
                number(heatmap.percent()[place[0]][place[1]]));
    }

    private static String number(double value) {
        return NumberText.upToFourDecimals(value);
    }
}
