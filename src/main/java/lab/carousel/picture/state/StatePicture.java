package lab.carousel.picture.state;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.IntStream;
import lab.carousel.drawing.RightMark;
import lab.carousel.drawing.cells.CellGrid;
import lab.carousel.drawing.cells.CellPainter;
import lab.carousel.drawing.cells.ColourBar;
import lab.carousel.drawing.cells.ColumnPlaces;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.Picture;
import lab.carousel.drawing.label.Lettering;
import lab.carousel.drawing.label.PictureFont;
import lab.carousel.drawing.label.TextMeasure;
import lab.carousel.drawing.label.Thinning;
import lab.carousel.model.trace.HeatmapLayer;
import lab.carousel.model.trace.StepWindow;
import lab.carousel.model.trace.Traces;
import lab.carousel.picture.state.StepLabels.Align;
import lab.carousel.text.Message;
import lab.carousel.text.Table;
import lab.carousel.training.Snapshot;

/**
 * The heatmap: a row for each unit in the order of the screen, or for each output symbol; a column for each step, the
 * sequences side by side; the symbols, probabilities and marks of each step, a legend and a colour bar.
 *
 * @param snapshot of a run
 * @param rows     what is shown of the window, under the snapshot's parameters
 * @param palette  its colours
 * @param grid     where the cells stand
 */
public record StatePicture(Snapshot snapshot, StateRows rows, Palette palette, CellGrid grid) implements Picture {

    private static final int MARGIN = 24;
    private static final int TITLE = 44;
    /** For the names of the rows and the numbers of the units. */
    private static final int LEFT = 92;

    private static final int ROW_NAME = 36;
    private static final int LEGEND = 36;
    private static final int LEGEND_LINE = 22;
    private static final int LEGEND_MARK = 16;
    /** Enough to show that forks have marks of their own. */
    private static final int MOST_MARKS = 3;

    private static final int BAR_GAP = 24;
    private static final int BAR = 16;
    private static final int BAR_NUMBERS = 36;
    private static final int GAP = 16;
    private static final int NARROW_GAP = 6;
    private static final int WIDEST_COLUMN = 56;
    private static final int HIGHEST_ROW = 18;
    private static final int LEAST_CELLS_WIDTH = 440;
    /** The width that many columns share if they are then wide enough for symbols. */
    private static final double WIDE = 2_400;
    /** The width that more columns share; they are 2 points wide at least. */
    private static final double NARROW = 1_400;

    /**
     * A picture of a snapshot.
     *
     * @param snapshot of a run
     * @param rows     what to show of the window, under the snapshot's parameters
     * @param palette  its colours
     */
    public StatePicture(Snapshot snapshot, StateRows rows, Palette palette) {
        this(snapshot, rows, palette, grid(rows));
    }

    private static CellGrid grid(StateRows rows) {
        Traces traces = rows.traces();
        int columnWidth = columnWidth(traces.columns());
        int gap = columnWidth < StepLabels.SYMBOL_WIDTH ? NARROW_GAP : GAP;
        return new CellGrid(
                new ColumnPlaces(traces.columns(), traces::stretchAt, columnWidth, gap),
                rows.count(),
                MARGIN + (double) LEFT,
                MARGIN + TITLE + (double) StateLabels.heightAbove(columnWidth >= StepLabels.SYMBOL_WIDTH),
                Math.max(2, Math.min(HIGHEST_ROW, 640 / rows.count())));
    }

    private String title() {
        return Message.text(
                "state.picture.title",
                Message.text("state.layer." + rows.layer().name()),
                rows.layer().letter(),
                snapshot.position().epoch());
    }

    private List<String> symbols() {
        return snapshot.experiment().task().alphabet().symbols();
    }

    /** A picture of a snapshot which shows the hidden state in as much of its task as a window holds, from the start. */
    public static StatePicture of(Snapshot snapshot, Palette palette) {
        return of(snapshot, palette, StepWindow.START);
    }

    /** The same of a window. */
    public static StatePicture of(Snapshot snapshot, Palette palette, StepWindow window) {
        Traces traces = Traces.of(snapshot.experiment(), snapshot.parameters(), window);
        return new StatePicture(
                snapshot,
                StateRows.ofHiddenState(traces, snapshot.experiment().task().alphabet()),
                palette);
    }

    private static int columnWidth(int columns) {
        double wide = Math.min(WIDEST_COLUMN, WIDE / columns);
        return (int) (wide >= StepLabels.SYMBOL_WIDTH ? wide : Math.max(2, NARROW / columns));
    }

