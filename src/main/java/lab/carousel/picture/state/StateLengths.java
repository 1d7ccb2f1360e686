package lab.carousel.picture.state;

/**
 * The lengths of what stands around the cells, in points.
 *
 * @param inWindow whether it is in the window, where nothing moves when something is left out
 * @param font     the size of letters
 * @param foot     how far below the middle of a row they stand
 * @param row      the height of a row of labels
 * @param strip    the height of the strips at the cells that mark deciding steps
 * @param beside   between the names of the rows and the cells
 * @param bar      the width of the colour bar
 * @param head     between its name and the cells
 */
record StateLengths(boolean inWindow, int font, int foot, int row, int strip, int beside, int bar, int head) {
    static final StateLengths SCREEN = new StateLengths(true, 12, 4, 16, 5, 8, 12, 8);
    static final StateLengths PICTURE = new StateLengths(false, 13, 5, 20, 8, 12, 16, 15);
}
