package lab.carousel.study;

import lab.carousel.task.Step;
import lab.carousel.task.Target;

/**
 * A step one way.
 *
 * @param fed      the input symbol, or numbers
 * @param isScored whether it has an error signal, and so is right or wrong
 * @param outputs  of symbols 0 to 1
 */
public record ContrastSide(Target fed, Target target, boolean isScored, double[] outputs) {

    /** The largest outputs, as many as are legal; or the numbers. */
    public Target predicted() {
        return new Step(0, 0, fed, target).said(outputs);
    }

    public boolean isRight() {
        return target.accepts(predicted());
    }
}
