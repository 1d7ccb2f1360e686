package lab.carousel.picture.state;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.util.List;
import lab.carousel.drawing.colour.ColourMap;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.Picture;
import lab.carousel.drawing.label.FittedText;
import lab.carousel.drawing.label.PictureFont;
import lab.carousel.drawing.label.Thinning;
import lab.carousel.model.trace.StepWindow;
import lab.carousel.model.trace.Traces;
import lab.carousel.text.Message;
import lab.carousel.training.Snapshot;

/**
 * The heatmap: a row for each unit in the order of the screen, or for each output symbol; a column for each step, the
 * sequences side by side; the symbols, probabilities and marks of each step, a legend and a colour bar.
 */
public final class StatePicture implements Picture {

    private static final int MARGIN = 24;
    private static final int TITLE = 44;
    /** For the names of the rows and the numbers of the units. */
    private static final int LEFT = 92;

    private static final int ROW_NAME = 36;
    private static final int LEGEND = 36;
    private static final int BAR_GAP = 24;
    private static final int BAR = 16;
    private static final int BAR_NUMBERS = 36;
    private static final int GAP = 16;
    private static final int WIDEST_COLUMN = 56;
    private static final int HIGHEST_ROW = 18;
    private static final int LEAST_CELLS_WIDTH = 440;
    /** The width that many columns share if they are then wide enough for symbols. */
    private static final double WIDE = 2_400;
    /** The width that more columns share; they are 2 points wide at least. */
    private static final double NARROW = 1_400;

    private final Traces traces;
    private final StateRows rows;
    private final Palette palette;
    private final String title;
    private final List<String> symbols;
    private final ColumnLayout layout;
    private final StateLabels labels;
    private final int rowHeight;

    /**
     * A picture of a snapshot.
     *
     * @param snapshot of a run
     * @param rows     what to show of the window, under the snapshot's parameters
     * @param palette  its colours
     */
    public StatePicture(Snapshot snapshot, StateRows rows, Palette palette) {
        this.traces = rows.traces();
        this.rows = rows;
        this.palette = palette;
        this.title = Message.text(
                "state.picture.title",
                Message.text("state.layer." + rows.layer().name()),
                rows.layer().letter(),
                snapshot.position().epoch());
        this.symbols = snapshot.experiment().task().alphabet().symbols();
        int columnWidth = columnWidth(traces.columns());
        this.layout = new ColumnLayout(traces, columnWidth, columnWidth < StateLabels.SYMBOL_WIDTH ? 6 : GAP);
        this.labels = new StateLabels(layout, symbols, palette);
        this.rowHeight = Math.max(2, Math.min(HIGHEST_ROW, 640 / rows.count()));
    }

    /** A picture of a snapshot which shows the hidden state in as much of its task as a window holds, from the start. */
    public static StatePicture of(Snapshot snapshot, Palette palette) {
        Traces traces = Traces.of(snapshot.experiment(), snapshot.parameters(), StepWindow.START);
        return new StatePicture(
                snapshot,
                StateRows.ofHiddenState(traces, snapshot.experiment().task().alphabet()),
                palette);
    }

    private static int columnWidth(int columns) {
        double wide = Math.min(WIDEST_COLUMN, WIDE / columns);
        return (int) (wide >= StateLabels.SYMBOL_WIDTH ? wide : Math.max(2, NARROW / columns));
    }

    @Override
    public int width() {
        int cells = Math.max(LEAST_CELLS_WIDTH, (int) layout.width());
        return MARGIN + LEFT + cells + BAR_GAP + BAR + BAR_NUMBERS + MARGIN;
    }

    @Override
    public int height() {
        return cellsTop() + cellsHeight() + labels.heightBelow() + LEGEND + MARGIN;
    }

    private int cellsTop() {
        return MARGIN + TITLE + labels.heightAbove();
    }

    private int cellsHeight() {
        return rows.count() * rowHeight;
    }

