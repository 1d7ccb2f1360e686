/** Fonts, and the light and the dark look of the window. */
@NullMarked
package lab.carousel.ui.theme;

import org.jspecify.annotations.NullMarked;
