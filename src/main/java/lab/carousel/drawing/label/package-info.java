/** The font of drawings, and words that fit the room there is. */
package lab.carousel.drawing.label;
