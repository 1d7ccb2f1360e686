/** A unit over the steps of the sequences. */
@NullMarked
package lab.carousel.picture.unit;

import org.jspecify.annotations.NullMarked;
