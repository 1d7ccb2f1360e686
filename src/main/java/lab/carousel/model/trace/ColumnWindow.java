package lab.carousel.model.trace;

import lab.carousel.model.Hyperparameters;

/**
 * A part of the {@link Columns} of a task: what can be looked at in one go. Bounded, so that tracing it stays cheap
 * whatever the task's size: with {@value Hyperparameters#MAX_HIDDEN_UNITS} units it has at most 512,000 cells.
 *
 * @param first   its first column, counted from 0
 * @param columns how many columns it has: 1 to {@value #MAX_COLUMNS}
 */
public record ColumnWindow(int first, int columns) {

    public static final int MAX_COLUMNS = 1_000;

    /** As many columns as possible from the first one on. */
    public static final ColumnWindow START = new ColumnWindow(0, MAX_COLUMNS);

    /** @throws IllegalArgumentException if out of bounds */
    public ColumnWindow {
        if (first < 0 || columns < 1 || columns > MAX_COLUMNS) {
            throw new IllegalArgumentException("no window of " + columns + " columns from " + first);
        }
    }

    public int end() {
        return first + columns;
    }

    /** Moved back, and cut if need be, so that it does not reach beyond so many columns. */
    public ColumnWindow within(int total) {
        int size = Math.min(columns, total);
        return new ColumnWindow(Math.min(first, total - size), size);
    }
}
