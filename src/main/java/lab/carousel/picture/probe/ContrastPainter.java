package lab.carousel.picture.probe;

import static lab.carousel.picture.probe.ContrastLayout.BARS;
import static lab.carousel.picture.probe.ContrastLayout.FONT;
import static lab.carousel.picture.probe.ContrastLayout.LINE;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import lab.carousel.drawing.MatrixDrawing;
import lab.carousel.drawing.RightMark;
import lab.carousel.drawing.cells.CellPainter;
import lab.carousel.drawing.cells.ColourBar;
import lab.carousel.drawing.colour.ColourScale;
import lab.carousel.drawing.colour.Ink;
import lab.carousel.drawing.font.PictureFont;
import lab.carousel.drawing.label.Lettering;
import lab.carousel.drawing.label.Thinning;
import lab.carousel.drawing.mark.Box;
import lab.carousel.drawing.mark.CellGrid;
import lab.carousel.drawing.mark.Marks;
import lab.carousel.drawing.mark.RoundBox;
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
    private final Marks marks;
    private final Lettering lettering;
    private final ContrastLayout layout;
    /** Of the first block; all have the same columns. */
    private final CellGrid grid;

    ContrastPainter(ContrastDrawing drawing, Marks marks, ContrastLayout layout) {
        this.drawing = drawing;
        this.look = drawing.look();
        this.steps = drawing.steps();
        this.marks = marks;
        this.lettering = new Lettering(marks);
        this.layout = layout;
        this.grid = layout.grid(0);
    }

    void draw() {
        marks.font(PictureFont.regular(FONT));
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
        marks.font(PictureFont.bold(FONT));
        marks.ink(Ink.TEXT);
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
        marks.font(PictureFont.regular(FONT));
    }

    private void drawDifferences(ComparedStates compared, MatrixDrawing matrix) {
        Box room = layout.room;
        double top = layout.bars();
        marks.ink(Ink.MUTED);
        lettering.from(compared.size(), 0, top - LINE + BASELINE, room.right());
        lettering.from(compared.difference(), 0, room.y() - LINE + BASELINE, room.right());
        drawing.bars(compared).draw(marks, column -> grid.at(0, column), top, top + BARS);
        matrix.draw(marks, room);
    }

    private void drawTitle(int block) {
        marks.font(PictureFont.bold(FONT));
        marks.ink(Ink.TEXT);
        String title = drawing.title(block);
        double end = title.isEmpty() ? 0 : lettering.width(title) + 8;
        lettering.from(title, 0, layout.top(block) + 12, grid.right());
        marks.font(PictureFont.regular(FONT));
        marks.ink(Ink.MUTED);
        lettering.from(Message.text("picture.answers.rows"), end, layout.top(block) + 12, grid.right() - end);
        if (block > 0 && look.from() >= 0) {
            marks.ink(Ink.ACCENT);
            double x = grid.x(look.from());
            marks.fill(new Box(x, layout.cells(block) - 4, grid.right() - x, 3));
        }
    }

    private void drawCells(int block) {
        CellPainter painter = new CellPainter(layout.grid(block), drawing.scale());
        painter.draw(marks, (row, column) -> layout.value(block, column, row));
        boolean numbers = painter.hasRoom(marks.font(), "0.00");
        for (int column = 0; column < steps.size() && numbers; column++) {
            for (int row = 0; row < layout.rows; row++) {
                double value = layout.value(block, column, row);
                if (!Double.isNaN(value)) {
                    painter.write(marks, row, column, value, NumberText.share(value));
                }
            }
        }
    }

    private void drawSymbolNames(int block) {
        Thinning thinning = Thinning.of(layout.rowHeight, FONT + 1);
        marks.ink(Ink.MUTED);
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
        marks.ink(Ink.MUTED);
        name(title, y + BASELINE);
        for (int column = 0; column < steps.size(); column++) {
            ContrastSide side = drawing.side(block, column);
            boolean scored = side.isScored();
            if (layout.columnWidth >= NARROW) {
                marks.ink(scored ? Ink.TEXT : Ink.MUTED);
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
            RightMark.draw(marks, grid.middle(column), y + LINE / 2 - 1, right);
            return;
        }
        marks.ink(right ? Ink.RIGHT : Ink.WRONG);
        double height = right ? 3 : LINE - 3;
        fill(column, y + LINE - 2 - height, y + LINE - 2);
    }

    private void fill(int column, double from, double to) {
        new CellPainter(grid, ColourScale.SHARE).fill(marks, column, from, to);
    }

    /** A frame around a prediction that has changed; in narrow columns a bar above it. */
    private void frame(int column, double y) {
        marks.ink(Ink.ACCENT);
        if (layout.columnWidth < NARROW + 2) {
            fill(column, y + 2, y + 6);
            return;
        }
        double width = Math.min(layout.columnWidth - 2, 40);
        double x = grid.x(column) + (layout.columnWidth - width) / 2;
        marks.stroke(2);
        marks.draw(new RoundBox(new Box(x, y + 1, width, 2 * LINE - 3), 3));
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
        marks.ink(Ink.MUTED);
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
        marks.ink(Ink.MUTED);
        name(title, y + BASELINE);
        for (int column = 0; column < steps.size(); column++) {
            marks.ink(drawing.side(0, column).isScored() ? Ink.TEXT : Ink.MUTED);
            centred(symbol.apply(column), column, y + BASELINE);
        }
    }

    private void centred(String words, int column, double baseline) {
        lettering.around(words, grid.middle(column), baseline, layout.columnWidth - 1);
    }

    private void drawSelected() {
        if (look.selected() >= 0 && look.selected() < steps.size()) {
            marks.ink(Ink.ACCENT);
            marks.stroke(1);
            for (int block = 0; block < look.sides(); block++) {
                marks.draw(new Box(
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
        new ColourBar(drawing.scale()).draw(marks, x, top, 8, height);
        marks.ink(Ink.MUTED);
        marks.words(drawing.scale().highText(), x + 12, top + 10);
        marks.words(drawing.scale().lowText(), x + 12, (top + height));
        lettering.upTo(Message.text("picture.answers.colours"), x + BAR, top - 8, 2 * BAR);
    }
}
