package lab.carousel.drawing.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lab.carousel.drawing.colour.Ink;
import lab.carousel.drawing.font.PictureFont;
import lab.carousel.drawing.label.Lettering;
import lab.carousel.drawing.mark.Box;
import lab.carousel.drawing.mark.Ellipse;
import lab.carousel.drawing.mark.Marks;
import lab.carousel.drawing.mark.Point;

/**
 * Words in a plot beside what they name: at the ends of lines, pushed apart, and on levels, where they cover no line and no
 * other words. Written after the lines.
 */
public final class PlotWords {

    /** Of a line of words, in points. */
    private static final double ROW = 15;

    /** From the end of a line to a piece of it before its name: so wide, the first half of it a thin line that leads there. */
    private static final double SAMPLE = 16;

    private static final double LEADER = 0.8;
    private static final double GAP = 4;
    private static final double ASIDE = 3;
    /** Between a dot and the words above it. */
    private static final double POLE = 20;
    /** Between the words of a level and another level, which they would else seem to name. */
    private static final double CLEAR = 5;
    /** Levels so near to one another are one line to the eye. */
    private static final double SAME = 3;

    private static final double DOT = 9;
    /** From one place of a flag to the next higher one, in points. */
    private static final double PACE = 4;

    private static final int TURNS = 40;
    private static final int VEIL = 215;

    private final Marks marks;
    private final Plot plot;
    private final double right;
    private final Box area;
    private final Lettering lettering;
    private final List<Box> taken = new ArrayList<>();
    private final List<ReducedLine> lines = new ArrayList<>();
    private final double[] levels;

    /**
     * Words of a plot.
     *
     * @param right how far the names of lines may reach, in points
     * @param levels all that are drawn: the name of one stands at no other
     */
    public PlotWords(Marks marks, Plot plot, double right, double... levels) {
        this.marks = marks;
        this.plot = plot;
        this.right = right;
        this.levels = levels;
        this.area = plot.area();
        marks.font(PictureFont.regular(Plot.FONT));
        this.lettering = new Lettering(marks);
    }

    /** The room that names at the ends of lines take beside a plot, in points. */
    public static double beside(Stream<String> names) {
        var metrics = PictureFont.regular(Plot.FONT);
        return names.mapToDouble(metrics::width).max().orElse(0) + SAMPLE + 3 * GAP;
    }

    public void keepOff(Box room) {
        taken.add(room);
    }

    public void keepOff(ReducedLine line) {
        lines.add(line);
    }

    /** Names lines at their ends, as many as have room one below the other; ends that are not shown have no name. */
    public void ends(List<LineEnd> ends) {
        List<LineEnd> named = ends.stream()
                .filter(end -> plot.x(end.x()) >= area.x() && Double.isFinite(end.y()))
                .limit(Math.max(1, (int) (area.height() / ROW)))
                .sorted(Comparator.comparingDouble(end -> plot.y(end.y())))
                .toList();
        double top = named.stream().mapToDouble(this::highest).max().orElse(0);
        double[] middles =
                apart(named.stream().mapToDouble(end -> inside(plot.y(end.y()))).toArray(), top);
        for (int place = 0; place < named.size(); place++) {
            end(named.get(place), middles[place]);
        }
    }

    /** How far up a name can stand: below what words are kept off in the corner above it. */
    private double highest(LineEnd end) {
        double left = Math.min(plot.x(end.x()), area.right()) + SAMPLE + 2 * GAP;
        return taken.stream()
                .filter(room ->
                        room.y() <= area.y() && room.x() <= left + lettering.width(end.name()) && room.right() >= left)
                .mapToDouble(room -> room.bottom() + ROW / 2)
                .max()
                .orElse(area.y());
    }

    private void end(LineEnd end, double middle) {
        double x = Math.min(plot.x(end.x()), area.right());
        double width = lettering.width(end.name());
        double left = Math.min(x + SAMPLE + 2 * GAP, right - width);
        veil(left, middle - ROW / 2, width);
        write(end.name(), left, middle - ROW / 2, Ink.TEXT);
        if (end.style() != null) {
            marks.ink(Ink.MUTED);
            marks.stroke(LEADER);
            marks.line(x + GAP / 2, inside(plot.y(end.y())), x + SAMPLE / 2, middle);
            end.style().sample().apply(marks);
            marks.line(x + SAMPLE / 2, middle, left - GAP, middle);
        }
    }

    private double inside(double y) {
        return Math.max(area.y(), Math.min(area.bottom(), y));
    }

    /** Heights from above, moved as little as needed to be a row apart, and inside the plot, below a top and above the axis. */
    private double[] apart(double[] wanted, double top) {
        double[] heights = wanted.clone();
        for (int turn = 0; turn < TURNS; turn++) {
            for (int place = 1; place < heights.length; place++) {
                double missing = ROW - (heights[place] - heights[place - 1]);
                if (missing > 0) {
                    heights[place - 1] -= missing / 2;
                    heights[place] += missing / 2;
                }
            }
            for (int place = 0; place < heights.length; place++) {
                heights[place] = Math.max(top, Math.min(inside(heights[place]), area.bottom() - ROW / 2));
            }
        }
        return heights;
    }

    /**
     * Names a level on its line, at the left if there is room.
     *
     * @param wordings the same in ever fewer words
     * @return whether there was room
     */
    public boolean level(double value, String... wordings) {
        double y = plot.y(value);
        List<Double> tops =
                Stream.of(y - ROW - 1, y + 2).filter(top -> isClear(top, y)).toList();
        return plot.includes(area.x(), y) && across(tops, wordings);
    }

