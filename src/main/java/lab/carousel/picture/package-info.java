/**
 * Pictures that go into slides: charts and heatmaps drawn on any {@link java.awt.Graphics2D}, so that the same drawing
 * becomes a PNG or an SVG with real shapes and text. Needs no display and knows nothing of JavaFX.
 */
package lab.carousel.picture;
