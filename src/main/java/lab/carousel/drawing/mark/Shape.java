package lab.carousel.drawing.mark;

/** Something with an outline, which can be drawn or filled. */
public sealed interface Shape permits Box, RoundBox, Ellipse, Line, Path {

    /** The smallest area around it; of curves, around the points that they are bent to. */
    Box bounds();

    Shape moved(double right, double down);
}
