/** Full text search in a few hundred short texts. */
@NullMarked
package lab.carousel.manual.search;

import org.jspecify.annotations.NullMarked;
