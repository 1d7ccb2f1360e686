/** The functions of which the equations of a network are made, the same to the last bit on every machine. */
@NullMarked
package lab.carousel.model.function;

import org.jspecify.annotations.NullMarked;
