package lab.carousel.lesson;

import java.util.List;

/**
 * What was done in a step.
 *
 * @param isCommitted whether the prediction is committed to; true where none is asked for
 * @param met of each need whether it has been
 * @param seen of each observation whether it was answered
 * @param waits whether the class has still to see on the wall what is to be observed
 */
public record StepDone(boolean isCommitted, List<Boolean> met, List<Boolean> seen, boolean waits) {}
