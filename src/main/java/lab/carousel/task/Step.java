package lab.carousel.task;

/**
 * An input symbol, as an index into the alphabet, with its target.
 *
 * @param sequence counted from 0
 * @param number in the sequence, counted from 1
 */
public record Step(int sequence, int number, int input, Target target) {

    /** A step after which one symbol follows. */
    public Step(int sequence, int number, int input, int target) {
        this(sequence, number, input, Target.of(target));
    }
}
