package lab.carousel.picture.map;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import lab.carousel.drawing.Chart;
import lab.carousel.drawing.Hit;
import lab.carousel.drawing.chart.ChartAxis;
import lab.carousel.drawing.chart.Legend;
import lab.carousel.drawing.chart.LegendEntry;
import lab.carousel.drawing.chart.LineStyle;
import lab.carousel.drawing.chart.Plot;
import lab.carousel.drawing.chart.PlotMarkers;
import lab.carousel.drawing.chart.PlotPen;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.label.Lettering;
import lab.carousel.drawing.label.PictureFont;
import lab.carousel.picture.state.UnitName;
import lab.carousel.study.map.StateDot;
import lab.carousel.study.map.StateMap;
import lab.carousel.task.Alphabet;
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
    private final List<Point2D> dotPlaces;

    private final List<Point2D> markPlaces;
    private final Point2D start;
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
        colours = DotColours.of(look, dots, alphabet);
        legend = legend(map.visited().areTests());
        across = axis(look.plane().across(), markPlaces.stream().mapToDouble(Point2D::getX));
        up = axis(look.plane().up(), markPlaces.stream().mapToDouble(Point2D::getY));
    }

    private Point2D place(double[] coordinates) {
        return new Point2D.Double(
                coordinates[look.plane().across()], coordinates[look.plane().up()]);
    }

    private Legend legend(boolean areTests) {
        List<LegendEntry> entries = new ArrayList<>(colours.legend());
        if (areTests) {
            entries.add(new LegendEntry(Message.text("stateMap.twin"), DOT, (graphics, x, middle, palette) -> {
                graphics.setColor(palette.muted());
                graphics.setStroke(new BasicStroke(1.4f));
                graphics.draw(new Ellipse2D.Double(x, middle - DOT / 2, DOT, DOT));
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
        Rectangle2D area = plot.area();
        double perPoint =
                Math.max((across.to() - across.from()) / area.getWidth(), (up.to() - up.from()) / area.getHeight());
        double top = area.getMinY() - Plot.FONT / 2;
        return Plot.within(
                new Rectangle2D.Double(0, top, width, height - top),
                axis(across.label(), (across.from() + across.to()) / 2, perPoint * area.getWidth()),
                axis(up.label(), (up.from() + up.to()) / 2, perPoint * area.getHeight()));
    }

    @Override
    public void draw(PlotPen pen, Palette palette) {
        drawArrows(pen, palette);
        drawUnit(pen, palette);
        drawDots(pen, palette);
        drawRings(pen, palette);
        for (int mark = 0; mark < marks.size(); mark++) {
            drawMark(pen, mark, palette);
        }
    }

    private static Point2D on(Plot plot, Point2D place) {
        return new Point2D.Double(plot.x(place.getX()), plot.y(place.getY()));
    }

    private static Shape at(Point2D point, Shape sign) {
        return AffineTransform.getTranslateInstance(point.getX(), point.getY()).createTransformedShape(sign);
    }

    private static void stroke(PlotPen pen, Point2D from, Point2D to, LineStyle style) {
        pen.stroke(from.getX(), from.getY(), to.getX(), to.getY(), style);
    }

    private void drawArrows(PlotPen pen, Palette palette) {
        boolean isFew = dots.size() <= MOST_ARROWS;
        LineStyle usual = isFew
                ? new LineStyle(palette.muted(), 1, null)
                : new LineStyle(PlotPen.veiled(palette.muted(), FAINT), 0.6, null);
        LineStyle bold = new LineStyle(palette.text(), 1.6, null);
        for (int dot = 0; dot < dots.size(); dot++) {
            StateDot to = dots.get(dot);
            if (!to.hasBefore() && !map.visited().startsAtZero()) {
                continue;
            }
            Point2D from = to.hasBefore() ? dotPlaces.get(to.before()) : start;
            boolean isSelected = !map.visited().areTests()
                    && look.selected()
                            .filter(step -> step.sequence() == to.step().sequence())
                            .isPresent();
            LineStyle style = isSelected ? bold : usual;
            stroke(pen, from, dotPlaces.get(dot), style);
            if (isFew) {
                drawHead(pen, on(pen.plot(), from), dot, style.colour());
            }
        }
        if (map.visited().startsAtZero()) {
            Graphics2D graphics = pen.graphics();
            graphics.setColor(palette.muted());
            graphics.setStroke(new BasicStroke(2));
            graphics.draw(at(on(pen.plot(), start), new Line2D.Double(-DOT / 2, 0, DOT / 2, 0)));
            graphics.draw(at(on(pen.plot(), start), new Line2D.Double(0, -DOT / 2, 0, DOT / 2)));
        }
    }

    /** The head of an arrow, and the symbol that was fed beside its middle. */
    private void drawHead(PlotPen pen, Point2D from, int dot, Color colour) {
        Point2D to = on(pen.plot(), dotPlaces.get(dot));
        double length = from.distance(to);
        if (length < DOT + HEAD) {
            return;
        }
        double right = (to.getX() - from.getX()) / length;
        double down = (to.getY() - from.getY()) / length;
        AffineTransform turned = AffineTransform.getTranslateInstance(to.getX(), to.getY());
        turned.rotate(right, down);
        Path2D head = new Path2D.Double();
        head.moveTo(-DOT / 2, 0);
        head.lineTo(-DOT / 2 - HEAD, HEAD / 2);
        head.lineTo(-DOT / 2 - HEAD, -HEAD / 2);
        Graphics2D graphics = pen.graphics();
        graphics.setColor(colour);
        graphics.fill(turned.createTransformedShape(head));
        graphics.setFont(PictureFont.regular(11));
        double x = (from.getX() + to.getX()) / 2 - 8 * down;
        double y = (from.getY() + to.getY()) / 2 + 8 * right + 4;
        new Lettering(graphics).around(alphabet.symbol(dots.get(dot).step().fed()), x, y, length);
    }

    private void drawDots(PlotPen pen, Palette palette) {
        double size = dots.size() <= FEW_DOTS ? DOT : SMALL;
        Graphics2D graphics = pen.graphics();
        for (int dot = 0; dot < dots.size(); dot++) {
            Point2D place = on(pen.plot(), dotPlaces.get(dot));
            Shape sign = at(place, colours.sign(dot, size));
            graphics.setStroke(new BasicStroke(1.4f));
            graphics.setColor(colours.colour(dot, palette));
            if (dots.get(dot).isTwin()) {
                graphics.draw(sign);
            } else {
                graphics.fill(sign);
            }
            if (!map.visited().areTests()
                    && look.selected().equals(Optional.of(dots.get(dot).step()))) {
                graphics.setColor(palette.accent());
                graphics.setStroke(new BasicStroke(2.5f));
                graphics.draw(at(place, PlotMarkers.of(0, RING)));
            }
        }
    }

    /** A ring round the dots of each state of the task's automaton: they mean the same. */
    private void drawRings(PlotPen pen, Palette palette) {
        Graphics2D graphics = pen.graphics();
        graphics.setColor(palette.muted());
        graphics.setStroke(new BasicStroke(1.4f));
        Map<Integer, List<Point2D>> alike = new TreeMap<>();
        for (int dot = 0; dot < look.states().size(); dot++) {
            alike.computeIfAbsent(look.states().get(dot), state -> new ArrayList<>())
                    .add(on(pen.plot(), dotPlaces.get(dot)));
        }
        for (List<Point2D> group :
                alike.size() > AutomatonDrawing.MOST_STATES ? List.<List<Point2D>>of() : alike.values()) {
            graphics.draw(DotRing.around(group, RING));
        }
    }

    /** The direction in which h and c of the selected unit grow, from the middle; as long as it lies in the plane. */
    private void drawUnit(PlotPen pen, Palette palette) {
        List<String> names =
                map.visited().part().names(map.visited().experiment().layout());
        List<Point2D> loadings = IntStream.range(0, names.size())
                .mapToObj(number -> place(map.axes().loadings(number)))
                .toList();
        double largest = loadings.stream()
                .mapToDouble(new Point2D.Double()::distance)
                .max()
                .orElse(0);
        Plot plot = pen.plot();
        double scale = UNIT * (plot.across().to() - plot.across().from()) / largest;
        Point2D middle = new Point2D.Double(plot.across().value(0.5), plot.up().value(0.5));
        Map<String, Point2D> ends = new LinkedHashMap<>();
        for (String letter : List.of("h", "c")) {
            int number = look.unit() < 0 || largest == 0 ? -1 : names.indexOf(letter + (look.unit() + 1));
            if (number >= 0) {
                Point2D loading = loadings.get(number);
                Point2D end = new Point2D.Double(
                        middle.getX() + scale * loading.getX(), middle.getY() + scale * loading.getY());
                stroke(pen, middle, end, new LineStyle(palette.accent(), 2, null));
                ends.put(letter + " " + UnitName.of(map.visited().experiment().layout(), look.unit()), on(plot, end));
            }
        }
        pen.graphics().setFont(PictureFont.bold(NAME));
        pen.graphics().setColor(palette.accent());
        drawNames(new Lettering(pen.graphics()), ends);
    }

    /** Names at the ends of lines; one for both where they would lie on one another. */
    private static void drawNames(Lettering lettering, Map<String, Point2D> ends) {
        String both = String.join(", ", ends.keySet());
        List<Point2D> places = List.copyOf(ends.values());
        if (places.size() == 2
                && Math.abs(places.get(0).getX() - places.get(1).getX()) < lettering.width(both) / 2 + 4
                && Math.abs(places.get(0).getY() - places.get(1).getY()) < NAME) {
            write(
                    lettering,
                    both,
                    places.get(places.get(0).getX() < places.get(1).getX() ? 1 : 0));
        } else {
            ends.forEach((name, end) -> write(lettering, name, end));
        }
    }

    private static void write(Lettering lettering, String name, Point2D end) {
        lettering.from(name, end.getX() + 4, end.getY() + 4, lettering.width(name));
    }

    private void drawMark(PlotPen pen, int number, Palette palette) {
        StateMark mark = marks.get(number);
        Point2D place = markPlaces.get(number);
        Point2D way = place(map.axes().reach(mark.direction()));
        pen.stroke(
                place.getX() - way.getX(),
                place.getY() - way.getY(),
                place.getX() + way.getX(),
                place.getY() + way.getY(),
                new LineStyle(palette.text(), 2, null));
        Graphics2D graphics = pen.graphics();
        int kind = mark.kind() == MarkKind.SLOW ? 2 : 0;
        Shape sign = at(on(pen.plot(), place), PlotMarkers.of(kind, DOT + SMALL));
        // It lies among dots, and has to be told from them
        graphics.setColor(palette.background());
        graphics.setStroke(new BasicStroke((float) SMALL));
        graphics.draw(sign);
        graphics.fill(sign);
        graphics.setColor(palette.text());
        graphics.setStroke(new BasicStroke(2));
        if (mark.kind() == MarkKind.STABLE) {
            graphics.fill(sign);
        } else {
            graphics.draw(sign);
        }
        if (mark.kind() == MarkKind.KEEPING) {
            graphics.fill(at(on(pen.plot(), place), PlotMarkers.of(0, SMALL)));
        }
    }

    /** The nearest mark or dot in reach; marks are few, and lie above the dots. */
    @Override
    public Optional<Hit> at(Plot plot, double x, double y) {
        double perPoint =
                (plot.across().to() - plot.across().from()) / plot.area().getWidth();
        Point2D pointer = new Point2D.Double(plot.acrossAt(x), plot.upAt(y));
        int mark = nearest(markPlaces, pointer, REACH * perPoint);
        if (mark >= 0) {
            return Optional.of(new Hit(-1, dots.size() + mark, marks.get(mark).words()));
        }
        int dot = nearest(dotPlaces, pointer, REACH * perPoint);
        return dot < 0 ? Optional.empty() : Optional.of(new Hit(-1, dot, words(dot, perPoint)));
    }

    private static int nearest(List<Point2D> places, Point2D from, double reach) {
        return IntStream.range(0, places.size())
                .filter(place -> places.get(place).distance(from) < reach)
                .boxed()
                .min(Comparator.comparingDouble(place -> places.get(place).distance(from)))
                .orElse(-1);
    }

    /** What a dot is, where it lies, which state of the automaton it is, and how many others lie there too. */
    private String words(int dot, double perPoint) {
        StateDot read = dots.get(dot);
        String kind = read.isTwin() ? ".twin" : map.visited().areTests() ? ".test" : "";
        List<String> words = new ArrayList<>();
        words.add(Message.text(
                "stateMap.spot" + kind,
                read.step().sequence() + 1,
                read.step().number(),
                alphabet.symbol(read.step().fed()),
                alphabet.symbol(read.step().target())));
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
    public String csv() {
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
                .numbers(map.visited().part().names(map.visited().experiment().layout()), map::state)
                .csv();
    }
}
