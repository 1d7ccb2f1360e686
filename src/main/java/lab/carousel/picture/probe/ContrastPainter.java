package lab.carousel.picture.probe;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import lab.carousel.drawing.MatrixDrawing;
import lab.carousel.drawing.RightMark;
import lab.carousel.drawing.cells.CellGrid;
import lab.carousel.drawing.cells.CellPainter;
import lab.carousel.drawing.cells.ColourBar;
import lab.carousel.drawing.colour.ColourScale;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.label.Lettering;
import lab.carousel.drawing.label.PictureFont;
import lab.carousel.drawing.label.Thinning;
import lab.carousel.study.Contrast;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;

record ContrastPainter(ContrastDrawing drawing, Graphics2D graphics, ContrastLayout layout, Palette palette) {

    /** In narrower columns symbols cannot be told apart, and low and high bars stand for right and wrong. */
    private static final double NARROW = 10;

    private static final double BASELINE = 13;

    private Lettering lettering() {
        return new Lettering(graphics);
    }

    void draw(double width, double height) {
        graphics.setFont(PictureFont.regular(ContrastLayout.FONT));
        if (drawing.differences().isPresent()) {
            drawHeads();
            for (int side = 0; side < drawing.look().sides() && layout.hasSymbols; side++) {
                drawPredicted(side, drawing.title(side));
            }
            if (layout.hasSymbols) {
                drawInputs();
            }
            drawDifferences(
                    drawing.look().compared().orElseThrow(),
                    drawing.differences().get(),
                    width,
                    height);
            return;
        }
        for (int block = 0; block < drawing.look().sides(); block++) {
            drawTitle(block);
            drawCells(block);
            drawSymbolNames(block);
            drawPredicted(block, Message.text("picture.predicted"));
        }
        drawFoot();
        drawSelected();
        drawColourBar();
    }

    private void drawHeads() {
        graphics.setFont(PictureFont.bold(ContrastLayout.FONT));
        graphics.setColor(palette.text());
        List<Integer> starts = new ArrayList<>(drawing.gaps());
        starts.add(0, 0);
        for (int index = 0; index < starts.size() && starts.size() > 1; index++) {
            int start = starts.get(index);
            int end = index + 1 < starts.size()
                    ? starts.get(index + 1)
                    : drawing.steps().size();
            double room = layout.x(end - 1) + layout.columnWidth - layout.x(start);
            int number = drawing.steps().get(start).sequence() + 1;
            String words = Message.text("state.sequence", number);
            boolean isWhole = lettering().width(words) <= room;
            lettering().from(isWhole ? words : NumberText.whole(number), layout.x(start), BASELINE, room);
        }
        graphics.setFont(PictureFont.regular(ContrastLayout.FONT));
    }

    private void drawDifferences(ContrastDrawing.Compared compared, MatrixDrawing matrix, double width, double height) {
        double top = layout.bars();
        graphics.setColor(palette.muted());
        lettering().from(compared.size(), 0, top - ContrastLayout.LINE + BASELINE, width);
        lettering().from(compared.difference(), 0, layout.matrixTop - ContrastLayout.LINE + BASELINE, width);
        CellGrid cells = layout.grid(0);
        drawing.bars(compared).draw(graphics, column -> cells.at(0, column), top, top + ContrastLayout.BARS, palette);
        AffineTransform before = graphics.getTransform();
        graphics.translate(layout.inset, layout.matrixTop);
        matrix.draw(graphics, width - layout.inset, height - layout.matrixTop, palette);
        graphics.setTransform(before);
    }

