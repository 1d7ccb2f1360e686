package lab.carousel.drawing.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.label.Lettering;
import lab.carousel.drawing.label.PictureFont;

/**
 * Words in a plot beside what they name: at the ends of lines, pushed apart, and on levels, where they cover no line and no
 * other words. Written after the lines.
 */
public final class PlotWords {

    /** Of a line of words, in points. */
    private static final double ROW = 15;

    private static final double SAMPLE = 12;
    private static final double GAP = 4;
    private static final double ASIDE = 3;
    /** Between a dot and the words above it. */
    private static final double POLE = 20;
    /** Between the words of a level and another level, which they would else seem to name. */
    private static final double CLEAR = 5;
    /** Levels so near to one another are one line to the eye. */
    private static final double SAME = 3;

    private static final double DOT = 9;
    /** Distances at which it is looked whether a line passes, in points. */
    private static final double PACE = 4;

    private static final int TURNS = 40;
    private static final int VEIL = 215;

    private final Graphics2D graphics;
    private final Plot plot;
    private final double right;
    private final Palette palette;
    private final Rectangle2D area;
    private final Lettering lettering;
    private final List<Rectangle2D> taken = new ArrayList<>();
    private final List<ReducedLine> lines = new ArrayList<>();
    private final double[] levels;

    /**
     * Words of a plot.
     *
     * @param right how far the names of lines may reach, in points
     * @param levels all that are drawn: the name of one stands at no other
     */
    public PlotWords(Graphics2D graphics, Plot plot, double right, Palette palette, double... levels) {
        this.graphics = graphics;
        this.plot = plot;
        this.right = right;
        this.palette = palette;
        this.levels = levels;
        this.area = plot.area();
        graphics.setFont(PictureFont.regular(Plot.FONT));
        this.lettering = new Lettering(graphics);
    }

    /** The room that names at the ends of lines take beside a plot, in points. */
    public static double beside(Stream<String> names) {
        var metrics = PictureFont.metrics(PictureFont.regular(Plot.FONT));
        return names.mapToDouble(metrics::stringWidth).max().orElse(0) + SAMPLE + 3 * GAP;
    }

    public void keepOff(Rectangle2D room) {
        taken.add(room);
    }

    public void keepOff(ReducedLine line) {
        lines.add(line);
    }

    /** Names lines at their ends, as many as have room one below the other; ends that are not shown have no name. */
    public void ends(List<LineEnd> ends) {
        List<LineEnd> named = ends.stream()
                .filter(end -> plot.x(end.x()) >= area.getMinX() && Double.isFinite(end.y()))
                .limit(Math.max(1, (int) (area.getHeight() / ROW)))
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
        double left = Math.min(plot.x(end.x()), area.getMaxX()) + SAMPLE + 2 * GAP;
        return taken.stream()
                .filter(room -> room.getMinY() <= area.getMinY()
                        && room.getMinX() <= left + lettering.width(end.name())
                        && room.getMaxX() >= left)
                .mapToDouble(room -> room.getMaxY() + ROW / 2)
                .max()
                .orElse(area.getMinY());
    }

    private void end(LineEnd end, double middle) {
        double x = Math.min(plot.x(end.x()), area.getMaxX());
        double width = lettering.width(end.name());
        double left = Math.min(x + SAMPLE + 2 * GAP, right - width);
        veil(left, middle - ROW / 2, width);
        write(end.name(), left, middle - ROW / 2, palette.text());
        if (end.style() != null) {
            end.style().sample().apply(graphics);
            graphics.draw(new Line2D.Double(x + GAP / 2, inside(plot.y(end.y())), left - GAP, middle));
        }
    }

