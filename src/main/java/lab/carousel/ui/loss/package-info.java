/**
 * The place on the screen for the loss chart: live, with zoom, pan and values on hover. The chart is drawn by
 * {@link lab.carousel.picture.loss.LossDrawing} in the background, and shown here as an image.
 */
package lab.carousel.ui.loss;
