/** The measures of the font of pictures. */
package lab.carousel.drawing.font;
