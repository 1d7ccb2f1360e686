package lab.carousel.picture.map;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import lab.carousel.drawing.Chart;
import lab.carousel.drawing.chart.ChartAxis;
import lab.carousel.drawing.chart.Legend;
import lab.carousel.drawing.chart.LegendEntry;
import lab.carousel.drawing.chart.LineStyle;
import lab.carousel.drawing.chart.Plot;
import lab.carousel.drawing.chart.PlotMarkers;
import lab.carousel.drawing.chart.PlotPen;
import lab.carousel.drawing.colour.Ink;
import lab.carousel.drawing.font.PictureFont;
import lab.carousel.drawing.label.Lettering;
import lab.carousel.drawing.mark.Box;
import lab.carousel.drawing.mark.Ellipse;
import lab.carousel.drawing.mark.Hit;
import lab.carousel.drawing.mark.Line;
import lab.carousel.drawing.mark.Marks;
import lab.carousel.drawing.mark.Path;
import lab.carousel.drawing.mark.Point;
import lab.carousel.drawing.mark.Shape;
import lab.carousel.picture.state.UnitName;
import lab.carousel.study.map.StateDot;
import lab.carousel.study.map.StateMap;
import lab.carousel.task.Alphabet;
import lab.carousel.task.Task;
import lab.carousel.task.series.Series;
import lab.carousel.text.Message;
import lab.carousel.text.Table;

/**
 * The states of a network as dots in the plane of two of their axes, with an arrow from each to the next one of its sequence.
 * Lengths across and up have the same scale. The column of a spot counts the dots, and on from them the marks.
 */
public final class StateMapDrawing implements Chart {

    private static final double DOT = 9;
    private static final double SMALL = 6;
    private static final double RING = 17;
    private static final double REACH = 9;
    private static final double HEAD = 6;
    /** Of more arrows only the lines are drawn. */
    private static final int MOST_ARROWS = 80;
    /** Of more dots, smaller ones. */
    private static final int FEW_DOTS = 200;
    /** What is left free beyond the outermost dots, of the width. */
    private static final double MARGIN = 0.08;

    /** How far beyond the dots a mark is still shown, of the width of the dots. */
    private static final double REACH_BEYOND = 0.5;

    private static final int FAINT = 110;
    /** The longest line of a unit, of the width. */
    private static final double UNIT = 0.25;
    /** The height of its name. */
    private static final int NAME = 12;

    private final StateMap map;
    private final MapLook look;
    private final List<StateMark> marks;
    private final int beyond;
    private final List<StateDot> dots;
    /** Where the dots and the marks are, in the plane. */
    private final List<Point> dotPlaces;

    private final List<Point> markPlaces;
    private final Point start;
    private final Alphabet alphabet;
    private final DotColours colours;
    private final Legend legend;
    private final ChartAxis across;
    private final ChartAxis up;

    /** @param marks what else lies there; what lies far beyond the dots is left out, or the map would show little else */
    public StateMapDrawing(StateMap map, MapLook look, List<StateMark> marks) {
        this.map = map;
        this.look = look;
        this.marks = marks.stream().filter(this::isNear).toList();
        beyond = marks.size() - this.marks.size();
        dots = map.visited().dots();
        dotPlaces = IntStream.range(0, dots.size())
                .mapToObj(dot -> place(map.coordinates(dot)))
                .toList();
        markPlaces = this.marks.stream()
                .map(mark -> place(map.axes().coordinates(mark.state())))
                .toList();
        start = place(map.start());
        alphabet = map.visited().experiment().task().alphabet();
        colours = DotColours.of(look, dots, map.visited().experiment().task());
        legend = legend(map.visited().areTests());
        across = axis(look.plane().across(), markPlaces.stream().mapToDouble(Point::x));
        up = axis(look.plane().up(), markPlaces.stream().mapToDouble(Point::y));
    }

    private Point place(double[] coordinates) {
        return new Point(
                coordinates[look.plane().across()], coordinates[look.plane().up()]);
    }

    private Legend legend(boolean areTests) {
        List<LegendEntry> entries = new ArrayList<>(colours.legend());
        if (areTests) {
            entries.add(new LegendEntry(Message.text("stateMap.twin"), DOT, (marks, x, middle) -> {
                marks.ink(Ink.MUTED);
                marks.stroke(1.4);
                marks.draw(new Ellipse(new Box(x, middle - DOT / 2, DOT, DOT)));
            }));
        }
        return new Legend(entries);
    }