    private double inside(double y) {
        return Math.max(area.getMinY(), Math.min(area.getMaxY(), y));
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
                heights[place] = Math.max(top, Math.min(inside(heights[place]), area.getMaxY() - ROW / 2));
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
        return plot.includes(area.getMinX(), y) && across(tops, wordings);
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
            double left = area.getMinX() + ASIDE;
            double end = area.getMaxX() - ASIDE - width;
            List<Point2D> places = tops.stream()
                    .flatMap(top -> Stream.of(left, end, (left + end) / 2).map(x -> point(x, top)))
                    .toList();
            Optional<Point2D> at = free(places, width, ROW);
            if (at.isPresent()) {
                write(words, at.get().getX(), at.get().getY(), palette.muted());
                return true;
            }
        }
        return false;
    }

    /** Names an upright line, at its top if there is room. */
    public void joint(String words, double x) {
        double width = lettering.width(words);
        double at = plot.x(x);
        List<Point2D> places = Stream.of(area.getMinY(), area.getCenterY(), area.getMaxY() - ROW)
                .flatMap(top -> Stream.of(at + GAP, at - GAP - width).map(left -> point(left, top)))
                .toList();
        if (plot.includes(at, area.getMinY())) {
            free(places, width, ROW).ifPresent(place -> write(words, place.getX(), place.getY(), palette.muted()));
        }
    }

    /**
     * A dot with a flag: words above it, inside the plot, where no line is.
     *
     * @param wordings rows of words, the same in ever fewer words; the first that fit
     */
    public void flag(double x, double y, List<List<String>> wordings, Color colour) {
        double pointX = plot.x(x);
        double pointY = plot.y(y);
        if (!plot.includes(pointX, pointY)) {
            return;
        }
        graphics.setFont(PictureFont.bold(Plot.FONT));
        List<String> words = wordings.stream()
                .filter(rows -> width(rows) <= area.getWidth() - 2 * GAP)
                .findFirst()
                .orElse(wordings.get(wordings.size() - 1));
        double width = width(words);
        double height = words.size() * ROW;
        double left = Math.max(area.getMinX() + GAP, Math.min(pointX + ASIDE, area.getMaxX() - width - GAP));
        List<Point2D> places = new ArrayList<>();
        for (double top = pointY - POLE - height; top >= area.getMinY(); top -= PACE) {
            places.add(point(left, top));
        }
        double top =
                free(places, width, height).map(Point2D::getY).orElse(Math.max(area.getMinY(), pointY - POLE - height));
        graphics.setColor(colour);
        graphics.setStroke(new BasicStroke(1.4f));
        graphics.draw(new Line2D.Double(pointX, pointY, pointX, top + (left > pointX ? 0 : height)));
        graphics.fill(new Ellipse2D.Double(pointX - DOT / 2, pointY - DOT / 2, DOT, DOT));
        for (int row = 0; row < words.size(); row++) {
            veil(left, top + row * ROW, width);
            write(words.get(row), left, top + row * ROW, colour);
        }
        graphics.setFont(PictureFont.regular(Plot.FONT));
    }

    private double width(List<String> rows) {
        return rows.stream().mapToDouble(new Lettering(graphics)::width).max().orElse(0);
    }

    private static Point2D point(double x, double y) {
        return new Point2D.Double(x, y);
    }

    /** The first place where words of a size cover nothing. */
    private Optional<Point2D> free(List<Point2D> places, double width, double height) {
        return places.stream()
                .filter(at -> isFree(new Rectangle2D.Double(at.getX(), at.getY(), width, height)))
                .findFirst();
    }

    private boolean isFree(Rectangle2D room) {
        return room.getMinX() >= area.getMinX()
                && room.getMaxX() <= area.getMaxX()
                && room.getMinY() >= area.getMinY() - 1
                && room.getMaxY() <= area.getMaxY() + 1
                && taken.stream().noneMatch(room::intersects)
                && lines.stream().noneMatch(line -> passes(line, room));
    }

    private boolean passes(ReducedLine line, Rectangle2D room) {
        double[] x = line.x();
        if (x.length == 0) {
            return false;
        }
        double end = Math.min(room.getMaxX(), plot.x(x[x.length - 1]));
        for (double at = room.getMinX(); at <= end; at += PACE) {
            double y = plot.y(line.y()[Plot.nearest(x.length, point -> x[point], plot.acrossAt(at))]);
            if (y > room.getMinY() - 2 && y < room.getMaxY() + 2) {
                return true;
            }
        }
        return false;
    }

    /** Dims what lies under a row of words. */
    private void veil(double left, double top, double width) {
        graphics.setColor(PlotPen.veiled(palette.background(), VEIL));
        graphics.fill(new Rectangle2D.Double(left - 1, top + 1, width + 2, ROW - 2));
    }

    private void write(String words, double left, double top, Color colour) {
        Lettering letters = new Lettering(graphics);
        graphics.setColor(colour);
        letters.from(words, left, top + Plot.FONT - 1, Double.POSITIVE_INFINITY);
        taken.add(new Rectangle2D.Double(left, top, letters.width(words), ROW));
    }
}
