/** Taking pictures and numbers out of the window. */
@NullMarked
package lab.carousel.ui.export;

import org.jspecify.annotations.NullMarked;
