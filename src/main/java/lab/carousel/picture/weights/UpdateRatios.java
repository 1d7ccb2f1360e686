package lab.carousel.picture.weights;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.chart.AxisPainter;
import lab.carousel.drawing.chart.ChartAxis;
import lab.carousel.drawing.chart.LineStyle;
import lab.carousel.drawing.chart.Plot;
import lab.carousel.drawing.colour.Ink;
import lab.carousel.drawing.mark.Box;
import lab.carousel.drawing.mark.Hit;
import lab.carousel.drawing.mark.Marks;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.WeightBlock;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;
import lab.carousel.text.Table;

/**
 * How much the last update changed each matrix, compared with the matrix itself: the norm of the change divided by the
 * norm of the parameters before it, as bars on a logarithmic axis with the usual rule of thumb.
 */
public record UpdateRatios(List<Ratio> ratios) implements Drawing {

    /** About what is usual: with much more the weights jump, with much less they hardly learn. */
    public static final double RULE_OF_THUMB = 1e-3;

    private static final double LOW = 1e-7;
    private static final double HIGH = 1;
    private static final double LEFT = 28;
    private static final double TOP = 18;
    private static final double TALLEST_ROW = 24;
    private static final double VALUE = 72;

    /**
     * That of a matrix.
     *
     * @param name       the letter of the matrix
     * @param parameters its norm before
     */
    public record Ratio(String name, double change, double parameters) {

        /** The one divided by the other; infinite for a matrix of zeros that changes, 0 for one that stays. */
        public double value() {
            return change == 0 ? 0 : change / parameters;
        }
    }

    /** The matrices with their ratios, in a sentence. */
    public String summary() {
        return Message.text(
                "ui.value",
                Message.text("weights.ratio"),
                ratios.stream()
                        .map(ratio -> Message.text("weights.ratio.one", ratio.name(), NumberText.loss(ratio.value())))
                        .collect(Collectors.joining(", ")));
    }

    /**
     * Those of the matrices of a layer and of the outputs.
     *
     * @param parameters before the update
     * @param layer      counted from 0; the number of layers stands for the outputs alone
     */
    public static UpdateRatios of(Parameters parameters, double[] change, int layer) {
        ParameterLayout layout = parameters.layout();
        double[] before = parameters.toArray();
        List<WeightBlock> cells = layer < layout.layers() ? WeightBlock.ofLayer(layout, layer) : List.of();
        return new UpdateRatios(Stream.concat(cells.stream(), WeightBlock.ofOutputs(layout).stream())
                .map(block -> new Ratio(block.kind().letter(), block.norm(change), block.norm(before)))
                .toList());
    }

    private double rowHeight(double height) {
        return Math.max(1, Math.min(TALLEST_ROW, (height - TOP - Plot.ROW) / Math.max(1, ratios.size())));
    }

    private Plot plot(double width, double height) {
        return new Plot(
                ChartAxis.logarithmic("", LOW, HIGH),
                ChartAxis.categories("", ratios.stream().map(Ratio::name).toList()),
                new Box(LEFT, TOP, Math.max(1, width - LEFT - VALUE), rowHeight(height) * ratios.size()));
    }

    @Override
    public void draw(Marks marks, double width, double height) {
        Plot plot = plot(width, height);
        AxisPainter axes = new AxisPainter(marks, plot);
        axes.up();
        axes.across();
        for (int index = 0; index < ratios.size(); index++) {
            double value = ratios.get(index).value();
            double top = plot.y(index - 0.3);
            double right = plot.x(Math.max(LOW, Math.min(HIGH, value)));
            marks.ink(Ink.series(0));
            marks.fill(new Box(LEFT, top, right - LEFT, plot.y(index + 0.3) - top));
            marks.ink(Ink.TEXT);
            marks.words(number(value), (width - VALUE + 16), plot.y(index) + 4);
        }
        drawRule(marks, plot, width);
        Box all = new Box(0, TOP, width, plot.area().height());
        marks.spotRows(all, ratios.size(), row -> new Hit(row, -1, words(ratios.get(row))));
    }

    private static String words(Ratio ratio) {
        return Message.text(
                "weights.ratio.spot",
                ratio.name(),
                NumberText.loss(ratio.change()),
                NumberText.loss(ratio.parameters()),
                number(ratio.value()));
    }

    private static void drawRule(Marks marks, Plot plot, double width) {
        double x = plot.x(RULE_OF_THUMB);
        LineStyle.dashed(Ink.ACCENT, 2).apply(marks);
        marks.line(x, TOP - 2, x, plot.area().bottom());
        String words = Message.text("weights.rule");
        double wide = marks.font().width(words);
        marks.words(words, Math.max(0, Math.min(x - wide / 2, width - wide)), 12);
    }

    private static String number(double value) {
        return Double.isInfinite(value) ? Message.text("weights.fromZero") : NumberText.loss(value);
    }

    @Override
    public Table<?> table() {
        return Table.of(ratios)
                .column("matrix", Ratio::name)
                .column("norm of change", Ratio::change)
                .column("norm of parameters", Ratio::parameters)
                .column("ratio", Ratio::value);
    }
}
