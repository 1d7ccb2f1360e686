package lab.carousel.picture.account;

import java.util.function.Consumer;

/**
 * A part of the diagram of a cell.
 *
 * @param stage from which on it has its numbers
 * @param area  where the pointer is on it; of no size if it is nowhere
 * @param words what is said of it there; nothing if empty
 * @param wire  the corners of a wire on which numbers move, as x, y, x, y, …; otherwise empty
 */
public record CellPart(StepStage stage, DiagramArea area, String words, double[] wire, Consumer<CellPen> drawn) {}
