/** Drawings on the screen. */
@NullMarked
package lab.carousel.ui.drawing;

import org.jspecify.annotations.NullMarked;
