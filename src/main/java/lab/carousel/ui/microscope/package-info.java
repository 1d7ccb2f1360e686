/** The column on the right, in which one place at a time looks into the network or operates on it. */
package lab.carousel.ui.microscope;
