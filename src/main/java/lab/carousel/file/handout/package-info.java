/** A run as a page of paper for the class. */
@NullMarked
package lab.carousel.file.handout;

import org.jspecify.annotations.NullMarked;
