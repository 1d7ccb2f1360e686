package lab.carousel.picture.map;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.study.map.FixedPoint;
import lab.carousel.study.map.FixedPoints;
import lab.carousel.study.map.StateMap;
import lab.carousel.study.map.StatePart;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;

/** The points at which a held symbol leaves the state, as marks of a map and in words. */
public final class FixedPointMarks {

    /** How long the line of a slow direction is, to either side, of the width of the map. */
    private static final double LINE = 0.1;

    private FixedPointMarks() {}

    /** Marks of the points, with lines along their slow directions. */
    public static List<StateMark> of(FixedPoints found, StateMap map) {
        StatePart part = map.visited().part();
        ParameterLayout layout = map.visited().experiment().layout();
        double length = LINE
                * IntStream.range(0, map.axes().count())
                        .mapToDouble(axis -> map.high(axis) - map.low(axis))
                        .max()
                        .orElse(0);
        return found.points().stream()
                .map(point -> new StateMark(
                        kind(point),
                        part.of(point.state(), layout),
                        part.of(
                                Arrays.stream(point.slow())
                                        .map(each -> each * length)
                                        .toArray(),
                                layout),
                        words(point)))
                .toList();
    }

    private static MarkKind kind(FixedPoint point) {
        if (!point.isFixed()) {
            return MarkKind.SLOW;
        }
        return point.keeps() ? MarkKind.KEEPING : point.isStable() ? MarkKind.STABLE : MarkKind.UNSTABLE;
    }

    private static String words(FixedPoint point) {
        String kind = Message.text("heldSymbol." + kind(point), NumberText.loss(Math.sqrt(2 * point.q())));
        String push = point.keeps()
                ? Message.text("heldSymbol.keeps")
                : Message.text(
                        point.isStable() ? "heldSymbol.halves" : "heldSymbol.doubles",
                        NumberText.end(point.steps()),
                        point.steps());
        return kind + "\n" + push;
    }

    /**
     * How many points there are of each kind, how long the stable ones remember a push, and how it was searched.
     *
     * @param symbol  that is held
     * @param epoch   of the network
     * @param seconds that it took
     */
    public static String words(FixedPoints found, String symbol, int epoch, double seconds) {
        List<FixedPoint> stable = found.stable();
        Map<MarkKind, Long> kinds =
                found.points().stream().collect(Collectors.groupingBy(FixedPointMarks::kind, Collectors.counting()));
        long keeping = kinds.getOrDefault(MarkKind.KEEPING, 0L);
        String words = Message.text(
                "heldSymbol.found",
                symbol,
                epoch,
                stable.size(),
                kinds.getOrDefault(MarkKind.UNSTABLE, 0L),
                kinds.getOrDefault(MarkKind.SLOW, 0L));
        String kept = keeping == 0 ? "" : " " + Message.text("heldSymbol.continuum", keeping);
        DoubleSummaryStatistics steps =
                stable.stream().mapToDouble(FixedPoint::steps).summaryStatistics();
        String half = stable.isEmpty()
                ? ""
                : " "
                        + Message.text(
                                stable.size() == 1 ? "heldSymbol.half.one" : "heldSymbol.half",
                                NumberText.end(steps.getMin()),
                                NumberText.end(steps.getMax()));
        return words + kept + half + " "
                + Message.text(
                        found.starts() < found.of() ? "heldSymbol.stopped" : "heldSymbol.searched",
                        found.starts(),
                        found.of(),
                        NumberText.share(seconds));
    }
}
