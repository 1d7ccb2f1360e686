package lab.carousel.picture.map;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import lab.carousel.text.NumberText;
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

    private final StateMap map;
    private final MapLook look;
    private final List<StateMark> marks;
    private final int beyond;
    private final List<StateDot> dots;
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
        this.beyond = marks.size() - this.marks.size();
        dots = map.visited().dots();
        alphabet = map.visited().experiment().task().alphabet();
        colours = DotColours.of(look.colour(), dots, alphabet);
        legend = legend(map.visited().areTests());
        across = axis(look.plane().across());
        up = axis(look.plane().up());
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

    @Override
    public ChartAxis across() {
        return across;
    }

    @Override
    public ChartAxis up(double height) {
        return up;
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
                        .allMatch(axis ->
                                at(place, axis) >= map.low(axis) - reach && at(place, axis) <= map.high(axis) + reach);
    }

    private double width(int axis) {
        return map.high(axis) - map.low(axis);
    }

    private ChartAxis axis(int axis) {
        double low = map.low(axis);
        double high = map.high(axis);
        for (StateMark mark : marks) {
            double place = at(map.axes().coordinates(mark.state()), axis);
            low = Math.min(low, place);
            high = Math.max(high, place);
        }
        String label = axis < map.axes().count()
                ? Message.text("stateMap.axis", axis + 1, NumberText.percent(map.share(axis)))
                : "";
        return widened(ChartAxis.linear(label, low, high), low, high, (1 + 2 * MARGIN) * (high - low));
    }

    /** The same axis around the same middle, so wide. */
    private static ChartAxis widened(ChartAxis axis, double low, double high, double width) {
        double wide = width > 0 ? width : 1;
        double middle = (low + high) / 2;
        return ChartAxis.linear(axis.label(), middle - wide / 2, middle + wide / 2);
    }

    /** The axes with the same scale: the one that would be seen larger is widened. */
    @Override
    public Plot plot(double width, double height) {
        Plot plot = Chart.super.plot(width, height);
        Rectangle2D area = plot.area();
        double perPoint =
                Math.max((across.to() - across.from()) / area.getWidth(), (up.to() - up.from()) / area.getHeight());
        return Plot.within(
                new Rectangle2D.Double(
                        0, area.getMinY() - Plot.FONT / 2, width, height - area.getMinY() + Plot.FONT / 2),
                widened(across, across.from(), across.to(), perPoint * area.getWidth()),
                widened(up, up.from(), up.to(), perPoint * area.getHeight()));
    }

    @Override
    public Legend legend(double width, double height) {
        return legend;
    }

    @Override
    public void draw(PlotPen pen, Palette palette) {
        drawArrows(pen, palette);
        drawUnit(pen, palette);
        marks.stream().filter(mark -> mark.kind() == StateMark.Kind.RING).forEach(mark -> drawMark(pen, mark, palette));
        drawDots(pen, palette);
        marks.stream().filter(mark -> mark.kind() != StateMark.Kind.RING).forEach(mark -> drawMark(pen, mark, palette));
    }

    private double x(int dot) {
        return map.coordinate(dot, look.plane().across());
    }

    private double y(int dot) {
        return map.coordinate(dot, look.plane().up());
    }

    private static double at(double[] point, int axis) {
        return axis < point.length ? point[axis] : 0;
    }

    private void drawArrows(PlotPen pen, Palette palette) {
        boolean isFew = dots.size() <= MOST_ARROWS;
        LineStyle style = isFew
                ? new LineStyle(palette.muted(), 1, null)
                : new LineStyle(PlotPen.veiled(palette.muted(), FAINT), 0.6, null);
        LineStyle bold = new LineStyle(palette.text(), 1.6, null);
        double[] start = map.start();
        for (int dot = 0; dot < dots.size(); dot++) {
            StateDot to = dots.get(dot);
            if (!to.hasBefore() && !map.visited().startsAtZero()) {
                continue;
            }
            double fromX =
                    to.hasBefore() ? x(to.before()) : at(start, look.plane().across());
            double fromY =
                    to.hasBefore() ? y(to.before()) : at(start, look.plane().up());
            LineStyle own = isSelectedSequence(to) ? bold : style;
            pen.stroke(fromX, fromY, x(dot), y(dot), own);
            if (isFew) {
                drawHead(pen, fromX, fromY, dot, own.colour());
            }
        }
        if (map.visited().startsAtZero()) {
            drawStart(pen, start, palette);
        }
    }

    private boolean isSelectedSequence(StateDot dot) {
        return !map.visited().areTests()
                && look.selected()
                        .filter(step -> step.sequence() == dot.step().sequence())
                        .isPresent();
    }

    /** The head of an arrow, and the symbol that was fed beside its middle. */
    private void drawHead(PlotPen pen, double fromX, double fromY, int dot, Color colour) {
        Plot plot = pen.plot();
        double right = plot.x(x(dot)) - plot.x(fromX);
        double down = plot.y(y(dot)) - plot.y(fromY);
        double length = Math.hypot(right, down);
        if (length < DOT + HEAD) {
            return;
        }
        double unitX = right / length;
        double unitY = down / length;
        double tipX = plot.x(x(dot)) - unitX * DOT / 2;
        double tipY = plot.y(y(dot)) - unitY * DOT / 2;
        Path2D head = new Path2D.Double();
        head.moveTo(tipX, tipY);
        head.lineTo(tipX - HEAD * unitX - HEAD / 2 * unitY, tipY - HEAD * unitY + HEAD / 2 * unitX);
        head.lineTo(tipX - HEAD * unitX + HEAD / 2 * unitY, tipY - HEAD * unitY - HEAD / 2 * unitX);
        head.closePath();
        Graphics2D graphics = pen.graphics();
        graphics.setColor(colour);
        graphics.fill(head);
        graphics.setFont(PictureFont.regular(11));
        new Lettering(graphics)
                .around(
                        alphabet.symbol(dots.get(dot).step().input()),
                        (plot.x(fromX) + tipX) / 2 - 8 * unitY,
                        (plot.y(fromY) + tipY) / 2 + 8 * unitX + 4,
                        length);
    }

    private void drawStart(PlotPen pen, double[] start, Palette palette) {
        double x = pen.plot().x(at(start, look.plane().across()));
        double y = pen.plot().y(at(start, look.plane().up()));
        Graphics2D graphics = pen.graphics();
        graphics.setColor(palette.muted());
        graphics.setStroke(new BasicStroke(2));
        graphics.draw(new Line2D.Double(x - DOT / 2, y, x + DOT / 2, y));
        graphics.draw(new Line2D.Double(x, y - DOT / 2, x, y + DOT / 2));
    }

    private void drawDots(PlotPen pen, Palette palette) {
        double size = dots.size() <= FEW_DOTS ? DOT : SMALL;
        Plot plot = pen.plot();
        Graphics2D graphics = pen.graphics();
        graphics.setStroke(new BasicStroke(1.4f));
        for (int dot = 0; dot < dots.size(); dot++) {
            Shape sign = AffineTransform.getTranslateInstance(plot.x(x(dot)), plot.y(y(dot)))
                    .createTransformedShape(colours.sign(dot, size));
            graphics.setColor(colours.colour(dot, palette));
            if (dots.get(dot).isTwin()) {
                graphics.draw(sign);
            } else {
                graphics.fill(sign);
            }
        }
        graphics.setColor(palette.accent());
        graphics.setStroke(new BasicStroke(2.5f));
        for (int dot = 0; dot < dots.size(); dot++) {
            if (!map.visited().areTests()
                    && look.selected().equals(Optional.of(dots.get(dot).step()))) {
                graphics.draw(circle(plot.x(x(dot)), plot.y(y(dot)), RING));
            }
        }
    }

    private static Shape circle(double x, double y, double size) {
        return new Ellipse2D.Double(x - size / 2, y - size / 2, size, size);
    }

    /** The direction in which h and c of the selected unit grow, from the middle; as long as it lies in the plane. */
    private void drawUnit(PlotPen pen, Palette palette) {
        List<String> names =
                map.visited().part().names(map.visited().experiment().layout());
        double largest = IntStream.range(0, names.size())
                .mapToDouble(this::inPlane)
                .max()
                .orElse(0);
        Plot plot = pen.plot();
        double scale = UNIT * (plot.across().to() - plot.across().from()) / largest;
        for (String letter : List.of("h", "c")) {
            int number = look.unit() < 0 ? -1 : names.indexOf(letter + (look.unit() + 1));
            if (number < 0 || largest == 0) {
                continue;
            }
            double x = (plot.across().from() + plot.across().to()) / 2;
            double y = (plot.up().from() + plot.up().to()) / 2;
            double toX = x + scale * loading(look.plane().across(), number);
            double toY = y + scale * loading(look.plane().up(), number);
            pen.stroke(x, y, toX, toY, new LineStyle(palette.accent(), 2, null));
            Graphics2D graphics = pen.graphics();
            graphics.setFont(PictureFont.bold(12));
            graphics.setColor(palette.accent());
            String name = letter + " " + UnitName.of(map.visited().experiment().layout(), look.unit());
            new Lettering(graphics)
                    .from(name, plot.x(toX) + 4, plot.y(toY) + (letter.equals("h") ? -4 : 12), REACH * DOT);
        }
    }

    private double inPlane(int number) {
        return Math.hypot(
                loading(look.plane().across(), number), loading(look.plane().up(), number));
    }

    private double loading(int axis, int number) {
        return axis < map.axes().count() ? map.axes().loading(axis, number) : 0;
    }

    private void drawMark(PlotPen pen, StateMark mark, Palette palette) {
        double[] place = map.axes().coordinates(mark.state());
        double x = at(place, look.plane().across());
        double y = at(place, look.plane().up());
        if (mark.direction().length > 0) {
            double right = along(mark.direction(), look.plane().across());
            double upwards = along(mark.direction(), look.plane().up());
            pen.stroke(x - right, y - upwards, x + right, y + upwards, new LineStyle(palette.text(), 2, null));
        }
        double middleX = pen.plot().x(x);
        double middleY = pen.plot().y(y);
        Graphics2D graphics = pen.graphics();
        boolean isRing = mark.kind() == StateMark.Kind.RING;
        Shape sign = mark.kind() == StateMark.Kind.SLOW
                ? AffineTransform.getTranslateInstance(middleX, middleY)
                        .createTransformedShape(PlotMarkers.of(2, DOT + SMALL))
                : circle(middleX, middleY, isRing ? RING + SMALL : DOT + SMALL);
        if (!isRing) {
            // It lies among dots, and has to be told from them
            graphics.setColor(palette.background());
            graphics.setStroke(new BasicStroke((float) SMALL));
            graphics.draw(sign);
            graphics.fill(sign);
        }
        graphics.setColor(isRing ? palette.accent() : palette.text());
        graphics.setStroke(new BasicStroke(2));
        if (mark.kind() == StateMark.Kind.STABLE) {
            graphics.fill(sign);
        } else {
            graphics.draw(sign);
        }
    }

    private double along(double[] direction, int axis) {
        double sum = 0;
        for (int number = 0; number < direction.length; number++) {
            sum += loading(axis, number) * direction[number];
        }
        return sum;
    }

    /** The nearest mark or dot in reach; marks are few, and lie above the dots. */
    @Override
    public Optional<Hit> at(Plot plot, double x, double y) {
        double perPoint =
                (plot.across().to() - plot.across().from()) / plot.area().getWidth();
        double placeX = plot.acrossAt(x);
        double placeY = plot.upAt(y);
        double nearest = REACH * perPoint;
        int found = -1;
        for (int mark = 0; mark < marks.size(); mark++) {
            double[] place = map.axes().coordinates(marks.get(mark).state());
            double far = Math.hypot(
                    at(place, look.plane().across()) - placeX,
                    at(place, look.plane().up()) - placeY);
            if (far < nearest && marks.get(mark).kind() != StateMark.Kind.RING) {
                nearest = far;
                found = mark;
            }
        }
        if (found >= 0) {
            return Optional.of(new Hit(-1, dots.size() + found, marks.get(found).words()));
        }
        for (int dot = 0; dot < dots.size(); dot++) {
            double right = x(dot) - placeX;
            double above = y(dot) - placeY;
            if (Math.abs(right) < nearest && Math.abs(above) < nearest && Math.hypot(right, above) < nearest) {
                nearest = Math.hypot(right, above);
                found = dot;
            }
        }
        return found < 0 ? Optional.empty() : Optional.of(new Hit(-1, found, words(found, perPoint)));
    }

    /** What a dot is, where it lies, what ring it is in, and how many others lie there too. */
    private String words(int dot, double perPoint) {
        StateDot read = dots.get(dot);
        String which = Message.text(
                read.isTwin()
                        ? "stateMap.spot.twin"
                        : map.visited().areTests() ? "stateMap.spot.test" : "stateMap.spot",
                read.step().sequence() + 1,
                read.step().number(),
                alphabet.symbol(read.step().input()),
                alphabet.symbol(read.step().target()));
        StringBuilder words = new StringBuilder(which);
        for (int axis = 0; axis < map.axes().count(); axis++) {
            words.append('\n').append(Message.text("stateMap.spot.number", axis + 1, map.coordinate(dot, axis)));
        }
        for (StateMark mark : marks) {
            if (mark.kind() == StateMark.Kind.RING && isIn(mark, dot, perPoint)) {
                words.append('\n').append(mark.words());
            }
        }
        long others = IntStream.range(0, dots.size())
                        .filter(other -> Math.hypot(x(other) - x(dot), y(other) - y(dot)) < 2 * perPoint)
                        .count()
                - 1;
        if (others > 0) {
            words.append('\n').append(Message.text("stateMap.spot.others", others));
        }
        return words.toString();
    }

    private boolean isIn(StateMark mark, int dot, double perPoint) {
        double[] place = map.axes().coordinates(mark.state());
        return Math.hypot(
                        at(place, look.plane().across()) - x(dot),
                        at(place, look.plane().up()) - y(dot))
                < RING / 2 * perPoint;
    }

    /** A line for each dot: where it comes from, where it lies along the axes, and its state. */
    @Override
    public String csv() {
        Table<Integer> table = Table.ofPlaces(dots.size())
                .column("sequence", dot -> dots.get(dot).step().sequence() + 1)
                .column("step", dot -> dots.get(dot).step().number())
                .column("symbol", dot -> alphabet.symbol(dots.get(dot).step().input()));
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
