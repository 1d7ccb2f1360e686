package lab.carousel.ui.state;

import static lab.carousel.ui.state.HeatmapGeometry.LABEL;
import static lab.carousel.ui.state.HeatmapGeometry.LEFT;
import static lab.carousel.ui.state.HeatmapGeometry.STRIP;
import static lab.carousel.ui.state.HeatmapGeometry.SYMBOL_WIDTH;
import static lab.carousel.ui.state.HeatmapGeometry.TOP;

import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import lab.carousel.drawing.colour.ColourScale;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.label.Thinning;
import lab.carousel.model.trace.Traces;
import lab.carousel.picture.state.StateRows;
import lab.carousel.text.Message;

/**
 * Draws what stands around the cells: the names of the rows and of the units or symbols they show, the ends of the scale, over each visible column its
 * sequence, step and input symbol, under it the expected and the predicted symbol, its probability and a mark. In
 * narrow columns symbols are left out, and bars stand for probabilities and marks.
 */
final class LabelPainter {

    private static final String FAMILY = "Carousel Sans";

    private final TextFit regular = new TextFit(Font.font(FAMILY, 12));
    private final TextFit bold = new TextFit(Font.font(FAMILY, FontWeight.BOLD, 12));
    private final Readout readout;

    private GraphicsContext graphics;
    private TracedSnapshot traced;
    private StateRows rows;
    private HeatmapGeometry geometry;
    private Palette palette;

    LabelPainter(Readout readout) {
        this.readout = readout;
    }

    /** Draws everything on an empty area. */
    void paint(GraphicsContext on, TracedSnapshot snapshot, StateRows shown, HeatmapGeometry where, Palette colours) {
        graphics = on;
        traced = snapshot;
        rows = shown;
        geometry = where;
        palette = colours;
        graphics.setTextBaseline(VPos.CENTER);
        paintNames();
        paintRows();
        paintColourBar();
        graphics.save();
        graphics.beginPath();
        graphics.rect(LEFT, 0, geometry.width(), graphics.getCanvas().getHeight());
        graphics.clip();
        paintSequences();
        paintSteps();
        paintSymbols();
        paintBelow();
        graphics.restore();
    }

    /** The upper edge of the labels below the cells. */
    private double below() {
        return TOP + geometry.height() + STRIP;
    }

    private Traces traces() {
        return traced.traces();
    }

    private void paintNames() {
        graphics.setTextAlign(TextAlignment.RIGHT);
        use(regular, palette.muted());
        name("state.row.step", 1.5 * LABEL);
        if (hasSymbols()) {
            name("state.row.input", 2.5 * LABEL);
            name("state.row.expected", below() + 0.5 * LABEL);
            name("state.row.predicted", below() + 1.5 * LABEL);
        }
        name("state.row.probability", below() + 2.5 * LABEL);
    }

    private void name(String key, double y) {
        graphics.fillText(Message.text(key), LEFT - 8, y);
    }

    private boolean hasSymbols() {
        return geometry.columns().columnWidth() >= SYMBOL_WIDTH;
    }

    private void paintRows() {
        Thinning thinning = Thinning.of(geometry.rowHeight(), LABEL - 3);
        double room = LEFT - 16 - regular.width(rows.axis());
        for (int row = 0; row < rows.count(); row++) {
            double middle = geometry.top(row) + geometry.rowHeight() / 2;
            boolean visible = middle >= TOP && middle <= TOP + geometry.height();
            if (visible && rows.isNamed(thinning, row)) {
                graphics.fillText(regular.fitted(rows.name(row), room), LEFT - 8, middle);
            }
        }
        graphics.setTextAlign(TextAlignment.LEFT);
        double middle = TOP + Math.min(geometry.height(), geometry.rowHeight()) / 2;
        graphics.fillText(rows.axis(), 0, middle);
    }

    private void paintColourBar() {
        double x = LEFT + geometry.width() + 46;
        graphics.setTextAlign(TextAlignment.LEFT);
        ColourScale scale = rows.scale();
        graphics.fillText(rows.layer().letter(), x - 18, TOP - LABEL / 2.0);
        graphics.fillText(scale.highText(), x, TOP + 5);
        graphics.fillText(scale.middleText(), x, TOP + geometry.height() / 2.0);
        graphics.fillText(scale.lowText(), x, TOP + geometry.height() - 5);
    }

