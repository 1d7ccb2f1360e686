/** What leaks from one sequence into the next without the reset between them. */
@NullMarked
package lab.carousel.ui.resetswitch;

import org.jspecify.annotations.NullMarked;
