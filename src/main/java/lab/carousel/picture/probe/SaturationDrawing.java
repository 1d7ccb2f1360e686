package lab.carousel.picture.probe;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.carousel.drawing.Chart;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.chart.ChartAxis;
import lab.carousel.drawing.chart.LineStyle;
import lab.carousel.drawing.chart.Plot;
import lab.carousel.drawing.chart.PlotMarkers;
import lab.carousel.drawing.chart.PlotPen;
import lab.carousel.drawing.colour.Ink;
import lab.carousel.drawing.mark.Box;
import lab.carousel.drawing.mark.Ellipse;
import lab.carousel.drawing.mark.Hit;
import lab.carousel.drawing.mark.Marks;
import lab.carousel.drawing.mark.Point;
import lab.carousel.picture.state.UnitName;
import lab.carousel.picture.weights.PanelsDrawing;
import lab.carousel.picture.weights.WeightMatrix;
import lab.carousel.study.Saturation;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;
import lab.carousel.text.Table;

/**
 * How often a gate is open, across, and how often it is shut, up: a dot for each unit, with a sign of its own in each layer. None
 * can lie beyond the line from corner to corner. The row of a spot is the unit, its column the gate.
 *
 * @param gate     its place among the gates
 * @param selected the unit that is selected; -1 for none
 */
public record SaturationDrawing(Saturation saturation, int gate, int selected) implements Chart {

    private static final double DOT = 9;
    private static final double RING = 15;
    private static final int VEIL = 150;

    /** A panel for each gate of a network that has some. */
    public static Drawing of(Saturation saturation, int selected) {
        return PanelsDrawing.titled(
                IntStream.range(0, saturation.gates().size())
                        .mapToObj(gate -> new SaturationDrawing(saturation, gate, selected))
                        .toList(),
                SaturationDrawing::title);
    }

    /** How often the gates of all units together are open and shut, gate by gate. */
    public static String summary(Saturation saturation) {
        double all = (double) saturation.steps() * saturation.layout().allUnits();
        return IntStream.range(0, saturation.gates().size())
                .mapToObj(gate -> Message.text(
                        "saturation.summary",
                        new SaturationDrawing(saturation, gate, -1).title(),
                        NumberText.percent(
                                Arrays.stream(saturation.open()[gate]).sum() / all),
                        NumberText.percent(
                                Arrays.stream(saturation.shut()[gate]).sum() / all)))
                .collect(Collectors.joining("\n"));
    }

    private String title() {
        return WeightMatrix.title(Optional.of(saturation.gates().get(gate)));
    }

    private List<Integer> units() {
        return IntStream.range(0, saturation.layout().allUnits()).boxed().toList();
    }

    private double open(int unit) {
        return saturation.open(gate, unit);
    }

    private double shut(int unit) {
        return saturation.shut(gate, unit);
    }

    @Override
    public ChartAxis across() {
        return ChartAxis.linear(Message.text("saturation.open"), 0, 1);
    }

    @Override
    public ChartAxis up(double height) {
        return ChartAxis.linear(Message.text("saturation.shut"), 0, 1);
    }

    @Override
    public void draw(PlotPen pen) {
        pen.stroke(0, 1, 1, 0, LineStyle.dashed(Ink.MUTED, 1));
        for (int unit : units()) {
            int layer = unit / saturation.layout().units();
            Ink colour = Ink.series(layer);
            pen.sign(open(unit), shut(unit), PlotMarkers.of(layer, DOT), colour.veiled(VEIL));
        }
        if (units().contains(selected)) {
            Marks marks = pen.marks();
            marks.ink(Ink.TEXT);
            marks.stroke(2);
            double x = pen.plot().x(open(selected)) - RING / 2;
            marks.draw(new Ellipse(new Box(x, pen.plot().y(shut(selected)) - RING / 2, RING, RING)));
        }
    }

    @Override
    public Optional<Hit> at(Plot plot, Point place) {
        return place.nearest(units().size(), unit -> new Point(plot.x(open(unit)), plot.y(shut(unit))), DOT)
                .map(unit -> new Hit(unit, gate, words(unit)));
    }

    private String words(int unit) {
        String others = units().stream()
                .filter(other -> other != unit && open(other) == open(unit) && shut(other) == shut(unit))
                .map(other -> UnitName.of(saturation.layout(), other))
                .collect(Collectors.joining(", "));
        String words = Message.text(
                "saturation.spot",
                UnitName.of(saturation.layout(), unit),
                title(),
                NumberText.percent(open(unit)),
                NumberText.percent(shut(unit)));
        return others.isEmpty() ? words : words + "\n" + Message.text("saturation.others", others);
    }

    /** A line for each unit. */
    @Override
    public Table<?> table() {
        return Table.of(units())
                .column("unit", unit -> UnitName.of(saturation.layout(), unit))
                .column("over 0.9", this::open)
                .column("below 0.1", this::shut);
    }
}
