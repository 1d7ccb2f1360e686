/** The losses of a run over its epochs, in bounded memory. */
package lab.carousel.training.loss;
