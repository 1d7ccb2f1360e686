package lab.carousel.drawing.cells;

import lab.carousel.drawing.colour.ColourScale;
import lab.carousel.drawing.colour.Ink;
import lab.carousel.drawing.font.PictureFont;
import lab.carousel.drawing.mark.Box;
import lab.carousel.drawing.mark.CellGrid;
import lab.carousel.drawing.mark.CellValues;
import lab.carousel.drawing.mark.Marks;
import lab.carousel.drawing.mark.WholeEdges;

/** Draws coloured cells, and what lies upon them. */
public record CellPainter(CellGrid grid, ColourScale scale) {

    private static final double LEAST_PARTED = 8;

    /** Draws all cells; those without a value are grey. */
    public void draw(Marks marks, CellValues values) {
        marks.cells(grid, values, scale);
    }

    /** Fills a part of a column from one height to another one, to whole points like the cells. */
    public void fill(Marks marks, int column, double from, double to) {
        marks.fill(grid.whole(column, column, from, to));
    }

    /** Fills a whole row, from edge to edge of its cells. */
    public void fill(Marks marks, int row) {
        marks.fillWhole(new Box(grid.left(), grid.y(row), grid.columns().width(), grid.rowHeight()));
    }

    /** Parts neighbouring cells by thin lines, so that those of one colour can be counted; not where cells are small. */
    public void part(Marks marks) {
        if (Math.min(grid.columns().columnWidth(), grid.rowHeight()) < LEAST_PARTED) {
            return;
        }
        marks.ink(Ink.BACKGROUND);
        for (int column = 1; column < grid.columns().count(); column++) {
            marks.fill(new Box(
                    WholeEdges.round(grid.x(column)) - 1,
                    WholeEdges.round(grid.top()),
                    1,
                    WholeEdges.round(grid.bottom() - grid.top())));
        }
        for (int row = 1; row < grid.rows(); row++) {
            marks.fill(new Box(
                    WholeEdges.round(grid.left()),
                    WholeEdges.round(grid.y(row)) - 1,
                    WholeEdges.round(grid.columns().width()),
                    1));
        }
    }

    public boolean hasRoom(PictureFont font, String widest) {
        return font.width(widest) + 4 < grid.columns().columnWidth() && font.ascent() + 2 < grid.rowHeight();
    }

    /** Writes a number into a cell, black or white, whichever can be read on its colour. */
    public void write(Marks marks, int row, int column, double value, String number) {
        PictureFont font = marks.font();
        marks.ink(Ink.onValue(value, scale));
        double middle = grid.y(row) + grid.rowHeight() / 2;
        marks.words(
                number, grid.middle(column) - font.width(number) / 2, middle + (font.ascent() - font.descent()) / 2);
    }
}