    private void drawTitle(int block) {
        graphics.setFont(PictureFont.bold(ContrastLayout.FONT));
        graphics.setColor(palette.text());
        lettering().from(drawing.title(block), 0, layout.top(block) + 12, layout.right());
        graphics.setFont(PictureFont.regular(ContrastLayout.FONT));
        if (block > 0 && drawing.look().from() >= 0) {
            graphics.setColor(palette.accent());
            double x = layout.x(drawing.look().from());
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
        for (int column = 0; column < drawing.steps().size() && numbers; column++) {
            for (int row = 0; row < layout.rows(); row++) {
                double value = layout.value(block, column, row);
                if (!Double.isNaN(value)) {
                    painter.write(graphics, row, column, value, NumberText.share(value));
                }
            }
        }
    }

    private void drawSymbolNames(int block) {
        Thinning thinning = Thinning.of(layout.rowHeight, ContrastLayout.FONT + 1);
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

    private void drawPredicted(int block, String title) {
        double y = layout.predicted(block);
        graphics.setColor(palette.muted());
        name(title, y + BASELINE);
        for (int column = 0; column < drawing.steps().size(); column++) {
            Contrast.Side side = drawing.side(block, column);
            boolean scored = side.isScored();
            if (layout.columnWidth >= NARROW) {
                graphics.setColor(scored ? palette.text() : palette.muted());
                centred(drawing.symbols().get(side.predicted()), column, y + BASELINE);
            }
            if (scored) {
                drawMark(column, y + ContrastLayout.LINE, side.isRight());
            }
            if (block > 0 && drawing.steps().get(column).isChanged()) {
                frame(column, y);
            }
        }
    }

    private void drawMark(int column, double y, boolean right) {
        double middle = layout.middle(column);
        if (layout.columnWidth >= NARROW + 2) {
            RightMark.draw(graphics, middle, y + ContrastLayout.LINE / 2 - 1, right, palette);
            return;
        }
        graphics.setColor(right ? palette.right() : palette.wrong());
        double height = right ? 3 : ContrastLayout.LINE - 3;
        double foot = y + ContrastLayout.LINE - 2;
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
        graphics.draw(new RoundRectangle2D.Double(x, y + 1, width, 2 * ContrastLayout.LINE - 3, 6, 6));
    }

    private void drawInputs() {
        double y = layout.foot();
        symbols("picture.in", y, Contrast.Side::input);
        symbols("picture.expected", y + ContrastLayout.LINE, Contrast.Side::target);
    }

    private void drawFoot() {
        drawInputs();
        double y = layout.foot() + 2 * ContrastLayout.LINE;
        for (ContrastDrawing.SymbolRow row : drawing.look().others()) {
            row(row.title(), y, column -> row.symbols().get(column));
            y += ContrastLayout.LINE;
        }
        graphics.setColor(palette.muted());
        name(Message.text("picture.step"), y + BASELINE);
        int last =
                drawing.steps().stream().mapToInt(Contrast.Step::number).max().orElse(0);
        double needed = graphics.getFontMetrics().stringWidth(Integer.toString(last)) + 6.0;
        Thinning thinning = Thinning.of(layout.columnWidth, needed);
        for (int column = 0; column < drawing.steps().size(); column++) {
            int number = drawing.steps().get(column).number();
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

    private void symbols(String key, double y, Function<Contrast.Side, Integer> symbol) {
        row(Message.text(key), y, column -> drawing.both(drawing.steps().get(column), symbol));
    }

    private void row(String title, double y, IntFunction<String> symbol) {
        if (layout.columnWidth < NARROW) {
            return;
        }
        graphics.setColor(palette.muted());
        name(title, y + BASELINE);
        for (int column = 0; column < drawing.steps().size(); column++) {
            graphics.setColor(drawing.side(0, column).isScored() ? palette.text() : palette.muted());
            centred(symbol.apply(column), column, y + BASELINE);
        }
    }

    private void centred(String words, int column, double baseline) {
        lettering().around(words, layout.middle(column), baseline, layout.columnWidth - 1);
    }

    private void drawSelected() {
        if (drawing.look().selected() >= 0
                && drawing.look().selected() < drawing.steps().size()) {
            graphics.setColor(palette.accent());
            graphics.setStroke(new BasicStroke(1));
            for (int block = 0; block < drawing.look().sides(); block++) {
                graphics.draw(new Rectangle2D.Double(
                        layout.x(drawing.look().selected()) + 0.5,
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
