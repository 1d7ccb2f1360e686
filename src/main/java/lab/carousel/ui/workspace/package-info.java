/** What is worked on: it outlives every window, which only shows it. */
@NullMarked
package lab.carousel.ui.workspace;

import org.jspecify.annotations.NullMarked;
