/** What the students of a class answered in a lesson: one sheet each, and all of them together. */
@NullMarked
package lab.carousel.lesson.answers;

import org.jspecify.annotations.NullMarked;
