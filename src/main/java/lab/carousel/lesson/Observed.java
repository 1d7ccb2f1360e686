package lab.carousel.lesson;

/**
 * An answer to what is to be seen.
 *
 * @param answer the place of a choice, from 0, or a number
 * @param truth  what is to be seen; the answer itself where any is right
 * @param agrees whether they are the same, as far as one can read it
 */
public record Observed(double answer, double truth, boolean agrees) {}
