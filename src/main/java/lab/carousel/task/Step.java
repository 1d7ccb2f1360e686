package lab.carousel.task;

/**
 * One input symbol with the target the network must predict for it.
 *
 * @param sequence the sequence it belongs to, counted from 0
 * @param number   its number within the sequence, counted from 1
 * @param input    index of the input symbol in the alphabet
 * @param target   index of the target, the next symbol of the sequence
 */
public record Step(int sequence, int number, int input, int target) {}
