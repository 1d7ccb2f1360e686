/** A network that feeds on its own predictions. */
package lab.carousel.ui.freerun;
