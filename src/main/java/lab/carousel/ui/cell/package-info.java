/** A unit at a step as a diagram and as equations with the numbers put in. */
@NullMarked
package lab.carousel.ui.cell;

import org.jspecify.annotations.NullMarked;
