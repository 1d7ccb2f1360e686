/** The bar at the top: what is trained, how fast, and how far it is. */
@NullMarked
package lab.carousel.ui.toolbar;

import org.jspecify.annotations.NullMarked;
