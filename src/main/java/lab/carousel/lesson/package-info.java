/** Lessons as values: steps, questions, what must happen before the next step, and how far a class has come. */
@NullMarked
package lab.carousel.lesson;

import org.jspecify.annotations.NullMarked;
