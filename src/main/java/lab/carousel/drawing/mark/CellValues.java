package lab.carousel.drawing.mark;

/** The numbers of a grid of cells. */
@FunctionalInterface
public interface CellValues {

    /** The value in a row and a column; NaN if there is none. */
    double at(int row, int column);
}
