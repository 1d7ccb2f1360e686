/** The losses of a run over its epochs, in bounded memory. */
@NullMarked
package lab.carousel.training.loss;

import org.jspecify.annotations.NullMarked;
