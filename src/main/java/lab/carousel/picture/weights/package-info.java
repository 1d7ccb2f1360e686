/** The weights of a network as pictures. */
package lab.carousel.picture.weights;
