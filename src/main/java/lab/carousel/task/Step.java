package lab.carousel.task;

/**
 * What is fed at a step, with its target.
 *
 * @param sequence counted from 0
 * @param number in the sequence, counted from 1
 * @param fed the symbol, or the numbers
 */
public record Step(int sequence, int number, Target fed, Target target) {

    public Step(int sequence, int number, int input, Target target) {
        this(sequence, number, input == Target.NO_INDEX ? Target.NONE : Target.of(input), target);
    }

    /** A step after which one symbol follows. */
    public Step(int sequence, int number, int input, int target) {
        this(sequence, number, input, Target.of(target));
    }

    /** What outputs say: where numbers are fed they are numbers, also where nothing is wanted. */
    public Target said(double[] outputs) {
        return fed.kind() == TargetKind.NUMBERS ? Target.ofNumbers(outputs) : target.highest(outputs);
    }

    /** What is fed, and wanted. */
    public TargetKind kind() {
        return fed.kind();
    }

    /** Index of the symbol that is fed, {@link Target#NO_INDEX} where numbers are. */
    public int input() {
        return fed.index();
    }
}
