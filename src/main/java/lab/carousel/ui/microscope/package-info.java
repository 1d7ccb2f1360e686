/** The column on the right, in which one place at a time looks into the network or operates on it. */
@NullMarked
package lab.carousel.ui.microscope;

import org.jspecify.annotations.NullMarked;
