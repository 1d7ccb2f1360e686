package lab.carousel.ui.drawing;

import java.util.List;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.mark.Mark;

/**
 * What has been drawn.
 *
 * @param drawing what is shown
 * @param width   of its room, in points
 * @param height  of its room, in points
 * @param palette its colours
 * @param marks   what it is made of
 */
public record DrawnFrame(Drawing drawing, double width, double height, Palette palette, List<Mark> marks) {}
