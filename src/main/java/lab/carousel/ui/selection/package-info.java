/** What is looked at: one unit at one step, the same for all places on the screen. */
@NullMarked
package lab.carousel.ui.selection;

import org.jspecify.annotations.NullMarked;
