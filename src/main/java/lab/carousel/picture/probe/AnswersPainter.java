package lab.carousel.picture.probe;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.function.IntFunction;
import lab.carousel.drawing.RightMark;
import lab.carousel.drawing.cells.CellPainter;
import lab.carousel.drawing.cells.ColourBar;
import lab.carousel.drawing.colour.ColourScale;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.label.Lettering;
import lab.carousel.drawing.label.PictureFont;
import lab.carousel.drawing.label.Thinning;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;

/** Draws an {@link AnswersDrawing}. */
record AnswersPainter(AnswersDrawing drawing, Graphics2D graphics, AnswersLayout layout, Palette palette) {

    /** In narrower columns symbols cannot be told apart, and low and high bars stand for right and wrong. */
    private static final double NARROW = 10;

    private static final double BASELINE = 13;

    private Lettering lettering() {
        return new Lettering(graphics);
    }

    void draw() {
        graphics.setFont(PictureFont.regular(AnswersLayout.FONT));
        for (int block = 0; block < drawing.blocks().size(); block++) {
            drawTitle(block);
            drawCells(block);
            drawSymbolNames(block);
            drawPredicted(block);
        }
        drawFoot();
        drawSelected();
        drawColourBar();
    }

    private void drawTitle(int block) {
        graphics.setFont(PictureFont.bold(AnswersLayout.FONT));
        graphics.setColor(palette.text());
        lettering().from(drawing.blocks().get(block).title(), 0, layout.top(block) + 12, layout.right());
        graphics.setFont(PictureFont.regular(AnswersLayout.FONT));
        if (block > 0 && drawing.from() >= 0) {
            graphics.setColor(palette.accent());
            double x = layout.x(drawing.from());
            graphics.fill(new Rectangle2D.Double(x, layout.cells(block) - 4, layout.right() - x, 3));
        }
    }

    private CellPainter cells(int block) {
        return new CellPainter(layout.grid(block), ColourScale.SHARE, palette);
    }

    private void drawCells(int block) {
        CellPainter painter = cells(block);
        painter.draw(graphics, (row, column) -> layout.value(block, column, row));
        boolean numbers = painter.hasRoom(graphics.getFontMetrics(), "0.00");
        for (int column = 0; column < drawing.columns().size() && numbers; column++) {
            for (int row = 0; row < layout.rows(); row++) {
                double value = layout.value(block, column, row);
                if (!Double.isNaN(value)) {
                    painter.write(graphics, row, column, value, NumberText.share(value));
                }
            }
        }
    }

    private void drawSymbolNames(int block) {
        Thinning thinning = Thinning.of(layout.rowHeight, AnswersLayout.FONT + 1);
        graphics.setColor(palette.muted());
        for (int k = 0; k < layout.rows(); k++) {
            if (thinning.shows(k + 1)) {
                double y = layout.cells(block) + (k + 0.5) * layout.rowHeight + 4.5;
                name(layout.rowName(k), y);
            }
        }
    }

    private void name(String words, double baseline) {
        lettering().upTo(words, layout.left - 8, baseline, layout.left - 8);
    }

    private void drawPredicted(int block) {
        double y = layout.predicted(block);
        graphics.setColor(palette.muted());
        name(Message.text("picture.predicted"), y + BASELINE);
        for (int column = 0; column < drawing.columns().size(); column++) {
            boolean right = drawing.isRight(block, column);
            boolean scored = drawing.columns().get(column).scored();
            if (layout.columnWidth >= NARROW) {
                graphics.setColor(scored ? palette.text() : palette.muted());
                String symbol =
                        drawing.symbols().get(drawing.blocks().get(block).predicted(column));
                centred(symbol, column, y + BASELINE);
            }
            if (scored) {
                drawMark(column, y + AnswersLayout.LINE, right);
            }
            if (block > 0 && drawing.isChanged(block, column)) {
                frame(column, y);
            }
        }
    }

