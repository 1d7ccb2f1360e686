package lab.carousel.picture.probe;

import static lab.carousel.picture.probe.ContrastLayout.BARS;
import static lab.carousel.picture.probe.ContrastLayout.FONT;
import static lab.carousel.picture.probe.ContrastLayout.LINE;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
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
import lab.carousel.study.ContrastSide;
import lab.carousel.study.ContrastStep;
import lab.carousel.task.Target;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;

final class ContrastPainter {

    /** In narrower columns symbols cannot be told apart, and low and high bars stand for right and wrong. */
    private static final double NARROW = 10;

    private static final double BASELINE = 13;
    /** Beside the cells, for the bar of colours. */
    private static final double BAR = 34;

    private final ContrastDrawing drawing;
    private final ContrastDrawing.Look look;
    private final List<ContrastStep> steps;
    private final Graphics2D graphics;
    private final Lettering lettering;
    private final ContrastLayout layout;
    /** Of the first block; all have the same columns. */
    private final CellGrid grid;

    private final Palette palette;

    ContrastPainter(ContrastDrawing drawing, Graphics2D graphics, ContrastLayout layout, Palette palette) {
        this.drawing = drawing;
        this.look = drawing.look();
        this.steps = drawing.steps();
        this.graphics = graphics;
        this.lettering = new Lettering(graphics);
        this.layout = layout;
        this.grid = layout.grid(0);
        this.palette = palette;
    }

