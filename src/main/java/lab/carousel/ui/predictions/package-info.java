/** The tutorial's table of predictions, with the probability of every symbol. */
package lab.carousel.ui.predictions;
