/** Opening and saving experiments. */
@NullMarked
package lab.carousel.ui.file;

import org.jspecify.annotations.NullMarked;
