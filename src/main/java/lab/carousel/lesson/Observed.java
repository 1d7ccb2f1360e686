package lab.carousel.lesson;

/**
 * A checked answer.
 *
 * @param answer index of a choice, from 0, or a number
 * @param truth what is to be seen; the answer itself where any is right
 * @param agrees whether they are equal, as far as one can read
 */
public record Observed(double answer, double truth, boolean agrees) {}
