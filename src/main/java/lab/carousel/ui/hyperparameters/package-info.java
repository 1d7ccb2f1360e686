/** The panel in which everything that steers learning is set. */
package lab.carousel.ui.hyperparameters;
