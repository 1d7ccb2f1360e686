package lab.carousel.picture.task;

import java.util.Arrays;
import java.util.stream.IntStream;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.chart.ChartAxis;
import lab.carousel.drawing.chart.LineStyle;
import lab.carousel.drawing.chart.Plot;
import lab.carousel.drawing.chart.PlotPen;
import lab.carousel.drawing.colour.Ink;
import lab.carousel.drawing.font.PictureFont;
import lab.carousel.drawing.label.Lettering;
import lab.carousel.drawing.mark.Box;
import lab.carousel.drawing.mark.Hit;
import lab.carousel.drawing.mark.Marks;
import lab.carousel.task.series.Series;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;
import lab.carousel.text.Table;

/** What is to be forecast of a series, over its rows, with the test part shaded. */
public record SeriesDrawing(Series series) implements Drawing {

    /** What it needs, in points. */
    public static final int HEIGHT = 132;

    private static final double LEFT = 48;
    private static final double RIGHT = 8;
    private static final double FOOT = 18;
    private static final double FONT = 12;
    /** How much of the accent shades the test part, of 255. */
    private static final int TEST = 32;

    private static final LineStyle LINE = new LineStyle(Ink.TEXT, 1.2, null);

    private double[] values() {
        return series.target();
    }

    private String part(int row) {
        return Message.text("series.part." + (row < series.feed().train() ? "training" : "test"));
    }

    private Plot plot(double width, double height) {
        double low = Arrays.stream(values()).min().orElse(0);
        double high = Arrays.stream(values()).max().orElse(0);
        return new Plot(
                ChartAxis.linear("", 0.5, values().length + 0.5),
                ChartAxis.linear("", low, high > low ? high : low + 1),
                new Box(LEFT, FOOT, Math.max(1, width - LEFT - RIGHT), Math.max(1, height - 2 * FOOT)));
    }

    @Override
    public void draw(Marks marks, double width, double height) {
        Plot plot = plot(width, height);
        Box area = plot.area();
        double border = plot.x(series.feed().train() + 0.5);
        int rows = values().length;
        marks.ink(Ink.ACCENT.veiled(TEST));
        marks.fill(new Box(border, area.y(), area.right() - border, area.height()));
        marks.stroke(1);
        marks.ink(Ink.GRID);
        marks.draw(area);
        Lettering lettering = new Lettering(marks);
        marks.font(PictureFont.regular(FONT));
        marks.ink(Ink.MUTED);
        lettering.from(part(0), area.x(), FONT, border - area.x());
        lettering.upTo(part(rows - 1), area.right(), FONT, area.right() - border);
        lettering.upTo(NumberText.end(plot.up().to()), LEFT - 6, area.y() + FONT, LEFT - 6);
        lettering.upTo(NumberText.end(plot.up().from()), LEFT - 6, area.bottom(), LEFT - 6);
        lettering.from(series.data().row(0), area.x(), height - 4, area.width() / 2);
        lettering.upTo(series.data().row(rows - 1), area.right(), height - 4, area.width() / 2);
        try (PlotPen pen = new PlotPen(marks, plot)) {
            pen.line(IntStream.rangeClosed(1, rows).asDoubleStream().toArray(), values(), LINE);
        }
        marks.spotColumns(area, rows, row -> new Hit(0, row, words(row)));
    }

    private String words(int row) {
        return Message.text(
                "picture.value", series.data().row(row), NumberText.upToFourDecimals(values()[row]) + ", " + part(row));
    }

    /** What is seen, in a sentence. */
    public String words() {
        return series.words();
    }

    @Override
    public Table<?> table() {
        return Table.ofPlaces(values().length)
                .column("row", series.data()::row)
                .column(series.data().channels().get(series.feed().target()), row -> values()[row])
                .column("part", row -> row < series.feed().train() ? "training" : "test");
    }
}
