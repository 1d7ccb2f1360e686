package lab.carousel.drawing;

/**
 * What stands at a place.
 *
 * @param row    counted from 0; -1 where rows have no meaning
 * @param column counted from 0; -1 where columns have no meaning
 */
public record Hit(int row, int column, String words) {}
