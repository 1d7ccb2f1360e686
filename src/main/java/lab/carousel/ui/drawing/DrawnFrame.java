package lab.carousel.ui.drawing;

import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.colour.Palette;

/**
 * What has been drawn.
 *
 * @param drawing what is shown
 * @param width   of its room, in points
 * @param height  of its room, in points
 * @param palette its colours
 */
public record DrawnFrame(Drawing drawing, double width, double height, Palette palette) {}