    private void drawMark(int column, double y, boolean right) {
        double middle = layout.middle(column);
        if (layout.columnWidth >= NARROW + 2) {
            RightMark.draw(graphics, middle, y + AnswersLayout.LINE / 2 - 1, right, palette);
            return;
        }
        graphics.setColor(right ? palette.right() : palette.wrong());
        double height = right ? 3 : AnswersLayout.LINE - 3;
        double foot = y + AnswersLayout.LINE - 2;
        cells(0).fill(graphics, column, foot - height, foot);
    }

    /** A frame around a prediction that has changed; in narrow columns a bar above it. */
    private void frame(int column, double y) {
        graphics.setColor(palette.accent());
        if (layout.columnWidth < NARROW + 2) {
            cells(0).fill(graphics, column, y + 2, y + 6);
            return;
        }
        double width = Math.min(layout.columnWidth - 2, 40);
        double x = layout.x(column) + (layout.columnWidth - width) / 2;
        graphics.setStroke(new BasicStroke(2));
        graphics.draw(new RoundRectangle2D.Double(x, y + 1, width, 2 * AnswersLayout.LINE - 3, 6, 6));
    }

    private void drawFoot() {
        double y = layout.foot();
        symbols("picture.in", y, column -> drawing.columns().get(column).input());
        symbols("picture.expected", y + AnswersLayout.LINE, column -> drawing.columns()
                .get(column)
                .expected());
        y += 2 * AnswersLayout.LINE;
        for (AnswersDrawing.SymbolRow row : drawing.others()) {
            row(row.title(), y, column -> row.symbols().get(column));
            y += AnswersLayout.LINE;
        }
        graphics.setColor(palette.muted());
        name(Message.text("picture.step"), y + BASELINE);
        int last = drawing.columns().stream()
                .mapToInt(AnswersDrawing.StepColumn::number)
                .max()
                .orElse(0);
        double needed = graphics.getFontMetrics().stringWidth(Integer.toString(last)) + 6.0;
        Thinning thinning = Thinning.of(layout.columnWidth, needed);
        for (int column = 0; column < drawing.columns().size(); column++) {
            int number = drawing.columns().get(column).number();
            if (thinning.shows(number)) {
                lettering()
                        .around(
                                Integer.toString(number),
                                layout.middle(column),
                                y + BASELINE,
                                Double.POSITIVE_INFINITY);
            }
        }
    }

    private void symbols(String key, double y, IntFunction<String> symbol) {
        row(Message.text(key), y, symbol);
    }

    private void row(String title, double y, IntFunction<String> symbol) {
        if (layout.columnWidth < NARROW) {
            return;
        }
        graphics.setColor(palette.muted());
        name(title, y + BASELINE);
        for (int column = 0; column < drawing.columns().size(); column++) {
            graphics.setColor(drawing.columns().get(column).scored() ? palette.text() : palette.muted());
            centred(symbol.apply(column), column, y + BASELINE);
        }
    }

    private void centred(String words, int column, double baseline) {
        lettering().around(words, layout.middle(column), baseline, layout.columnWidth - 1);
    }

    private void drawSelected() {
        if (drawing.selected() >= 0 && drawing.selected() < drawing.columns().size()) {
            graphics.setColor(palette.accent());
            graphics.setStroke(new BasicStroke(1));
            for (int block = 0; block < drawing.blocks().size(); block++) {
                graphics.draw(new Rectangle2D.Double(
                        layout.x(drawing.selected()) + 0.5,
                        layout.cells(block) + 0.5,
                        Math.max(1, layout.columnWidth - 1),
                        layout.rows() * layout.rowHeight - 1));
            }
        }
    }

    private void drawColourBar() {
        double x = layout.right() + 10;
        double top = layout.cells(0);
        double height = Math.max(32, layout.rows() * layout.rowHeight);
        new ColourBar(ColourScale.SHARE, palette).draw(graphics, x, top, 8, height);
        graphics.setColor(palette.muted());
        graphics.drawString("1", (float) x + 12, (float) top + 10);
        graphics.drawString("0", (float) x + 12, (float) (top + height));
    }
}
