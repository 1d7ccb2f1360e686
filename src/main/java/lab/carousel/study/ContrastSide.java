package lab.carousel.study;

import lab.carousel.task.Target;

/**
 * A step one way.
 *
 * @param input    index of the input symbol
 * @param isScored whether it has an error signal, and so is right or wrong
 * @param outputs  0 to 1
 */
public record ContrastSide(int input, Target target, boolean isScored, double[] outputs) {

    /** The largest outputs, as many as are legal. */
    public Target predicted() {
        return target.highest(outputs);
    }

    public boolean isRight() {
        return target.accepts(predicted());
    }
}
