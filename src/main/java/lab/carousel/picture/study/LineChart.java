package lab.carousel.picture.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.drawing.chart.ChartAxis;
import lab.carousel.drawing.chart.Legend;
import lab.carousel.drawing.chart.LegendEntry;
import lab.carousel.drawing.chart.LineStyle;
import lab.carousel.drawing.chart.Plot;
import lab.carousel.drawing.chart.PlotMarkers;
import lab.carousel.drawing.chart.PlotPen;
import lab.carousel.drawing.colour.Ink;
import lab.carousel.drawing.mark.Hit;
import lab.carousel.drawing.mark.Line;
import lab.carousel.drawing.mark.Point;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;
import lab.carousel.text.Table;

/**
 * Lines with bands around them, or points with intervals.
 *
 * @param lines    the lines; the first is drawn on top
 * @param faint    further lines without a name, behind all others
 * @param form     how lines and their uncertainty are drawn
 */
record LineChart(
        String title,
        String subtitle,
        ChartAxis across,
        ChartAxis up,
        List<Line> lines,
        List<Line> faint,
        List<Level> levels,
        Form form)
        implements StudyChart {

    /**
     * A line, with how sure it is.
     *
     * @param name   what it is called; empty if it is not named
     * @param colour which of the palette's series it has, from 0
     * @param y      as many
     * @param low    the lower ends of band or intervals; as many
     * @param high   the upper ends; as many
     */
    record Line(String name, int colour, double[] x, double[] y, double[] low, double[] high) {

        /** A line over so many points: at each its x, value, lower and upper end. */
        static Line of(String name, int colour, int points, IntFunction<double[]> point) {
            double[][] values = new double[4][points];
            for (int place = 0; place < points; place++) {
                double[] here = point.apply(place);
                for (int part = 0; part < values.length; part++) {
                    values[part][place] = here[part];
                }
            }
            return new Line(name, colour, values[0], values[1], values[2], values[3]);
        }

        private LineStyle style() {
            return LineStyle.series(colour);
        }
    }

    record Level(double value, String label) {}

    enum Form {
        BAND,
        /** A line, with an interval at each of its points. */
        INTERVALS,
        /** Points with their intervals, not joined. */
        POINTS
    }

    private static final int BAND_ALPHA = 44;
    private static final int FAINT_ALPHA = 56;
    private static final double DOT = 7;
    private static final double ASIDE = 0.008;

    @Override
    public ChartAxis up(double height) {
        return up;
    }

    @Override
    public Legend legend(double width, double height) {
        Stream<LegendEntry> named = lines.stream()
                .filter(line -> !line.name().isEmpty())
                .map(line -> LegendEntry.line(line.name(), line.style()));
        // Not at their lines, where curves would cross them
        Stream<LegendEntry> drawn = levels.stream().map(level -> LegendEntry.line(level.label(), LineStyle.floor()));
        return new Legend(Stream.concat(named, drawn).toList());
    }

    @Override
    public void draw(PlotPen pen) {
        Ink grey = Ink.MUTED.veiled(FAINT_ALPHA);
        faint.forEach(line -> pen.line(line.x(), line.y(), new LineStyle(grey, 0.8, null)));
        for (int index = lines.size() - 1; index >= 0; index--) {
            drawRange(pen, shown(index));
        }
        levels.forEach(level -> pen.level(level.value(), LineStyle.floor()));
        for (int index = lines.size() - 1; index >= 0; index--) {
            drawLine(pen, shown(index));
        }
    }

    private Line shown(int index) {
        return form == Form.INTERVALS ? aside(index) : lines.get(index);
    }

    /** The line a little aside, so that intervals at the same place do not cover one another. */
    private Line aside(int index) {
        Line line = lines.get(index);
        double share = ASIDE * (index - (lines.size() - 1) / 2.0);
        double[] moved = Arrays.stream(line.x())
                .map(x -> across.value(across.share(x) + share))
                .toArray();
        return new Line(line.name(), line.colour(), moved, line.y(), line.low(), line.high());
    }

    private void drawRange(PlotPen pen, Line line) {
        Ink colour = line.style().ink();
        if (form == Form.BAND) {
            pen.band(line.x(), line.low(), line.high(), colour.veiled(BAND_ALPHA));
        } else {
            pen.intervals(line.x(), line.low(), line.high(), colour);
        }
    }

    private void drawLine(PlotPen pen, Line line) {
        LineStyle style = line.style();
        if (form != Form.POINTS) {
            pen.line(line.x(), line.y(), style);
        }
        for (int point = 0; point < line.x().length && form != Form.BAND; point++) {
            pen.sign(line.x()[point], line.y()[point], PlotMarkers.of(line.colour(), DOT), style.ink());
        }
    }

    @Override
    public Optional<Hit> at(Plot plot, Point place) {
        return form == Form.POINTS ? point(plot, place) : column(plot, place.x());
    }

    /** The values of all lines at the nearest place that the first one has. */
    private Optional<Hit> column(Plot plot, double x) {
        OptionalDouble nearest = Arrays.stream(lines.get(0).x())
                .reduce((one, other) -> Math.abs(plot.x(other) - x) < Math.abs(plot.x(one) - x) ? other : one);
        if (nearest.isEmpty()) {
            return Optional.empty();
        }
        double place = nearest.getAsDouble();
        StringBuilder words = new StringBuilder(across.label() + " " + StudyWords.number(place));
        for (Line line : lines) {
            for (int point = 0; point < line.x().length; point++) {
                if (line.x()[point] == place && !Double.isNaN(line.y()[point])) {
                    words.append('\n').append(words(line, point));
                }
            }
        }
        return Optional.of(new Hit(-1, -1, words.toString()));
    }

    private static String words(Line line, int point) {
        return Message.text(
                "studies.spot.line",
                line.name(),
                StudyWords.number(line.y()[point]),
                StudyWords.number(line.low()[point]),
                StudyWords.number(line.high()[point]));
    }

    private Optional<Hit> point(Plot plot, Point place) {
        Line line = lines.get(0);
        return StudyWords.nearest(plot, place, line.x(), line.y())
                .map(point -> new Hit(
                        -1,
                        -1,
                        Message.text(
                                "studies.spot.point",
                                across.label(),
                                StudyWords.number(line.x()[point]),
                                StudyWords.number(line.y()[point]),
                                StudyWords.number(line.low()[point]),
                                StudyWords.number(line.high()[point]))));
    }

    @Override
    public String values() {
        return StudyWords.joined(lines.stream()
                .filter(line -> known(line).length > 0)
                .map(this::values)
                .toList());
    }

    private static int[] known(Line line) {
        return IntStream.range(0, line.y().length)
                .filter(point -> !Double.isNaN(line.y()[point]))
                .toArray();
    }

    private String values(Line line) {
        int[] known = known(line);
        int first = known[0];
        int last = known[known.length - 1];
        String name = line.name().isEmpty() ? up.label() : line.name();
        if (first == last) {
            return Message.text(
                    "studies.summary.point",
                    name,
                    NumberText.upToFourDecimals(line.y()[first]),
                    NumberText.upToFourDecimals(line.x()[first]));
        }
        return Message.text(
                "studies.summary.line",
                name,
                NumberText.upToFourDecimals(line.y()[first]),
                NumberText.upToFourDecimals(line.y()[last]),
                across.label(),
                NumberText.upToFourDecimals(line.x()[first]),
                NumberText.upToFourDecimals(line.x()[last]));
    }

    @Override
    public Table<?> table() {
        List<List<?>> points = new ArrayList<>();
        for (Line line : lines) {
            for (int point = 0; point < line.x().length; point++) {
                points.add(List.of(
                        line.name(),
                        Table.mostlyWhole(line.x()[point]),
                        Table.mostlyWhole(line.y()[point]),
                        Table.mostlyWhole(line.low()[point]),
                        Table.mostlyWhole(line.high()[point])));
            }
        }
        return Table.ofFields(List.of("line", "x", "value", "low", "high"), points);
    }
}
