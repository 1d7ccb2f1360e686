/** The heatmap of the states. */
@NullMarked
package lab.carousel.picture.state;

import org.jspecify.annotations.NullMarked;
