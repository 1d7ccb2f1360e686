/** The place where one weight update is gone through in slow motion. */
@NullMarked
package lab.carousel.ui.update;

import org.jspecify.annotations.NullMarked;
