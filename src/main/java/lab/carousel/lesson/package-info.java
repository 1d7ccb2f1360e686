/** Lessons as values: steps, questions, what must happen before the next step, and how far a class has come. */
package lab.carousel.lesson;
