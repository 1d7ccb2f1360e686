package lab.carousel.picture.probe;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.carousel.drawing.Chart;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.Hit;
import lab.carousel.drawing.chart.ChartAxis;
import lab.carousel.drawing.chart.LineStyle;
import lab.carousel.drawing.chart.Plot;
import lab.carousel.drawing.chart.PlotMarkers;
import lab.carousel.drawing.chart.PlotPen;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.picture.state.UnitName;
import lab.carousel.picture.weights.PanelsDrawing;
import lab.carousel.picture.weights.WeightMatrix;
import lab.carousel.study.Saturation;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;
import lab.carousel.text.Table;

/**
 * How often gates are open, across, and how often they are shut, up: a panel for each gate, a dot for each unit. No dot can lie
 * beyond the line from corner to corner. The row of a spot is the unit, its column the gate.
 */
public final class SaturationDrawing implements Drawing {

    private static final double DOT = 9;
    private static final double RING = 15;
    private static final int VEIL = 150;

    private final Saturation saturation;
    private final int selected;
    private final PanelsDrawing panels;

    /**
     * A drawing of a network that has gates.
     *
     * @param selected the unit that is selected; -1 for none
     */
    public SaturationDrawing(Saturation saturation, int selected) {
        this.saturation = saturation;
        this.selected = selected;
        this.panels = new PanelsDrawing(IntStream.range(0, saturation.gates().size())
                .mapToObj(gate -> new PanelsDrawing.Panel(title(gate), new GatePanel(gate)))
                .toList());
    }

    private String title(int gate) {
        return WeightMatrix.title(Optional.of(saturation.gates().get(gate)));
    }

    private IntStream units() {
        return IntStream.range(0, saturation.layout().allUnits());
    }

    /** The units as dots: of layers other than the first with signs of their own. */
    private final class GatePanel implements Chart {

        private final int gate;

        GatePanel(int gate) {
            this.gate = gate;
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
        public void draw(PlotPen pen, Palette palette) {
            pen.stroke(0, 1, 1, 0, LineStyle.dashed(palette.muted(), 1));
            units().forEach(unit -> {
                int layer = unit / saturation.layout().units();
                Color colour = palette.series().get(layer % palette.series().size());
                pen.sign(
                        saturation.open(gate, unit),
                        saturation.shut(gate, unit),
                        PlotMarkers.of(layer, DOT),
                        PlotPen.veiled(colour, VEIL));
            });
            if (selected >= 0 && selected < saturation.layout().allUnits()) {
                Graphics2D graphics = pen.graphics();
                graphics.setColor(palette.text());
                graphics.setStroke(new BasicStroke(2));
                double x = pen.plot().x(saturation.open(gate, selected));
                double y = pen.plot().y(saturation.shut(gate, selected));
                graphics.draw(new Ellipse2D.Double(x - RING / 2, y - RING / 2, RING, RING));
            }
        }

        @Override
        public Optional<Hit> at(Plot plot, double x, double y) {
            IntToDoubleFunction far = unit ->
                    Math.hypot(plot.x(saturation.open(gate, unit)) - x, plot.y(saturation.shut(gate, unit)) - y);
            return units().boxed()
                    .min((one, other) -> Double.compare(far.applyAsDouble(one), far.applyAsDouble(other)))
                    .filter(unit -> far.applyAsDouble(unit) <= DOT)
                    .map(unit -> new Hit(unit, gate, words(gate, unit)));
        }

        @Override
        public String csv() {
            return "";
        }
    }

    private String words(int gate, int unit) {
        String words = Message.text(
                "saturation.spot",
                UnitName.of(saturation.layout(), unit),
                title(gate),
                NumberText.percent(saturation.open(gate, unit)),
                NumberText.percent(saturation.shut(gate, unit)));
        String others = units().filter(other -> other != unit
                        && saturation.open()[gate][other] == saturation.open()[gate][unit]
                        && saturation.shut()[gate][other] == saturation.shut()[gate][unit])
                .mapToObj(other -> UnitName.of(saturation.layout(), other))
                .collect(Collectors.joining(", "));
        return others.isEmpty() ? words : words + "\n" + Message.text("saturation.others", others);
    }

    @Override
    public void draw(Graphics2D graphics, double width, double height, Palette palette) {
        panels.draw(graphics, width, height, palette);
    }

    @Override
    public Optional<Hit> at(double x, double y, double width, double height) {
        return panels.at(x, y, width, height);
    }

    /** How often the gates of all units together are open and shut, gate by gate. */
    public String summary() {
        double all = (double) saturation.steps() * saturation.layout().allUnits();
        return IntStream.range(0, saturation.gates().size())
                .mapToObj(gate -> Message.text(
                        "saturation.summary",
                        title(gate),
                        NumberText.percent(
                                Arrays.stream(saturation.open()[gate]).sum() / all),
                        NumberText.percent(
                                Arrays.stream(saturation.shut()[gate]).sum() / all)))
                .collect(Collectors.joining("\n"));
    }

    /** A line for each gate of each unit. */
    @Override
    public String csv() {
        record Line(int gate, int unit) {}
        List<Line> lines = IntStream.range(0, saturation.gates().size())
                .boxed()
                .flatMap(gate -> units().mapToObj(unit -> new Line(gate, unit)))
                .toList();
        return Table.of(lines)
                .column("gate", line -> saturation.gates().get(line.gate).letter())
                .column("unit", line -> UnitName.of(saturation.layout(), line.unit))
                .column("over 0.9", line -> saturation.open(line.gate, line.unit))
                .column("below 0.1", line -> saturation.shut(line.gate, line.unit))
                .csv();
    }
}
