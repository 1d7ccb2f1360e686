/** The answers of a class in a window of their own, for the projector. */
@NullMarked
package lab.carousel.ui.answers;

import org.jspecify.annotations.NullMarked;
