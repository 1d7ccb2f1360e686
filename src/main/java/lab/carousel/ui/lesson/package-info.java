/** Lessons beside the running program: the card that tells, what is pointed at, and what is covered until it is revealed. */
@NullMarked
package lab.carousel.ui.lesson;

import org.jspecify.annotations.NullMarked;
