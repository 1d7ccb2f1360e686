/** The tutorial's table of predictions, with the probability of every symbol. */
@NullMarked
package lab.carousel.ui.predictions;

import org.jspecify.annotations.NullMarked;