    /** Whether no other level is near a row of words. */
    private boolean isClear(double top, double own) {
        return Arrays.stream(levels)
                .map(plot::y)
                .filter(other -> !(Math.abs(other - own) <= SAME))
                .noneMatch(other -> other > top - CLEAR && other < top + ROW + CLEAR);
    }

    /** Writes words into a zone, if they have room there. */
    public void zone(double from, double to, String... wordings) {
        double top = inside(plot.y(to));
        double bottom = inside(plot.y(from));
        if (bottom - top >= ROW) {
            List<Double> tops = Stream.of((top + bottom - ROW) / 2, bottom - ROW - 1, top + 2)
                    .filter(each -> isClear(each, top))
                    .toList();
            across(tops, wordings);
        }
    }

    /** Writes the first words that are free at one of some heights: at the left, at the right, or between. */
    private boolean across(List<Double> tops, String... wordings) {
        for (String words : wordings) {
            double width = lettering.width(words);
            double left = area.x() + ASIDE;
            double end = area.right() - ASIDE - width;
            List<Point> places = tops.stream()
                    .flatMap(top -> Stream.of(left, end, (left + end) / 2).map(x -> point(x, top)))
                    .toList();
            Optional<Point> at = free(places, width, ROW);
            if (at.isPresent()) {
                write(words, at.get().x(), at.get().y(), Ink.MUTED);
                return true;
            }
        }
        return false;
    }

    /** Names an upright line, at its top if there is room. */
    public void joint(String words, double x) {
        double width = lettering.width(words);
        double at = plot.x(x);
        List<Point> places = Stream.of(area.y(), area.middleY(), area.bottom() - ROW)
                .flatMap(top -> Stream.of(at + GAP, at - GAP - width).map(left -> point(left, top)))
                .toList();
        if (plot.includes(at, area.y())) {
            free(places, width, ROW).ifPresent(place -> write(words, place.x(), place.y(), Ink.MUTED));
        }
    }

    /**
     * A dot with a flag: words above it, inside the plot, where no line is.
     *
     * @param wordings rows of words, the same in ever fewer words; the first that fit
     */
    public void flag(double x, double y, List<List<String>> wordings, Ink colour) {
        double pointX = plot.x(x);
        double pointY = plot.y(y);
        if (!plot.includes(pointX, pointY)) {
            return;
        }
        marks.font(PictureFont.bold(Plot.FONT));
        List<String> words = wordings.stream()
                .filter(rows -> width(rows) <= area.width() - 2 * GAP)
                .findFirst()
                .orElse(wordings.get(wordings.size() - 1));
        double width = width(words);
        double height = words.size() * ROW;
        double left = Math.max(area.x() + GAP, Math.min(pointX + ASIDE, area.right() - width - GAP));
        List<Point> places = new ArrayList<>();
        for (double top = pointY - POLE - height; top >= area.y(); top -= PACE) {
            places.add(point(left, top));
        }
        double top = free(places, width, height).map(Point::y).orElse(Math.max(area.y(), pointY - POLE - height));
        marks.ink(colour);
        marks.stroke(1.4);
        marks.line(pointX, pointY, pointX, top + (left > pointX ? 0 : height));
        marks.fill(new Ellipse(new Box(pointX - DOT / 2, pointY - DOT / 2, DOT, DOT)));
        for (int row = 0; row < words.size(); row++) {
            veil(left, top + row * ROW, width);
            write(words.get(row), left, top + row * ROW, colour);
        }
        marks.font(PictureFont.regular(Plot.FONT));
    }

    private double width(List<String> rows) {
        return rows.stream().mapToDouble(new Lettering(marks)::width).max().orElse(0);
    }

    private static Point point(double x, double y) {
        return new Point(x, y);
    }

    /** The first place where words of a size cover nothing. */
    private Optional<Point> free(List<Point> places, double width, double height) {
        return places.stream()
                .filter(at -> isFree(new Box(at.x(), at.y(), width, height)))
                .findFirst();
    }

    private boolean isFree(Box room) {
        return room.x() >= area.x()
                && room.right() <= area.right()
                && room.y() >= area.y() - 1
                && room.bottom() <= area.bottom() + 1
                && taken.stream().noneMatch(room::intersects)
                && lines.stream().noneMatch(line -> passes(line, room));
    }

    private boolean passes(ReducedLine line, Box room) {
        double[] x = line.x();
        for (int point = 0; point < x.length; point++) {
            int next = Math.min(point + 1, x.length - 1);
            double from = plot.x(x[point]);
            double to = Math.max(from + 1, plot.x(x[next])); // what is upright leans a little
            double start = Math.max(from, room.x());
            double end = Math.min(to, room.right());
            double y = plot.y(line.y()[point]);
            double slope = (plot.y(line.y()[next]) - y) / (to - from);
            double one = y + slope * (start - from);
            double other = y + slope * (end - from);
            if (start <= end && Math.max(one, other) > room.y() - 2 && Math.min(one, other) < room.bottom() + 2) {
                return true;
            }
        }
        return false;
    }

    /** Dims what lies under a row of words. */
    private void veil(double left, double top, double width) {
        marks.ink(Ink.BACKGROUND.veiled(VEIL));
        marks.fill(new Box(left - 1, top + 1, width + 2, ROW - 2));
    }

    private void write(String words, double left, double top, Ink colour) {
        Lettering letters = new Lettering(marks);
        marks.ink(colour);
        letters.from(words, left, top + Plot.FONT - 1, Double.POSITIVE_INFINITY);
        taken.add(new Box(left, top, letters.width(words), ROW));
    }
}
