/** A unit over the steps of each sequence. */
@NullMarked
package lab.carousel.ui.unit;

import org.jspecify.annotations.NullMarked;
