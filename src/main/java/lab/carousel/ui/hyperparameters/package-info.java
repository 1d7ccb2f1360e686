/** The panel in which everything that steers learning is set. */
@NullMarked
package lab.carousel.ui.hyperparameters;

import org.jspecify.annotations.NullMarked;
