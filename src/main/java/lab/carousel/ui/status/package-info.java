/** The bar at the bottom: how well it is learned, and whether it is memory, readable from the back row. */
@NullMarked
package lab.carousel.ui.status;

import org.jspecify.annotations.NullMarked;
