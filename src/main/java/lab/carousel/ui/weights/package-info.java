/** The place that shows the weights. */
@NullMarked
package lab.carousel.ui.weights;

import org.jspecify.annotations.NullMarked;