    void draw() {
        graphics.setFont(PictureFont.regular(FONT));
        drawHeads();
        if (drawing.differences().isPresent()) {
            for (int side = 0; side < look.sides() && layout.hasSymbols; side++) {
                drawPredicted(side, drawing.title(side));
            }
            if (layout.hasSymbols) {
                drawInputs();
            }
            drawDifferences(look.compared().orElseThrow(), drawing.differences().get());
            return;
        }
        for (int block = 0; block < look.sides(); block++) {
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
        graphics.setFont(PictureFont.bold(FONT));
        graphics.setColor(palette.text());
        List<Integer> starts = new ArrayList<>(drawing.gaps());
        starts.add(0, 0);
        for (int index = 0; index < starts.size() && starts.size() > 1; index++) {
            int start = starts.get(index);
            int end = index + 1 < starts.size() ? starts.get(index + 1) : steps.size();
            double room = grid.x(end - 1) + layout.columnWidth - grid.x(start);
            int number = steps.get(start).sequence() + 1;
            String words = Message.text("state.sequence", number);
            boolean isWhole = lettering.width(words) <= room;
            lettering.from(isWhole ? words : NumberText.whole(number), grid.x(start), BASELINE, room);
        }
        graphics.setFont(PictureFont.regular(FONT));
    }

    private void drawDifferences(ComparedStates compared, MatrixDrawing matrix) {
        Rectangle2D room = layout.room;
        double top = layout.bars();
        graphics.setColor(palette.muted());
        lettering.from(compared.size(), 0, top - LINE + BASELINE, room.getMaxX());
        lettering.from(compared.difference(), 0, room.getY() - LINE + BASELINE, room.getMaxX());
        drawing.bars(compared).draw(graphics, column -> grid.at(0, column), top, top + BARS, palette);
        matrix.draw(graphics, room, palette);
    }

    private void drawTitle(int block) {
        graphics.setFont(PictureFont.bold(FONT));
        graphics.setColor(palette.text());
        String title = drawing.title(block);
        double end = title.isEmpty() ? 0 : lettering.width(title) + 8;
        lettering.from(title, 0, layout.top(block) + 12, grid.right());
        graphics.setFont(PictureFont.regular(FONT));
        graphics.setColor(palette.muted());
        lettering.from(Message.text("picture.answers.rows"), end, layout.top(block) + 12, grid.right() - end);
        if (block > 0 && look.from() >= 0) {
            graphics.setColor(palette.accent());
            double x = grid.x(look.from());
            graphics.fill(new Rectangle2D.Double(x, layout.cells(block) - 4, grid.right() - x, 3));
        }
    }

    private void drawCells(int block) {
        CellPainter painter = new CellPainter(layout.grid(block), drawing.scale(), palette);
        painter.draw(graphics, (row, column) -> layout.value(block, column, row));
        boolean numbers = painter.hasRoom(graphics.getFontMetrics(), "0.00");
        for (int column = 0; column < steps.size() && numbers; column++) {
            for (int row = 0; row < layout.rows; row++) {
                double value = layout.value(block, column, row);
                if (!Double.isNaN(value)) {
                    painter.write(graphics, row, column, value, NumberText.share(value));
                }
            }
        }
    }

    private void drawSymbolNames(int block) {
        Thinning thinning = Thinning.of(layout.rowHeight, FONT + 1);
        graphics.setColor(palette.muted());
        for (int k = 0; k < layout.rows; k++) {
            if (thinning.shows(k + 1)) {
                name(layout.rowName(k), layout.cells(block) + (k + 0.5) * layout.rowHeight + 4.5);
            }
        }
    }

    private void name(String words, double baseline) {
        lettering.upTo(words, layout.left - 8, baseline, layout.left - 8);
    }

    private void drawPredicted(int block, String title) {
        double y = layout.predicted(block);
        graphics.setColor(palette.muted());
        name(title, y + BASELINE);
        for (int column = 0; column < steps.size(); column++) {
            ContrastSide side = drawing.side(block, column);
            boolean scored = side.isScored();
            if (layout.columnWidth >= NARROW) {
                graphics.setColor(scored ? palette.text() : palette.muted());
                centred(side.predicted().words(drawing.symbols()::get), column, y + BASELINE);
            }
            if (scored) {
                drawMark(column, y + LINE, side.isRight());
            }
            if (block > 0 && steps.get(column).isChanged()) {
                frame(column, y);
            }
        }
    }

    private void drawMark(int column, double y, boolean right) {
        if (layout.columnWidth >= NARROW + 2) {
            RightMark.draw(graphics, grid.middle(column), y + LINE / 2 - 1, right, palette);
            return;
        }
        graphics.setColor(right ? palette.right() : palette.wrong());
        double height = right ? 3 : LINE - 3;
        fill(column, y + LINE - 2 - height, y + LINE - 2);
    }

    private void fill(int column, double from, double to) {
        new CellPainter(grid, ColourScale.SHARE, palette).fill(graphics, column, from, to);
    }

    /** A frame around a prediction that has changed; in narrow columns a bar above it. */
    private void frame(int column, double y) {
        graphics.setColor(palette.accent());
        if (layout.columnWidth < NARROW + 2) {
            fill(column, y + 2, y + 6);
            return;
        }
        double width = Math.min(layout.columnWidth - 2, 40);
        double x = grid.x(column) + (layout.columnWidth - width) / 2;
        graphics.setStroke(new BasicStroke(2));
        graphics.draw(new RoundRectangle2D.Double(x, y + 1, width, 2 * LINE - 3, 6, 6));
    }

    private void drawInputs() {
        symbols("picture.in", layout.foot(), ContrastSide::fed);
        symbols("picture.expected", layout.foot() + LINE, ContrastSide::target);
    }

    private void drawFoot() {
        drawInputs();
        double y = layout.foot() + 2 * LINE;
        for (SymbolRow row : look.others()) {
            row(row.title(), y, column -> row.symbols().get(column));
            y += LINE;
        }
        graphics.setColor(palette.muted());
        name(Message.text("picture.step"), y + BASELINE);
        int last = steps.stream().mapToInt(ContrastStep::number).max().orElse(0);
        Thinning thinning = Thinning.of(layout.columnWidth, lettering.width(Integer.toString(last)) + 6);
        for (int column = 0; column < steps.size(); column++) {
            int number = steps.get(column).number();
            if (thinning.shows(number)) {
                String words = Integer.toString(number);
                lettering.around(words, grid.middle(column), y + BASELINE, Double.POSITIVE_INFINITY);
            }
        }
    }

    private void symbols(String key, double y, Function<ContrastSide, Target> symbols) {
        row(Message.text(key), y, column -> drawing.both(steps.get(column), symbols));
    }

    private void row(String title, double y, IntFunction<String> symbol) {
        if (layout.columnWidth < NARROW) {
            return;
        }
        graphics.setColor(palette.muted());
        name(title, y + BASELINE);
        for (int column = 0; column < steps.size(); column++) {
            graphics.setColor(drawing.side(0, column).isScored() ? palette.text() : palette.muted());
            centred(symbol.apply(column), column, y + BASELINE);
        }
    }

    private void centred(String words, int column, double baseline) {
        lettering.around(words, grid.middle(column), baseline, layout.columnWidth - 1);
    }

    private void drawSelected() {
        if (look.selected() >= 0 && look.selected() < steps.size()) {
            graphics.setColor(palette.accent());
            graphics.setStroke(new BasicStroke(1));
            for (int block = 0; block < look.sides(); block++) {
                graphics.draw(new Rectangle2D.Double(
                        grid.x(look.selected()) + 0.5,
                        layout.cells(block) + 0.5,
                        Math.max(1, layout.columnWidth - 1),
                        layout.rows * layout.rowHeight - 1));
            }
        }
    }

    private void drawColourBar() {
        double x = grid.right() + 10;
        double top = layout.cells(0);
        double height = Math.max(32, layout.rows * layout.rowHeight);
        new ColourBar(drawing.scale(), palette).draw(graphics, x, top, 8, height);
        graphics.setColor(palette.muted());
        graphics.drawString(drawing.scale().highText(), (float) x + 12, (float) top + 10);
        graphics.drawString(drawing.scale().lowText(), (float) x + 12, (float) (top + height));
        lettering.upTo(Message.text("picture.answers.colours"), x + BAR, top - 8, 2 * BAR);
    }
}