    private void paintSequences() {
        graphics.setTextAlign(TextAlignment.LEFT);
        use(bold, palette.text());
        int column = geometry.firstVisible();
        while (column < geometry.endVisible()) {
            Traces.Stretch stretch = traces().stretches().get(traces().stretchAt(column));
            int start = traces().firstColumnOf(traces().stretchAt(column));
            int end = start + stretch.trace().steps();
            double left = Math.max(LEFT, geometry.left(column));
            double room = Math.min(
                            LEFT + geometry.width(),
                            geometry.left(end - 1) + geometry.columns().columnWidth())
                    - left;
            String text = Message.text("state.sequence", stretch.sequence() + 1);
            String written = bold.width(text) <= room ? text : Integer.toString(stretch.sequence() + 1);
            if (bold.width(written) <= room) {
                graphics.fillText(written, left, LABEL / 2.0);
            }
            column = end;
        }
    }

    private void paintSteps() {
        graphics.setTextAlign(TextAlignment.CENTER);
        use(regular, palette.muted());
        double widest = regular.width(Integer.toString(traces().all().total()));
        Thinning thinning = Thinning.of(geometry.columns().columnWidth(), widest + 8);
        double free = 0;
        for (int column = geometry.firstVisible(); column < geometry.endVisible(); column++) {
            int number = traces().step(column).number();
            double half = regular.width(Integer.toString(number)) / 2;
            // at the edges moved inwards, so that no number is cut
            double x = Math.max(LEFT + half, Math.min(LEFT + geometry.width() - half, geometry.middle(column)));
            if (thinning.shows(number) && x - half >= free) {
                graphics.fillText(Integer.toString(number), x, 1.5 * LABEL);
                free = x + half + 4;
            }
        }
    }

    private void paintSymbols() {
        if (!hasSymbols()) {
            return;
        }
        row(2.5 * LABEL, column -> traced.symbol(traces().step(column).input()), true, column -> true);
        row(below() + 0.5 * LABEL, column -> traced.symbol(traces().step(column).target()), true, traces()::isScored);
        row(below() + 1.5 * LABEL, column -> traced.symbol(traces().predicted(column)), false, traces()::isScored);
    }

    /** Writes a text for each column; what does not count is dimmed, and deciding steps may stand out. */
    private void row(double y, IntFunction<String> text, boolean emphasised, IntPredicate counts) {
        for (int column = geometry.firstVisible(); column < geometry.endVisible(); column++) {
            TextFit fit = emphasised && traces().isDeciding(column) ? bold : regular;
            use(fit, counts.test(column) ? palette.text() : palette.muted());
            String fitted = fit.fitted(text.apply(column), geometry.columns().columnWidth() - 1);
            graphics.fillText(fitted, geometry.middle(column), y);
        }
    }

    private void paintBelow() {
        boolean numbers = geometry.columns().columnWidth() >= regular.width("0.00") + 2;
        boolean marks = hasSymbols();
        use(regular, palette.muted());
        for (int column = geometry.firstVisible(); column < geometry.endVisible(); column++) {
            double probability = traces().probability(column);
            if (numbers) {
                graphics.fillText(readout.probability(probability), geometry.middle(column), below() + 2.5 * LABEL);
            } else {
                bar(column, below() + 3 * LABEL - 2, (LABEL - 4) * probability);
            }
        }
        for (int column = geometry.firstVisible(); column < geometry.endVisible(); column++) {
            if (!traces().isScored(column)) {
                continue;
            }
            boolean right = traces().isRight(column);
            use(regular, right ? palette.right() : palette.wrong());
            if (marks) {
                mark(geometry.middle(column), below() + 3.5 * LABEL, right);
            } else {
                bar(column, below() + 4 * LABEL, right ? 3 : LABEL - 2);
            }
        }
        use(regular, palette.accent());
        for (int column = geometry.firstVisible(); column < geometry.endVisible(); column++) {
            if (traces().isDeciding(column)) {
                bar(column, TOP - 1, 3);
                bar(column, TOP + geometry.height() + 4, 3);
            }
        }
    }

    private void bar(int column, double foot, double height) {
        double width = geometry.columns().columnWidth();
        graphics.fillRect(geometry.left(column), foot - height, width > 6 ? width - 1 : width, height);
    }

    /** A tick or a cross around a centre. */
    private void mark(double x, double y, boolean right) {
        graphics.setLineWidth(2);
        graphics.setLineCap(StrokeLineCap.ROUND);
        if (right) {
            graphics.strokePolyline(new double[] {x - 4, x - 1, x + 4.5}, new double[] {y + 0.5, y + 3.5, y - 4}, 3);
        } else {
            graphics.strokeLine(x - 3.5, y - 3.5, x + 3.5, y + 3.5);
            graphics.strokeLine(x - 3.5, y + 3.5, x + 3.5, y - 3.5);
        }
    }

    private void use(TextFit fit, java.awt.Color colour) {
        Color paint = Color.rgb(colour.getRed(), colour.getGreen(), colour.getBlue());
        graphics.setFont(fit.font());
        graphics.setFill(paint);
        graphics.setStroke(paint);
    }
}
