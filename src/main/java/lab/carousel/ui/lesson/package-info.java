/** Lessons beside the running program: the card that tells, what is pointed at, and what is covered until it is revealed. */
package lab.carousel.ui.lesson;
