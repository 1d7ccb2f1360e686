/** Palettes, the colour maps in them, and which colour stands for which value. */
package lab.carousel.drawing.colour;
