/** Drawings of the questions that are put to a network by feeding it: saliency, free running, the reset switch. */
package lab.carousel.picture.probe;
