/** The place that shows the weights. */
package lab.carousel.ui.weights;
