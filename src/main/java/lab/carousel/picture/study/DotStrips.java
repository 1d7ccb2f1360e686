package lab.carousel.picture.study;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
import lab.carousel.drawing.mark.Point;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;
import lab.carousel.text.Table;

/**
 * A strip of dots for each cell, a dot for each run, with the median; perhaps with a mark to compare with.
 *
 * @param medianName what the stroke at the median is called
 * @param markName   what the marks are called; empty if there are none
 */
record DotStrips(String title, String subtitle, ChartAxis axis, List<Strip> strips, String medianName, String markName)
        implements StudyChart {

    private static final double DOT = 6;
    private static final double MARK = 11;

    private static final int DOT_ALPHA = 110;
    /** How much of the height of a strip its dots are spread over. */
    private static final double SPREAD = 0.56;
    /** The golden ratio's fraction: successive multiples of it spread dots evenly, and always the same. */
    private static final double GOLDEN = 0.6180339887498949;

    /**
     * A strip.
     *
     * @param name   of its cell
     * @param runs   the number of each run, from 0
     * @param median of the values; NaN if there are none
     * @param mark   to compare with; NaN if there is none
     */
    record Strip(String name, int[] runs, double[] values, double median, double mark) {}

    /** How far a dot lies below the middle of its strip, in heights of a strip. */
    static double aside(int dot) {
        return SPREAD * ((dot * GOLDEN) % 1 - 0.5);
    }

    @Override
    public ChartAxis across() {
        return axis;
    }

    @Override
    public ChartAxis up(double height) {
        return ChartAxis.categories("", strips.stream().map(Strip::name).toList());
    }

    @Override
    public Legend legend(double width, double height) {
        LegendEntry median = LegendEntry.line(medianName, new LineStyle(Ink.TEXT, 2, null));
        return new Legend(
                markName.isEmpty()
                        ? List.of(median)
                        : List.of(median, LegendEntry.sign(markName, PlotMarkers.of(3, MARK), Ink.WRONG)));
    }

    @Override
    public void draw(PlotPen pen) {
        for (int place = 0; place < strips.size(); place++) {
            Strip strip = strips.get(place);
            Ink colour = Ink.series(place);
            for (int dot = 0; dot < strip.values().length; dot++) {
                pen.sign(strip.values()[dot], place + aside(dot), PlotMarkers.of(0, DOT), colour.veiled(DOT_ALPHA));
            }
            if (!Double.isNaN(strip.median())) {
                LineStyle style = new LineStyle(Ink.TEXT, 2, null);
                pen.stroke(strip.median(), place - 0.4, strip.median(), place + 0.4, style);
            }
            pen.sign(strip.mark(), place, PlotMarkers.of(3, MARK), Ink.WRONG);
        }
    }

    /** The run whose dot is nearest: the row of the spot is the strip, the column the run, both counted from 0. */
    @Override
    public Optional<Hit> at(Plot plot, Point pointer) {
        int place = (int) Math.round(Math.max(0, Math.min(strips.size() - 1.0, plot.upAt(pointer.y()))));
        Strip strip = strips.get(place);
        double[] up = IntStream.range(0, strip.runs().length)
                .mapToDouble(dot -> place + aside(dot))
                .toArray();
        return StudyWords.nearest(plot, pointer, strip.values(), up).map(dot -> {
            int run = strip.runs()[dot];
            String value = StudyWords.number(strip.values()[dot]);
            return new Hit(place, run, Message.text("studies.spot.run", strip.name(), run + 1, value));
        });
    }

    @Override
    public String values() {
        return StudyWords.joined(strips.stream()
                .filter(strip -> strip.runs().length > 0)
                .map(DotStrips::values)
                .toList());
    }

    private static String values(Strip strip) {
        return Message.text(
                "studies.summary.strip",
                strip.name(),
                strip.runs().length,
                NumberText.upToFourDecimals(Arrays.stream(strip.values()).min().orElse(Double.NaN)),
                NumberText.upToFourDecimals(Arrays.stream(strip.values()).max().orElse(Double.NaN)),
                NumberText.upToFourDecimals(strip.median()));
    }

    @Override
    public Table<?> table() {
        Stream<List<?>> dots = strips.stream().flatMap(strip -> IntStream.range(0, strip.runs().length)
                .mapToObj(dot -> List.of(strip.name(), strip.runs()[dot] + 1, Table.mostlyWhole(strip.values()[dot]))));
        return Table.ofFields(List.of("cell", "run", "value"), dots.toList());
    }
}
