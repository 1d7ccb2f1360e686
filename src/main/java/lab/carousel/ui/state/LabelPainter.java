package lab.carousel.ui.state;

import static lab.carousel.ui.state.HeatmapGeometry.LABEL;
import static lab.carousel.ui.state.HeatmapGeometry.LEFT;
import static lab.carousel.ui.state.HeatmapGeometry.STRIP;
import static lab.carousel.ui.state.HeatmapGeometry.TOP;

import java.util.HashMap;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import lab.carousel.drawing.colour.ColourScale;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.label.FittedText;
import lab.carousel.drawing.label.Thinning;
import lab.carousel.picture.state.StateRows;
import lab.carousel.picture.state.StepLabels;
import lab.carousel.picture.state.StepLabels.Align;

/** Draws what stands around the cells: the labels of the steps, the names of the rows, and the ends of the scale. */
final class LabelPainter implements StepLabels.Pen {

    private static final String FAMILY = "Carousel Sans";

    private final TextFit regular = new TextFit(Font.font(FAMILY, 12));
    private final TextFit bold = new TextFit(Font.font(FAMILY, FontWeight.BOLD, 12));

    private final Map<java.awt.Color, Color> paints = new HashMap<>();

    @SuppressWarnings("NullAway.Init") // paint() sets it before anything is drawn
    private GraphicsContext graphics;

    private Palette palette = Palette.LIGHT;

    /** Draws everything on an empty area. */
    void paint(GraphicsContext on, TracedSnapshot snapshot, StateRows rows, HeatmapGeometry geometry, Palette colours) {
        graphics = on;
        palette = colours;
        graphics.setTextBaseline(VPos.CENTER);
        StepLabels labels = new StepLabels(
                snapshot.traces(),
                snapshot.snapshot().experiment().task().alphabet().symbols(),
                new StepLabels.LabelRoom(
                        geometry.columns(),
                        LEFT,
                        geometry.width(),
                        geometry.scrollX(),
                        TOP,
                        TOP + (double) geometry.height(),
                        LABEL,
                        STRIP,
                        true),
                colours,
                this);
        labels.drawNames();
        paintRows(rows, geometry);
        paintColourBar(rows, geometry);
        graphics.save();
        graphics.beginPath();
        graphics.rect(LEFT, 0, geometry.width(), graphics.getCanvas().getHeight());
        graphics.clip();
        labels.draw();
        graphics.restore();
    }

    private void paintRows(StateRows rows, HeatmapGeometry geometry) {
        Thinning thinning = Thinning.of(geometry.rowHeight(), LABEL - 3);
        double axis = TOP + Math.min(geometry.height(), geometry.rowHeight()) / 2;
        double beside = LEFT - 16 - regular.width(rows.axis());
        for (int row = 0; row < rows.count(); row++) {
            double middle = geometry.top(row) + geometry.rowHeight() / 2;
            // Only the rows on the line of the name of the axis have less
            double room = Math.abs(middle - axis) < LABEL - 3 ? beside : LEFT - 12.0;
            boolean visible = middle >= TOP && middle <= TOP + geometry.height();
            if (visible && rows.isNamed(thinning, row)) {
                muted(regular.fitted(rows.name(row), room), LEFT - 8.0, middle, Align.RIGHT);
            }
        }
        muted(rows.axis(), 0, axis, Align.LEFT);
    }

    private void paintColourBar(StateRows rows, HeatmapGeometry geometry) {
        double x = LEFT + geometry.width() + 46.0;
        ColourScale scale = rows.scale();
        muted(rows.layer().letter(), x - 18, TOP - LABEL / 2.0, Align.LEFT);
        muted(scale.highText(), x, TOP + 5.0, Align.LEFT);
        muted(scale.middleText(), x, TOP + geometry.height() / 2.0, Align.LEFT);
        muted(scale.lowText(), x, TOP + geometry.height() - 5.0, Align.LEFT);
    }

    private void muted(String words, double x, double middle, Align align) {
        write(words, x, middle, align, false, palette.muted());
    }

    @Override
    public double width(String words, boolean isBold) {
        return (isBold ? bold : regular).width(words);
    }

    @Override
    public void write(String words, double x, double middle, Align align, boolean isBold, java.awt.Color colour) {
        graphics.setTextAlign(
                switch (align) {
                    case LEFT -> TextAlignment.LEFT;
                    case CENTRE -> TextAlignment.CENTER;
                    case RIGHT -> TextAlignment.RIGHT;
                });
        prepare(isBold, colour);
        graphics.fillText(words, x, middle);
    }

    @Override
    public void squeeze(String words, double x, double middle, double room, boolean isBold, java.awt.Color colour) {
        graphics.setTextAlign(TextAlignment.CENTER);
        prepare(isBold, colour);
        graphics.fillText(words, x, middle, room);
    }

    private void prepare(boolean isBold, java.awt.Color colour) {
        graphics.setFont((isBold ? bold : regular).font());
        graphics.setFill(paint(colour));
    }

    @Override
    public void fill(double x, double y, double width, double height, java.awt.Color colour) {
        graphics.setFill(paint(colour));
        graphics.fillRect(x, y, width, height);
    }

    @Override
    public void mark(double x, double middle, boolean right) {
        graphics.setStroke(paint(right ? palette.right() : palette.wrong()));
        graphics.setLineWidth(2);
        graphics.setLineCap(StrokeLineCap.ROUND);
        if (right) {
            graphics.strokePolyline(
                    new double[] {x - 4, x - 1, x + 4.5}, new double[] {middle + 0.5, middle + 3.5, middle - 4}, 3);
        } else {
            graphics.strokeLine(x - 3.5, middle - 3.5, x + 3.5, middle + 3.5);
            graphics.strokeLine(x - 3.5, middle + 3.5, x + 3.5, middle - 3.5);
        }
    }

    /** The same object for a colour each time: a canvas records each other one anew. */
    private Color paint(java.awt.Color colour) {
        return paints.computeIfAbsent(colour, any -> Color.rgb(any.getRed(), any.getGreen(), any.getBlue()));
    }

    /** Measures texts in one font and cuts them to fit. Keeps the widths of the texts it has met, up to a number. */
    static final class TextFit {

        private static final int MOST_KEPT = 20_000;

        private final Text probe = new Text();
        private final Map<String, Double> widths = new HashMap<>();

        TextFit(Font font) {
            probe.setFont(font);
        }

        Font font() {
            return probe.getFont();
        }

        /** The width of a text in pixels. */
        double width(String text) {
            if (widths.size() > MOST_KEPT) {
                widths.clear();
            }
            return widths.computeIfAbsent(text, this::measured);
        }

        private double measured(String text) {
            probe.setText(text);
            return probe.getLayoutBounds().getWidth();
        }

        /** The text, or its beginning with an ellipsis; empty if not even one character fits. */
        String fitted(String text, double width) {
            return FittedText.of(text, width, this::width);
        }
    }
}
