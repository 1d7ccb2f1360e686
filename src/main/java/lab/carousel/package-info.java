/** Where the program starts. */
@NullMarked
package lab.carousel;

import org.jspecify.annotations.NullMarked;
