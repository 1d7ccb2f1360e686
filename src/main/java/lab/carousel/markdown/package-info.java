/** Markdown as lessons and the manual are written in it. */
@NullMarked
package lab.carousel.markdown;

import org.jspecify.annotations.NullMarked;
