/** A unit over the steps of the sequences. */
package lab.carousel.picture.unit;
