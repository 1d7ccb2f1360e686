package lab.carousel.ui.drawing;

import java.util.function.Supplier;
import lab.carousel.drawing.Drawing;

/**
 * A drawing that is there already.
 *
 * @param get the drawing
 */
public record ReadyDrawing(Drawing get) implements Supplier<Drawing> {}
