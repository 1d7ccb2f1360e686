/** Undoing and redoing what was done in the window. */
@NullMarked
package lab.carousel.ui.undo;

import org.jspecify.annotations.NullMarked;
