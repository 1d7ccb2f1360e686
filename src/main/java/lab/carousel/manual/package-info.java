/** The manual inside the program: its pages, their sections and contents. */
@NullMarked
package lab.carousel.manual;

import org.jspecify.annotations.NullMarked;
