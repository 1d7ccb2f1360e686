/** The loss chart. */
package lab.carousel.picture.loss;
