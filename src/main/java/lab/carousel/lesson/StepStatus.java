package lab.carousel.lesson;

import java.util.List;
import java.util.OptionalInt;

/**
 * What follows from what was done in a step.
 *
 * @param hides what is covered
 * @param isAllMet whether all that the step needs has happened; what it needs may be told only later
 * @param canObserve whether there is something to be seen: the prediction is committed to, and what is needed has happened
 * @param waitsForWall whether nothing is left to do but to wait for the wall
 * @param isExplained whether what is right is told, and why
 * @param isDone whether the step can be left
 * @param right the choice that is called right
 */
public record StepStatus(
        List<String> hides,
        boolean isAllMet,
        boolean canObserve,
        boolean waitsForWall,
        boolean isExplained,
        boolean isDone,
        OptionalInt right) {}
