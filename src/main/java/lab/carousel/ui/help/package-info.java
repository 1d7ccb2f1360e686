/** The manual, its search, and the list of keys, in a window beside the lab. */
@NullMarked
package lab.carousel.ui.help;

import org.jspecify.annotations.NullMarked;