    @Override
    public void draw(Graphics2D graphics) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(palette.background());
        graphics.fill(new Rectangle(0, 0, width(), height()));
        drawTitle(graphics);
        int left = MARGIN + LEFT;
        labels.drawAbove(graphics, left, MARGIN + TITLE);
        drawRows(graphics, left);
        new StateCells(layout, rows, rowHeight, palette).draw(graphics, left, cellsTop());
        drawLayers(graphics, left);
        labels.drawBelow(graphics, left, cellsTop() + cellsHeight());
        drawLegend(graphics, left, cellsTop() + cellsHeight() + labels.heightBelow() + 12);
        drawColourBar(graphics, left + (int) layout.width() + BAR_GAP);
    }

    private void drawTitle(Graphics2D graphics) {
        graphics.setColor(palette.text());
        graphics.setFont(PictureFont.bold(22));
        graphics.drawString(title, MARGIN, MARGIN + 20);
        int x = MARGIN + graphics.getFontMetrics().stringWidth(title) + 16;
        if (WindowTitle.isPart(traces)) {
            graphics.setColor(palette.muted());
            graphics.setFont(PictureFont.regular(13));
            graphics.drawString(WindowTitle.of(traces), x, MARGIN + 20);
        }
    }

    /** The names of the rows, as many as there is room for, and the name of this axis. */
    private void drawRows(Graphics2D graphics, int left) {
        graphics.setColor(palette.muted());
        graphics.setFont(PictureFont.regular(13));
        FontMetrics metrics = graphics.getFontMetrics();
        Thinning thinning = Thinning.of(rowHeight, 16);
        for (int row = 0; row < rows.count(); row++) {
            String name = FittedText.of(rows.name(row), ROW_NAME, metrics::stringWidth);
            if (rows.isNamed(thinning, row) && !name.isEmpty()) {
                double middle = cellsTop() + (row + 0.5) * rowHeight;
                graphics.drawString(name, left - 12 - metrics.stringWidth(name), (float) middle + 5);
            }
        }
        drawUpwards(graphics, rows.axis(), left - 56, cellsTop() + cellsHeight() / 2);
    }

    /** A line between two layers. */
    private void drawLayers(Graphics2D graphics, int left) {
        graphics.setColor(palette.background());
        for (int row = 0; row < rows.count(); row++) {
            if (rows.startsLayer(row)) {
                graphics.fill(new Rectangle(left, cellsTop() + row * rowHeight - 1, (int) layout.width(), 2));
            }
        }
    }

    private static void drawUpwards(Graphics2D graphics, String text, int x, int middle) {
        AffineTransform before = graphics.getTransform();
        graphics.rotate(-Math.PI / 2, x, middle);
        graphics.drawString(text, x - graphics.getFontMetrics().stringWidth(text) / 2, middle);
        graphics.setTransform(before);
    }

    private void drawLegend(Graphics2D graphics, int left, int top) {
        int x = left;
        for (boolean right : new boolean[] {true, false}) {
            StateLabels.drawMark(graphics, x + 6, top + 11, right, palette);
            x = drawLegendText(graphics, right ? "state.mark.right" : "state.mark.wrong", x + 18, top);
        }
        graphics.setColor(palette.accent());
        graphics.fill(new Rectangle(x, top + 10, 16, 3));
        drawLegendText(graphics, "state.picture.deciding", x + 22, top);
    }

    private int drawLegendText(Graphics2D graphics, String key, int x, int top) {
        Font font = PictureFont.regular(13);
        graphics.setFont(font);
        graphics.setColor(palette.muted());
        String text = Message.text(key);
        graphics.drawString(text, x, top + 16);
        return x + graphics.getFontMetrics(font).stringWidth(text) + 20;
    }

    private void drawColourBar(Graphics2D graphics, int x) {
        int height = Math.max(cellsHeight(), 64);
        for (int row = 0; row < ColourMap.SIZE; row++) {
            int from = height * row / ColourMap.SIZE;
            int to = height * (row + 1) / ColourMap.SIZE;
            graphics.setColor(new Color(rows.scale().map(palette).row(ColourMap.SIZE - 1 - row)));
            if (to > from) {
                graphics.fill(new Rectangle(x, cellsTop() + from, BAR, to - from));
            }
        }
        graphics.setColor(palette.muted());
        graphics.setFont(PictureFont.regular(13));
        graphics.drawString(rows.layer().letter(), x + 4, cellsTop() - 10);
        graphics.drawString(rows.scale().highText(), x + BAR + 8, cellsTop() + 10);
        graphics.drawString(rows.scale().middleText(), x + BAR + 8, cellsTop() + height / 2 + 5);
        graphics.drawString(rows.scale().lowText(), x + BAR + 8, cellsTop() + height);
    }

    @Override
    public String csv() {
        return new StateCsv(symbols, traces).text();
    }
}
