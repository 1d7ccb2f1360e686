/** The weights of a network as pictures. */
@NullMarked
package lab.carousel.picture.weights;

import org.jspecify.annotations.NullMarked;
