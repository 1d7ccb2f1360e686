/** The window: it puts the rooms together, and shows what is worked on. */
@NullMarked
package lab.carousel.ui.window;

import org.jspecify.annotations.NullMarked;
