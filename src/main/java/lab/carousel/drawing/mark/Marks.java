package lab.carousel.drawing.mark;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import lab.carousel.drawing.colour.ColourScale;
import lab.carousel.drawing.colour.Ink;
import lab.carousel.drawing.font.PictureFont;
import org.jspecify.annotations.Nullable;

/** Lists the marks of a picture, one after the other, in the ink, the font and the stroke that it was given last. */
public final class Marks {

    private record Open(double moveX, double moveY, double scale, @Nullable Box clip, List<Mark> marks) {}

    private final Deque<Open> open = new ArrayDeque<>();
    private Ink ink = Ink.TEXT;
    private Stroke stroke = Stroke.of(1);
    private PictureFont font = PictureFont.regular(12);

    /** All that something lists, the lowest first. */
    public static List<Mark> of(Consumer<Marks> listing) {
        Marks marks = new Marks();
        listing.accept(marks);
        return marks.list();
    }

    /** Without a mark yet. */
    public Marks() {
        begin(0, 0, 1, null);
    }

    /** All so far, the lowest first. */
    public List<Mark> list() {
        return open.getLast().marks();
    }

    private void begin(double moveX, double moveY, double scale, @Nullable Box clip) {
        open.push(new Open(moveX, moveY, scale, clip, new ArrayList<>()));
    }

    /** What follows, until the end, is enlarged and moved. */
    public void begin(double moveX, double moveY, double scale) {
        begin(moveX, moveY, scale, null);
    }

    /** Of what follows, until the end, only that is seen which lies in an area. */
    public void beginClip(Box area) {
        begin(0, 0, 1, area);
    }

    /** Ends what was begun last. */
    public void end() {
        Open ended = open.pop();
        add(new Mark.Group(ended.moveX(), ended.moveY(), ended.scale(), ended.clip(), ended.marks()));
    }

    private void add(Mark mark) {
        open.getFirst().marks().add(mark);
    }

    public void ink(Ink newInk) {
        ink = newInk;
    }

    public void stroke(Stroke newStroke) {
        stroke = newStroke;
    }

    /** Solid lines from now on, of a width in points. */
    public void stroke(double width) {
        stroke(Stroke.of(width));
    }

    public void font(PictureFont newFont) {
        font = newFont;
    }

    public PictureFont font() {
        return font;
    }

    public void fill(Shape shape) {
        add(new Mark.Filled(shape, ink, false));
    }

    /** Fills an area whose upper and lower edge are to meet those of cells. */
    public void fillWhole(Box area) {
        add(new Mark.Filled(area, ink, true));
    }

    public void draw(Shape shape) {
        add(new Mark.Drawn(shape, ink, stroke));
    }

    public void line(double fromX, double fromY, double toX, double toY) {
        draw(new Line(fromX, fromY, toX, toY));
    }

    public void words(String words, double x, double baseline) {
        words(words, x, baseline, font.width(words), false);
    }

    /** Words that are made narrower where they would be wider than a width. */
    public void words(String words, double x, double baseline, double width) {
        words(words, x, baseline, width, false);
    }

    /** Words that are read upwards, from a place on. */
    public void upwards(String words, double x, double y) {
        words(words, x, y, font.width(words), true);
    }

    private void words(String words, double x, double baseline, double width, boolean isUpwards) {
        if (!words.isEmpty()) {
            add(new Mark.Words(words, x, baseline, width, font, ink, isUpwards));
        }
    }

    public void cells(CellGrid grid, CellValues values, ColourScale scale) {
        add(new Mark.Cells(grid, values, scale));
    }

    /** What stands at the places of an area. */
    public void spots(Box area, Function<Point, Optional<Hit>> at) {
        add(new Mark.Spots(area, at));
    }

    /** What stands in each cell, by its row and its column. */
    public void spots(CellGrid grid, BiFunction<Integer, Integer, Hit> cell) {
        spots(grid.area(), place -> {
            int row = grid.rowAt(place.y());
            int column = grid.columnAt(place.x());
            return row < 0 || column < 0 ? Optional.empty() : Optional.of(cell.apply(row, column));
        });
    }

    /** What stands in rows of one height that fill an area. */
    public void spotRows(Box area, int rows, IntFunction<Hit> row) {
        spots(CellGrid.filling(area, rows, 1), (number, column) -> row.apply(number));
    }

    /** What stands in columns of one width that fill an area. */
    public void spotColumns(Box area, int columns, IntFunction<Hit> column) {
        spots(CellGrid.filling(area, 1, columns), (row, number) -> column.apply(number));
    }
}
