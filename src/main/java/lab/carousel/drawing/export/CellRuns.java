package lab.carousel.drawing.export;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import lab.carousel.drawing.colour.ColourMap;
import lab.carousel.drawing.colour.ColourScale;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.mark.Box;
import lab.carousel.drawing.mark.ColumnPlaces;
import lab.carousel.drawing.mark.Mark;

/**
 * Coloured cells as boxes on whole points, by colour. If there are more than {@value #FEW}, neighbours in a row with the same
 * colour are one box; if there are more than {@value #MANY}, colours are made coarser until there are not.
 */
record CellRuns(Mark.Cells cells, Palette palette) {

    /** Up to this many cells each is a shape of its own, which is easier to edit. */
    static final int FEW = 4_000;

    static final int MANY = 200_000;

    boolean areFew() {
        return cells.grid().columns().count() * cells.grid().rows() <= FEW;
    }

    /** The boxes of each colour, 0xAARRGGBB. */
    TreeMap<Integer, List<Box>> byColour() {
        if (areFew()) {
            return runs(1, false);
        }
        int coarseness = 1;
        TreeMap<Integer, List<Box>> runs = runs(coarseness, true);
        while (runs.values().stream().mapToInt(List::size).sum() > MANY && coarseness < ColourMap.SIZE / 16) {
            coarseness *= 2;
            runs = runs(coarseness, true);
        }
        return runs;
    }

    private TreeMap<Integer, List<Box>> runs(int coarseness, boolean merge) {
        TreeMap<Integer, List<Box>> runs = new TreeMap<>();
        int columns = cells.grid().columns().count();
        for (int row = 0; row < cells.grid().rows(); row++) {
            int column = 0;
            while (column < columns) {
                int colour = colour(row, column, coarseness);
                int end = column + 1;
                while (merge && continues(end) && colour(row, end, coarseness) == colour) {
                    end++;
                }
                runs.computeIfAbsent(colour, any -> new ArrayList<>())
                        .add(cells.grid()
                                .whole(
                                        column,
                                        end - 1,
                                        cells.grid().y(row),
                                        cells.grid().y(row + 1)));
                column = end;
            }
        }
        return runs;
    }

    private boolean continues(int column) {
        ColumnPlaces columns = cells.grid().columns();
        return column < columns.count()
                && columns.gapsBefore().applyAsInt(column)
                        == columns.gapsBefore().applyAsInt(column - 1);
    }

    private int colour(int row, int column, int coarseness) {
        ColourScale scale = cells.scale();
        double value = cells.values().at(row, column);
        double step = (scale.high() - scale.low()) * coarseness / ColourMap.SIZE;
        return scale.argb(coarseness == 1 ? value : (Math.floor(value / step) + 0.5) * step, palette);
    }
}
