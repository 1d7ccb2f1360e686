package lab.carousel.task;

/**
 * An input symbol with its target, as indices into the alphabet.
 *
 * @param sequence counted from 0
 * @param number in the sequence, counted from 1
 */
public record Step(int sequence, int number, int input, int target) {}
