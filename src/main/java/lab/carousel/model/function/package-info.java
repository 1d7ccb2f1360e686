/** The functions of which the equations of a network are made, the same to the last bit on every machine. */
package lab.carousel.model.function;
