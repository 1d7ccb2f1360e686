package lab.carousel.picture.study;

/**
 * A level that is drawn across a chart.
 *
 * @param value where
 * @param label what it is
 */
record FloorLine(double value, String label) {}
