package lab.carousel.study.map;

import lab.carousel.task.Step;

/**
 * A step whose state is looked at.
 *
 * @param step   of a test sequence, or of its twin, if the task draws its sequences: those are counted among the tests
 * @param before the dot whose state this step started from; {@value #NONE} if that is no dot
 * @param fork   its number, from 0 in the order in which they appear in the task; -1 if it is not a deciding step
 */
public record StateDot(Step step, boolean isTwin, int before, int fork) {

    static final int NONE = -1;

    /** Whether the state that it started from is a dot too. */
    public boolean hasBefore() {
        return before != NONE;
    }
}
