/**
 * The place on the screen for the loss chart: live, with zoom, pan and values on hover. The chart is drawn by
 * {@link lab.carousel.picture.loss.LossDrawing} in the background, and shown here as an image.
 */
@NullMarked
package lab.carousel.ui.loss;

import org.jspecify.annotations.NullMarked;
