/** The loss chart. */
@NullMarked
package lab.carousel.picture.loss;

import org.jspecify.annotations.NullMarked;
