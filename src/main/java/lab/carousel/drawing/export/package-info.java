/** Pictures complete in themselves, as pixels, PNG and SVG. */
@NullMarked
package lab.carousel.drawing.export;

import org.jspecify.annotations.NullMarked;
