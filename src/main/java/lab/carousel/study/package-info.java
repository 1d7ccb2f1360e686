/** Questions to a trained network, one file for each. */
@NullMarked
package lab.carousel.study;

import org.jspecify.annotations.NullMarked;
