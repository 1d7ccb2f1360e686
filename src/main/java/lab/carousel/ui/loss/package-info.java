/**
 * The place on the screen for the loss chart: live, with zoom, pan and values on hover. The chart is drawn by
 * {@link lab.carousel.picture.loss.LossDrawing} on a thread of its own, and shown here as an image.
 */
@NullMarked
package lab.carousel.ui.loss;

import org.jspecify.annotations.NullMarked;
