/** Palettes, the colour maps in them, and which colour stands for which value. */
@NullMarked
package lab.carousel.drawing.colour;

import org.jspecify.annotations.NullMarked;
