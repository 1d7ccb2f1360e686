/** Drawings of the questions that are put to a network by feeding it: saliency, free running, the reset switch. */
@NullMarked
package lab.carousel.picture.probe;

import org.jspecify.annotations.NullMarked;
