/** A network that feeds on its own predictions. */
@NullMarked
package lab.carousel.ui.freerun;

import org.jspecify.annotations.NullMarked;