    @Override
    public int width() {
        int cells = Math.max(LEAST_CELLS_WIDTH, (int) grid.columns().width());
        return MARGIN + LEFT + cells + BAR_GAP + BAR + BAR_NUMBERS + MARGIN;
    }

    @Override
    public int height() {
        return bottom() + LEGEND + (rows.traces().hasUnknowable() ? LEGEND_LINE : 0) + MARGIN;
    }

    private boolean hasSymbols() {
        return grid.columns().columnWidth() >= StepLabels.SYMBOL_WIDTH;
    }

    /** The lower edge of the labels below the cells. */
    private int bottom() {
        return (int) grid.bottom() + StateLabels.heightBelow(hasSymbols());
    }

    @Override
    public void draw(Graphics2D graphics) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(palette.background());
        graphics.fill(new Rectangle(0, 0, width(), height()));
        drawTitle(graphics);
        StepLabels labels = labels(graphics);
        labels.drawNames();
        drawRows(graphics);
        new CellPainter(grid, rows.scale(), palette).draw(graphics, (row, column) -> rows.value(column, row));
        drawLayers(graphics);
        labels.draw();
        drawLegend(graphics, (int) grid.left(), bottom() + 12);
        drawColourBar(graphics, (int) grid.right() + BAR_GAP);
    }

    private StepLabels labels(Graphics2D graphics) {
        StepLabels.LabelRoom place = new StepLabels.LabelRoom(
                grid.columns(),
                grid.left(),
                grid.columns().width(),
                0,
                grid.top(),
                grid.bottom(),
                StateLabels.ROW,
                StateLabels.STRIP,
                false);
        return new StepLabels(rows.traces(), symbols(), place, palette, new StateLabels(graphics, palette));
    }

    private void drawTitle(Graphics2D graphics) {
        graphics.setColor(palette.text());
        graphics.setFont(PictureFont.bold(22));
        graphics.drawString(title(), MARGIN, MARGIN + 20);
        int x = MARGIN + graphics.getFontMetrics().stringWidth(title()) + 16;
        if (WindowTitle.isPart(rows.traces())) {
            graphics.setColor(palette.muted());
            graphics.setFont(PictureFont.regular(13));
            graphics.drawString(WindowTitle.of(rows.traces()), x, MARGIN + 20);
        }
    }

    /** The names of the rows, as many as there is room for, and the name of this axis. */
    private void drawRows(Graphics2D graphics) {
        graphics.setColor(palette.muted());
        graphics.setFont(PictureFont.regular(13));
        Lettering lettering = new Lettering(graphics);
        Thinning thinning = Thinning.of(grid.rowHeight(), 16);
        for (int row = 0; row < rows.count(); row++) {
            if (rows.isNamed(thinning, row)) {
                lettering.upTo(rows.name(row), grid.left() - 12, grid.y(row) + grid.rowHeight() / 2 + 5, ROW_NAME);
            }
        }
        TextMeasure.drawUpwards(graphics, rows.axis(), grid.left() - 56, (grid.top() + grid.bottom()) / 2);
    }

    /** A line between two layers. */
    private void drawLayers(Graphics2D graphics) {
        graphics.setColor(palette.background());
        for (int row = 0; row < rows.count(); row++) {
            if (rows.startsLayer(row)) {
                graphics.fill(new Rectangle2D.Double(
                        grid.left(), grid.y(row) - 1, grid.columns().width(), 2));
            }
        }
    }

    private void drawLegend(Graphics2D graphics, int left, int top) {
        int x = left;
        for (boolean right : new boolean[] {true, false}) {
            RightMark.draw(graphics, x + 6, top + 11, right, palette);
            x = drawLegendText(graphics, right ? "state.mark.right" : "state.mark.wrong", x + 18, top);
        }
        int marks = Math.max(1, Math.min(MOST_MARKS, forks()));
        for (int fork = 0; fork < marks; fork++) {
            drawMark(graphics, ForkMark.of(fork, palette), x, top + 10);
            x += LEGEND_MARK + 6;
        }
        drawLegendText(graphics, marks == 1 ? "state.picture.deciding" : "state.picture.forks", x, top);
        if (rows.traces().hasUnknowable()) {
            graphics.setColor(palette.text());
            for (int piece = 0; piece < 5; piece += 2) {
                graphics.fill(new Rectangle2D.Double(
                        left + piece * LEGEND_MARK / 5.0, top + LEGEND_LINE + 10, LEGEND_MARK / 5.0, 3));
            }
            drawLegendText(graphics, "state.unknowable", left + LEGEND_MARK + 6, top + LEGEND_LINE);
        }
    }

    /** How many forks the columns have, as far as it matters. */
    private int forks() {
        return (int) IntStream.range(0, rows.traces().columns())
                .map(rows.traces()::fork)
                .filter(fork -> fork >= 0)
                .distinct()
                .limit(MOST_MARKS)
                .count();
    }

    private static void drawMark(Graphics2D graphics, ForkMark mark, int x, int y) {
        graphics.setColor(mark.colour());
        for (ForkMark.Dash piece : mark.pieces()) {
            graphics.fill(new Rectangle2D.Double(
                    x + piece.from() * LEGEND_MARK, y, (piece.to() - piece.from()) * LEGEND_MARK, 3));
        }
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
        double top = grid.top();
        double height = Math.max(grid.bottom() - top, 64);
        new ColourBar(rows.scale(), palette).draw(graphics, x, top, BAR, height);
        graphics.setColor(palette.muted());
        graphics.setFont(PictureFont.regular(13));
        int words = x + BAR + 8;
        graphics.drawString(rows.layer().letter(), x + 4, (float) top - 10);
        graphics.drawString(rows.scale().highText(), words, (float) top + 10);
        graphics.drawString(rows.scale().middleText(), words, (float) (top + height / 2 + 5));
        graphics.drawString(rows.scale().lowText(), words, (float) (top + height));
    }

    /**
     * A row for each step with input, expected and predicted symbol, and all layers of the heatmap with the units in the order of
     * their numbers, whatever is on the screen: h1, h2 and so on, for an LSTM c1, i1, f1, o1, g1 and dc1 (the change of c), at the
     * end the output of each symbol, y and the symbol.
     */
    @Override
    public String csv() {
        Traces traces = rows.traces();
        List<String> symbols = symbols();
        Table<Integer> table = Table.ofPlaces(traces.columns())
                .column("sequence", column -> traces.step(column).sequence() + 1)
                .column("step", column -> traces.step(column).number())
                .column("input", column -> symbols.get(traces.step(column).input()))
                .column("expected", column -> symbols.get(traces.step(column).target()))
                .column("predicted", column -> symbols.get(traces.predicted(column)))
                .column("probability", traces::probability)
                .column("right", column -> traces.isScored(column) ? (Object) traces.isRight(column) : "");
        for (HeatmapLayer layer : HeatmapLayer.of(traces.layout().cell())) {
            table.numbers(
                    IntStream.range(0, layer.rows(traces.layout()))
                            .mapToObj(index -> layer.column()
                                    + (layer.isOfUnits() ? UnitName.of(traces, index) : symbols.get(index)))
                            .toList(),
                    column -> layer.values(traces, column));
        }
        return table.csv();
    }

    /**
     * Draws the labels of the steps of a heatmap in a picture.
     *
     * @param graphics drawn on
     * @param palette  the colours of marks
     */
    record StateLabels(Graphics2D graphics, Palette palette) implements StepLabels.Pen {

        /** The height of a row. */
        static final int ROW = 20;
        /** For the bars that mark deciding steps. */
        static final int STRIP = 8;

        private static final int SIZE = 13;
        /** How far below the middle of a row letters stand. */
        private static final int FOOT = 5;

        /** The height of the rows above the cells. */
        static int heightAbove(boolean symbols) {
            return (symbols ? 3 : 2) * ROW + STRIP;
        }

        /** The height of the rows below the cells. */
        static int heightBelow(boolean symbols) {
            return STRIP + (symbols ? 4 : 2) * ROW;
        }

        private static Font font(boolean bold) {
            return bold ? PictureFont.bold(SIZE) : PictureFont.regular(SIZE);
        }

        @Override
        public double width(String words, boolean bold) {
            return graphics.getFontMetrics(font(bold)).stringWidth(words);
        }

        @Override
        public void write(String words, double x, double middle, Align align, boolean bold, Color colour) {
            if (words.isEmpty()) {
                return;
            }
            double width = width(words, bold);
            double left =
                    switch (align) {
                        case LEFT -> x;
                        case CENTRE -> x - width / 2;
                        case RIGHT -> x - width;
                    };
            graphics.setFont(font(bold));
            graphics.setColor(colour);
            graphics.drawString(words, (float) left, (float) middle + FOOT);
        }

        @Override
        public void squeeze(String words, double x, double middle, double room, boolean bold, Color colour) {
            graphics.setFont(font(bold));
            graphics.setColor(colour);
            new Lettering(graphics).squeeze(words, x, middle + FOOT, room);
        }

        @Override
        public void fill(double x, double y, double width, double height, Color colour) {
            graphics.setColor(colour);
            graphics.fill(new Rectangle2D.Double(x, y, width, height));
        }

        @Override
        public void mark(double x, double middle, boolean right) {
            RightMark.draw(graphics, x, middle, right, palette);
        }
    }
}
