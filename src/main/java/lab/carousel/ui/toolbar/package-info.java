/** The bar at the top: what is trained, how fast, and how far it is. */
package lab.carousel.ui.toolbar;
