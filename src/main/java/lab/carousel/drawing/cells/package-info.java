/** Coloured cells in rows and columns: where they stand, what stands where, how they are painted, and their colour bar. */
@NullMarked
package lab.carousel.drawing.cells;

import org.jspecify.annotations.NullMarked;