    /** How many marks lie beyond the edge. */
    public int beyond() {
        return beyond;
    }

    private boolean isNear(StateMark mark) {
        double[] place = map.axes().coordinates(mark.state());
        double reach = REACH_BEYOND
                * Math.max(width(look.plane().across()), width(look.plane().up()));
        return reach == 0
                || IntStream.of(look.plane().across(), look.plane().up())
                        .allMatch(
                                axis -> place[axis] >= map.low(axis) - reach && place[axis] <= map.high(axis) + reach);
    }

    private double width(int axis) {
        return map.high(axis) - map.low(axis);
    }

    private ChartAxis axis(int axis, DoubleStream marked) {
        DoubleSummaryStatistics all = DoubleStream.concat(DoubleStream.of(map.low(axis), map.high(axis)), marked)
                .summaryStatistics();
        double width = (1 + 2 * MARGIN) * (all.getMax() - all.getMin());
        return axis(map.axisWords(axis), (all.getMin() + all.getMax()) / 2, width > 0 ? width : 1);
    }

    private static ChartAxis axis(String label, double middle, double width) {
        return ChartAxis.linear(label, middle - width / 2, middle + width / 2);
    }

    @Override
    public ChartAxis across() {
        return across;
    }

    @Override
    public ChartAxis up(double height) {
        return up;
    }

    @Override
    public Legend legend(double width, double height) {
        return legend;
    }

    /** The axes with the same scale: the one that would be seen larger is widened. */
    @Override
    public Plot plot(double width, double height) {
        Plot plot = Chart.super.plot(width, height);
        Box area = plot.area();
        double perPoint = Math.max((across.to() - across.from()) / area.width(), (up.to() - up.from()) / area.height());
        double top = area.y() - Plot.FONT / 2;
        return Plot.within(
                new Box(0, top, width, height - top),
                axis(across.label(), (across.from() + across.to()) / 2, perPoint * area.width()),
                axis(up.label(), (up.from() + up.to()) / 2, perPoint * area.height()));
    }

    @Override
    public void draw(PlotPen pen) {
        drawArrows(pen);
        drawUnit(pen);
        drawDots(pen);
        drawRings(pen);
        for (int mark = 0; mark < marks.size(); mark++) {
            drawMark(pen, mark);
        }
    }

    private static Point on(Plot plot, Point place) {
        return new Point(plot.x(place.x()), plot.y(place.y()));
    }

    private static Shape at(Point point, Shape sign) {
        return sign.moved(point.x(), point.y());
    }

    private static void stroke(PlotPen pen, Point from, Point to, LineStyle style) {
        pen.stroke(from.x(), from.y(), to.x(), to.y(), style);
    }

    private void drawArrows(PlotPen pen) {
        boolean isFew = dots.size() <= MOST_ARROWS;
        LineStyle usual = isFew ? new LineStyle(Ink.MUTED, 1, null) : new LineStyle(Ink.MUTED.veiled(FAINT), 0.6, null);
        LineStyle bold = new LineStyle(Ink.TEXT, 1.6, null);
        for (int dot = 0; dot < dots.size(); dot++) {
            StateDot to = dots.get(dot);
            if (!to.hasBefore() && !map.visited().startsAtZero()) {
                continue;
            }
            Point from = to.hasBefore() ? dotPlaces.get(to.before()) : start;
            boolean isSelected = !map.visited().areTests()
                    && look.selected()
                            .filter(step -> step.sequence() == to.step().sequence())
                            .isPresent();
            LineStyle style = isSelected ? bold : usual;
            stroke(pen, from, dotPlaces.get(dot), style);
            if (isFew) {
                drawHead(pen, on(pen.plot(), from), dot, style.ink());
            }
        }
        if (map.visited().startsAtZero()) {
            Marks marks = pen.marks();
            marks.ink(Ink.MUTED);
            marks.stroke(2);
            marks.draw(at(on(pen.plot(), start), new Line(-DOT / 2, 0, DOT / 2, 0)));
            marks.draw(at(on(pen.plot(), start), new Line(0, -DOT / 2, 0, DOT / 2)));
        }
    }

