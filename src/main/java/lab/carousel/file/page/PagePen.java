package lab.carousel.file.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import lab.carousel.drawing.colour.ColourScale;
import lab.carousel.drawing.colour.Ink;
import lab.carousel.drawing.export.SvgPath;
import lab.carousel.drawing.mark.Box;
import lab.carousel.drawing.mark.CellGrid;
import lab.carousel.drawing.mark.Mark;
import lab.carousel.drawing.mark.Pen;

/**
 * Writes marks as values for the page's pen, each a list that begins with its kind: f (filled), d (drawn), t (text), c (cells), g
 * (group). An ink is its role, a number (of a series, or the row of a table of colours, -1 for none) and its opacity from 0 to 1.
 */
final class PagePen implements Pen {

    private static final double OPAQUE = 255;

    private final List<Object> told = new ArrayList<>();

    private PagePen() {}

    static List<Object> told(List<Mark> marks) {
        PagePen pen = new PagePen();
        marks.forEach(mark -> mark.with(pen));
        return pen.told;
    }

    private static List<Object> ink(Ink ink) {
        ColourScale scale = ink.scale();
        String table = scale.isSigned() ? "diverging" : "sequential";
        return switch (ink.role()) {
            case VALUE -> List.of(table, scale.row(ink.value()), ink.opacity() / OPAQUE);
            case ON_VALUE -> List.of("on " + table, scale.row(ink.value()), ink.opacity() / OPAQUE);
            default -> List.of(ink.role().name().toLowerCase(Locale.ROOT), ink.number(), ink.opacity() / OPAQUE);
        };
    }

    @Override
    public void fill(Mark.Filled mark) {
        told.add(List.of("f", SvgPath.of(mark.shape()), ink(mark.ink())));
    }

    @Override
    public void draw(Mark.Drawn mark) {
        float[] dashes =
                mark.stroke().dashes() == null ? new float[0] : mark.stroke().dashes();
        told.add(List.of(
                "d",
                SvgPath.of(mark.shape()),
                ink(mark.ink()),
                mark.stroke().width(),
                mark.stroke().end().name(),
                IntStream.range(0, dashes.length)
                        .mapToObj(dash -> (double) dashes[dash])
                        .toList()));
    }

    @Override
    public void write(Mark.Words mark) {
        told.add(List.of(
                "t",
                mark.words(),
                mark.x(),
                mark.baseline(),
                mark.width(),
                mark.font().size(),
                mark.font().isBold(),
                ink(mark.ink()),
                mark.isUpwards()));
    }

    /** Rows of colours, and where the columns begin. */
    @Override
    public void colour(Mark.Cells mark) {
        CellGrid grid = mark.grid();
        int columns = grid.columns().count();
        double[] rows = new double[grid.rows() * columns];
        for (int cell = 0; cell < rows.length; cell++) {
            rows[cell] = mark.scale().row(mark.values().at(cell / columns, cell % columns));
        }
        told.add(List.of(
                "c",
                IntStream.range(0, columns).mapToDouble(grid::x).toArray(),
                grid.columns().columnWidth(),
                grid.top(),
                grid.rowHeight(),
                rows,
                mark.scale().isSigned() ? "diverging" : "sequential"));
    }

    @Override
    public void open(Mark.Group mark) {
        Box clip = mark.clip();
        told.add(List.of(
                "g",
                mark.moveX(),
                mark.moveY(),
                mark.scale(),
                clip == null ? List.of() : List.of(clip.x(), clip.y(), clip.width(), clip.height()),
                told(mark.marks())));
    }
}
