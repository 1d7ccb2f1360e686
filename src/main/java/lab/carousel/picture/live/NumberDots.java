package lab.carousel.picture.live;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.chart.ChartAxis;
import lab.carousel.drawing.chart.Tick;
import lab.carousel.drawing.colour.Ink;
import lab.carousel.drawing.font.PictureFont;
import lab.carousel.drawing.label.Lettering;
import lab.carousel.drawing.mark.Box;
import lab.carousel.drawing.mark.Ellipse;
import lab.carousel.drawing.mark.Hit;
import lab.carousel.drawing.mark.Marks;
import lab.carousel.drawing.mark.Point;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;
import lab.carousel.text.Table;

/**
 * Numbers that a class has said, as dots over a line, equal ones one over the other; above them how many they are, and their
 * median. Numbers far from all others are only counted: one slip would leave no room for the rest.
 *
 * @param wall what the run on the wall shows, which is marked; empty if it is not to be seen
 */
public record NumberDots(List<Double> numbers, OptionalDouble wall) implements Drawing {

    /** The height that it needs, in points; with up to twice of it all is drawn larger. */
    public static final double HEIGHT = 120;

    private static final double FONT = 14;
    private static final double ROW = 20;
    private static final double MARGIN = 24;
    private static final double DOT = 12;
    private static final double SMALLEST = 6;
    /** So many times the distance of the quartiles beyond them a number is far from all others. */
    private static final double FAR = 3;

    public NumberDots {
        numbers = numbers.stream().filter(Double::isFinite).sorted().toList();
    }

    private double quantile(double share) {
        double place = share * (numbers.size() - 1);
        double low = numbers.get((int) Math.floor(place));
        return low + (place - Math.floor(place)) * (numbers.get((int) Math.ceil(place)) - low);
    }

    /** The numbers that are not far from all others. */
    private List<Double> near() {
        if (numbers.isEmpty()) {
            return numbers;
        }
        double middle = quantile(0.75) - quantile(0.25);
        double reach = FAR * (middle > 0 ? middle : Math.abs(quantile(0.5)));
        return numbers.stream()
                .filter(number -> reach == 0 || (number >= quantile(0.25) - reach && number <= quantile(0.75) + reach))
                .toList();
    }

    private ChartAxis axis(List<Double> near) {
        double[] shown = DoubleStream.concat(near.stream().mapToDouble(number -> number), wall.stream())
                .toArray();
        double from = DoubleStream.of(shown).min().orElse(0);
        double to = DoubleStream.of(shown).max().orElse(1);
        double beside = to > from ? (to - from) / 20 : Math.max(Math.abs(to) / 2, 1e-9);
        return ChartAxis.linear("", from - beside, to + beside);
    }

    /** Such as: 23 numbers, median 0.07, from 0.01 to 0.9, 1 of them far away; on the wall 0.0693. */
    public String words() {
        if (numbers.isEmpty()) {
            return Message.text("class.numbers.none");
        }
        return Stream.of(
                        Optional.of(Message.text(
                                "class.numbers",
                                numbers.size(),
                                number(quantile(0.5)),
                                number(numbers.get(0)),
                                number(numbers.get(numbers.size() - 1)))),
                        Optional.of(numbers.size() - near().size())
                                .filter(far -> far > 0)
                                .map(far -> Message.text("class.numbers.far", far)),
                        wall.stream().boxed().findFirst().map(NumberDots::onWall))
                .flatMap(Optional::stream)
                .reduce((first, then) -> first + "; " + then)
                .orElseThrow();
    }

    private static String onWall(double value) {
        return Message.text("class.numbers.wall", number(value));
    }

    private static String number(double value) {
        return NumberText.upToFourDecimals(value);
    }

    /** A dot, in points. */
    private record Dot(Point middle, double size, double number) {}

    private static double scale(double height) {
        return Math.max(1, Math.min(2, height / HEIGHT));
    }

    private List<Dot> dots(double width, double height) {
        List<Double> near = near();
        ChartAxis axis = axis(near);
        double room = height - 3 * ROW;
        double size = DOT;
        while (size > SMALLEST && highest(near, axis, width, size) * size > room) {
            size--;
        }
        double above = Math.min(size, room / Math.max(1, highest(near, axis, width, size)));
        List<Dot> dots = new ArrayList<>();
        long column = Long.MIN_VALUE;
        int below = 0;
        for (double number : near) {
            double x = x(axis, number, width);
            below = column == column(x, size) ? below + 1 : 0;
            column = column(x, size);
            Point middle = new Point((column + 0.5) * size, height - ROW - size / 2 - below * above);
            dots.add(new Dot(middle, size, number));
        }
        return dots;
    }

    private static long column(double x, double size) {
        return (long) Math.floor(x / size);
    }

    private static long highest(List<Double> near, ChartAxis axis, double width, double size) {
        return near.stream()
                .map(number -> column(x(axis, number, width), size))
                .collect(Collectors.groupingBy(each -> each, Collectors.counting()))
                .values()
                .stream()
                .max(Comparator.naturalOrder())
                .orElse(0L);
    }

    private static double x(ChartAxis axis, double number, double width) {
        return MARGIN + axis.share(number) * (width - 2 * MARGIN);
    }

    @Override
    public void draw(Marks marks, double width, double height) {
        double scale = scale(height);
        marks.begin(0, 0, scale);
        drawInPoints(marks, width / scale, height / scale);
        marks.end();
    }

    private void drawInPoints(Marks marks, double width, double height) {
        Lettering lettering = new Lettering(marks);
        marks.font(PictureFont.regular(FONT));
        marks.ink(Ink.TEXT);
        int far = numbers.size() - near().size();
        lettering.from(
                numbers.isEmpty()
                        ? words()
                        : Message.text("class.numbers.short", numbers.size(), number(quantile(0.5)), far),
                0,
                ROW - 6,
                width);
        double line = height - ROW;
        ChartAxis axis = axis(near());
        marks.ink(Ink.MUTED);
        marks.line(MARGIN, line, width - MARGIN, line);
        for (Tick tick : axis.ticksAcross(width - 2 * MARGIN)) {
            double x = x(axis, tick.value(), width);
            marks.line(x, line, x, line + 4);
            lettering.around(tick.label(), x, height - 3, 2 * MARGIN);
        }
        wall.ifPresent(value -> {
            double x = x(axis, value, width);
            marks.ink(Ink.RIGHT);
            marks.fill(new Box(x - 1, 2 * ROW - 4, 2, line - 2 * ROW + 4));
            marks.font(PictureFont.bold(FONT));
            String words = onWall(value);
            double half = lettering.width(words) / 2;
            lettering.around(words, Math.max(half, Math.min(width - half, x)), 2 * ROW - 8, width);
        });
        marks.ink(Ink.ACCENT);
        List<Dot> dots = dots(width, height);
        for (Dot dot : dots) {
            marks.fill(Ellipse.circle(dot.middle.x(), dot.middle.y() - 0.5, dot.size - 1));
        }
        marks.spots(new Box(0, 0, width, height), place -> dots.stream()
                .filter(dot -> dot.middle.distance(place) <= dot.size)
                .min(Comparator.comparingDouble(dot -> dot.middle.distance(place)))
                .map(dot -> new Hit(-1, -1, number(dot.number))));
    }

    @Override
    public Table<?> table() {
        return Table.of(numbers).column("number", number -> number);
    }
}
