/** The bar at the bottom: how well it is learned, and whether it is memory, readable from the back row. */
package lab.carousel.ui.status;
