/** The command line: trains without a window, with the same core as the window. */
@NullMarked
package lab.carousel.cli;

import org.jspecify.annotations.NullMarked;
