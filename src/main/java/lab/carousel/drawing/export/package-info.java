/** Pictures complete in themselves, as pixels, PNG and SVG. */
package lab.carousel.drawing.export;