    /** The head of an arrow, and the symbol that was fed beside its middle. */
    private void drawHead(PlotPen pen, Point from, int dot, Ink colour) {
        Point to = on(pen.plot(), dotPlaces.get(dot));
        double length = from.distance(to);
        if (length < DOT + HEAD) {
            return;
        }
        double right = (to.x() - from.x()) / length;
        double down = (to.y() - from.y()) / length;
        Marks marks = pen.marks();
        marks.ink(colour);
        marks.fill(Path.polygon(-DOT / 2, 0, -DOT / 2 - HEAD, HEAD / 2, -DOT / 2 - HEAD, -HEAD / 2)
                .turned(right, down)
                .moved(to.x(), to.y()));
        marks.font(PictureFont.regular(11));
        double x = (from.x() + to.x()) / 2 - 8 * down;
        double y = (from.y() + to.y()) / 2 + 8 * right + 4;
        new Lettering(marks).around(alphabet.symbol(dots.get(dot).step().fed()), x, y, length);
    }

    private void drawDots(PlotPen pen) {
        double size = dots.size() <= FEW_DOTS ? DOT : SMALL;
        Marks marks = pen.marks();
        for (int dot = 0; dot < dots.size(); dot++) {
            Point place = on(pen.plot(), dotPlaces.get(dot));
            Shape sign = at(place, colours.sign(dot, size));
            marks.stroke(1.4);
            marks.ink(colours.colour(dot));
            if (dots.get(dot).isTwin()) {
                marks.draw(sign);
            } else {
                marks.fill(sign);
            }
            if (!map.visited().areTests()
                    && look.selected().equals(Optional.of(dots.get(dot).step()))) {
                marks.ink(Ink.ACCENT);
                marks.stroke(2.5);
                marks.draw(at(place, PlotMarkers.of(0, RING)));
            }
        }
    }

    /** A ring round the dots of each state of the task's automaton: they mean the same. */
    private void drawRings(PlotPen pen) {
        Marks marks = pen.marks();
        marks.ink(Ink.MUTED);
        marks.stroke(1.4);
        Map<Integer, List<Point>> alike = new TreeMap<>();
        for (int dot = 0; dot < look.states().size(); dot++) {
            alike.computeIfAbsent(look.states().get(dot), state -> new ArrayList<>())
                    .add(on(pen.plot(), dotPlaces.get(dot)));
        }
        for (List<Point> group :
                alike.size() > AutomatonDrawing.MOST_STATES ? List.<List<Point>>of() : alike.values()) {
            marks.draw(DotRing.around(group, RING));
        }
    }

    /** The direction in which h and c of the selected unit grow, from the middle; as long as it lies in the plane. */
    private void drawUnit(PlotPen pen) {
        List<String> names =
                map.visited().part().names(map.visited().experiment().layout());
        List<Point> loadings = IntStream.range(0, names.size())
                .mapToObj(number -> place(map.axes().loadings(number)))
                .toList();
        double largest =
                loadings.stream().mapToDouble(new Point(0, 0)::distance).max().orElse(0);
        Plot plot = pen.plot();
        double scale = UNIT * (plot.across().to() - plot.across().from()) / largest;
        Point middle = new Point(plot.across().value(0.5), plot.up().value(0.5));
        Map<String, Point> ends = new LinkedHashMap<>();
        for (String letter : List.of("h", "c")) {
            int number = look.unit() < 0 || largest == 0 ? -1 : names.indexOf(letter + (look.unit() + 1));
            if (number >= 0) {
                Point loading = loadings.get(number);
                Point end = new Point(middle.x() + scale * loading.x(), middle.y() + scale * loading.y());
                stroke(pen, middle, end, new LineStyle(Ink.ACCENT, 2, null));
                ends.put(letter + " " + UnitName.of(map.visited().experiment().layout(), look.unit()), on(plot, end));
            }
        }
        pen.marks().font(PictureFont.bold(NAME));
        pen.marks().ink(Ink.ACCENT);
        drawNames(new Lettering(pen.marks()), ends);
    }

    /** Names at the ends of lines; one for both where they would lie on one another. */
    private static void drawNames(Lettering lettering, Map<String, Point> ends) {
        String both = String.join(", ", ends.keySet());
        List<Point> places = List.copyOf(ends.values());
        if (places.size() == 2
                && Math.abs(places.get(0).x() - places.get(1).x()) < lettering.width(both) / 2 + 4
                && Math.abs(places.get(0).y() - places.get(1).y()) < NAME) {
            write(lettering, both, places.get(places.get(0).x() < places.get(1).x() ? 1 : 0));
        } else {
            ends.forEach((name, end) -> write(lettering, name, end));
        }
    }

