/** How the window was left, from one start of the program to the next. */
@NullMarked
package lab.carousel.file.window;

import org.jspecify.annotations.NullMarked;
