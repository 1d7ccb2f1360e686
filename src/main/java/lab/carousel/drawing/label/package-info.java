/** The font of drawings, and words that fit the room there is. */
@NullMarked
package lab.carousel.drawing.label;

import org.jspecify.annotations.NullMarked;
