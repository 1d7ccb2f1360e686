/** What the students of a class answered in a lesson: one sheet each, and all of them together. */
package lab.carousel.lesson.answers;
