/** A unit over the steps of each sequence. */
package lab.carousel.ui.unit;
