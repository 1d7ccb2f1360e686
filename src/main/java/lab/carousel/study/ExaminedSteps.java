package lab.carousel.study;

import lab.carousel.model.trace.ColumnWindow;

/**
 * The steps of a sequence that are looked at when it has too many.
 *
 * @param first the first one, counted from 0
 * @param count how many they are, at most {@value ColumnWindow#MAX_COLUMNS}
 */
record ExaminedSteps(int first, int count) {

    /** A tenth of what is shown lies before the step that it is shown for: what comes of it lies behind. */
    private static final int BEFORE = ColumnWindow.MAX_COLUMNS / 10;

    /**
     * As many steps as possible, a given one among them.
     *
     * @param step  a step, counted from 0; one that does not exist is moved to the nearest that does
     * @param least the first step that exists
     * @param end   the step after the last one, above {@code least}
     */
    static ExaminedSteps around(int step, int least, int end) {
        int count = Math.min(ColumnWindow.MAX_COLUMNS, end - least);
        int first = Math.max(least, Math.min(step - BEFORE, end - count));
        return new ExaminedSteps(first, count);
    }
}