    private static void write(Lettering lettering, String name, Point end) {
        lettering.from(name, end.x() + 4, end.y() + 4, lettering.width(name));
    }

    private void drawMark(PlotPen pen, int number) {
        StateMark mark = marks.get(number);
        Point place = markPlaces.get(number);
        Point way = place(map.axes().reach(mark.direction()));
        pen.stroke(
                place.x() - way.x(),
                place.y() - way.y(),
                place.x() + way.x(),
                place.y() + way.y(),
                new LineStyle(Ink.TEXT, 2, null));
        Marks marks = pen.marks();
        int kind = mark.kind() == MarkKind.SLOW ? 2 : 0;
        Shape sign = at(on(pen.plot(), place), PlotMarkers.of(kind, DOT + SMALL));
        // It lies among dots, and has to be told from them
        marks.ink(Ink.BACKGROUND);
        marks.stroke(SMALL);
        marks.draw(sign);
        marks.fill(sign);
        marks.ink(Ink.TEXT);
        marks.stroke(2);
        if (mark.kind() == MarkKind.STABLE) {
            marks.fill(sign);
        } else {
            marks.draw(sign);
        }
        if (mark.kind() == MarkKind.KEEPING) {
            marks.fill(at(on(pen.plot(), place), PlotMarkers.of(0, SMALL)));
        }
    }

    /** The nearest mark or dot in reach; marks are few, and lie above the dots. */
    @Override
    public Optional<Hit> at(Plot plot, Point place) {
        double perPoint =
                (plot.across().to() - plot.across().from()) / plot.area().width();
        Point pointer = new Point(plot.acrossAt(place.x()), plot.upAt(place.y()));
        return pointer.nearest(markPlaces.size(), markPlaces::get, REACH * perPoint)
                .map(mark -> new Hit(-1, dots.size() + mark, marks.get(mark).words()))
                .or(() -> pointer.nearest(dots.size(), dotPlaces::get, REACH * perPoint)
                        .map(dot -> new Hit(-1, dot, words(dot, perPoint))));
    }

    /** What a dot is, where it lies, which state of the automaton it is, and how many others lie there too. */
    private String words(int dot, double perPoint) {
        StateDot read = dots.get(dot);
        Task task = map.visited().experiment().task();
        boolean isRow = Series.of(task).isPresent();
        String kind = read.isTwin() ? ".twin" : map.visited().areTests() ? ".test" : isRow ? ".row" : "";
        List<String> words = new ArrayList<>();
        words.add(Message.text(
                "stateMap.spot" + kind,
                read.step().sequence() + 1,
                isRow
                        ? task.supply().stepName(read.step().number() - 1)
                        : read.step().number(),
                task.supply().fed(read.step()),
                task.supply().told(read.step(), read.step().target())));
        for (int axis = 0; axis < map.axes().count(); axis++) {
            words.add(Message.text("stateMap.spot.number", axis + 1, map.coordinate(dot, axis)));
        }
        if (!look.states().isEmpty()) {
            words.add(Message.text("stateMap.state", look.states().get(dot)));
        }
        long here = dotPlaces.stream()
                .filter(other -> other.distance(dotPlaces.get(dot)) < 2 * perPoint)
                .count();
        if (here > 1) {
            words.add(Message.text("stateMap.spot.others", here - 1));
        }
        return String.join("\n", words);
    }

    /** A line for each dot: where it comes from, where it lies along the axes, and its state. */
    @Override
    public Table<?> table() {
        Table<Integer> table = Table.ofPlaces(dots.size())
                .column("sequence", dot -> dots.get(dot).step().sequence() + 1)
                .column("step", dot -> dots.get(dot).step().number())
                .column("symbol", dot -> alphabet.symbol(dots.get(dot).step().fed()));
        if (map.visited().areTests()) {
            table = table.column("twin", dot -> dots.get(dot).isTwin() ? 1 : 0);
        }
        return table.column("pc1", dot -> map.coordinate(dot, 0))
                .column("pc2", dot -> map.coordinate(dot, 1))
                .column("pc3", dot -> map.coordinate(dot, 2))
                .numbers(map.visited().part().names(map.visited().experiment().layout()), map::state);
    }
}
