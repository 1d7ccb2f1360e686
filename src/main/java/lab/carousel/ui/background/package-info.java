/** The one service for work that must not hold up the window. */
@NullMarked
package lab.carousel.ui.background;

import org.jspecify.annotations.NullMarked;
