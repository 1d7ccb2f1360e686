/** The heatmap of the states. */
package lab.carousel.picture.state;
