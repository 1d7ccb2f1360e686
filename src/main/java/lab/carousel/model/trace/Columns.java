package lab.carousel.model.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.task.Step;
import lab.carousel.task.Task;

/**
 * All sequences of a task laid side by side: a column for each step that has a whole lag before it, counted
 * from 0. Also divides them into windows to
 * page through.
 */
public final class Columns {

    /** The first column of each sequence, and behind them the number of columns. */
    private final int[] starts;

    private final int firstStep;
    private final List<ColumnWindow> windows;

    private Columns(int[] starts, int firstStep) {
        this.starts = starts;
        this.firstStep = firstStep;
        this.windows = List.copyOf(divide(starts));
    }

    public static Columns of(Experiment experiment) {
        Task task = experiment.task();
        int none = experiment.hyperparameters().get(Settings.LAG) - 1;
        int[] starts = new int[task.sequences().size() + 1];
        for (int s = 0; s < task.sequences().size(); s++) {
            starts[s + 1] = starts[s] + task.sequences().get(s).steps() - none;
        }
        return new Columns(starts, none + 1);
    }

    public int total() {
        return starts[sequences()];
    }

    public int sequences() {
        return starts.length - 1;
    }

    public int firstOf(int sequence) {
        return starts[sequence];
    }

    /** The number, counted from 1, of the first step of a sequence that has a column: the lag. */
    public int firstStep() {
        return firstStep;
    }

    /** The number, counted from 1, of the last step of a sequence. */
    public int lastStepOf(int sequence) {
        return stepsOf(sequence) + firstStep - 1;
    }

    public boolean include(Step step) {
        return step.sequence() < sequences()
                && step.number() >= firstStep
                && step.number() <= lastStepOf(step.sequence());
    }

    public int stepsOf(int sequence) {
        return starts[sequence + 1] - starts[sequence];
    }

    public int sequenceAt(int column) {
        int place = Arrays.binarySearch(starts, 0, sequences(), column);
        return place >= 0 ? place : -place - 2;
    }

    /** The windows to page through, at least one: as many whole sequences as fit; a longer sequence is cut. */
    public List<ColumnWindow> windows() {
        return windows;
    }

    public Optional<ColumnWindow> next(ColumnWindow window) {
        return windows.stream()
                .filter(candidate -> candidate.first() > window.first())
                .findFirst();
    }

    public Optional<ColumnWindow> previous(ColumnWindow window) {
        return windows.stream()
                .filter(candidate -> candidate.first() < window.first())
                .reduce((earlier, later) -> later);
    }

    public ColumnWindow windowAt(int column) {
        return windows.stream()
                .filter(window -> column < window.end())
                .findFirst()
                .orElseThrow();
    }

    private static List<ColumnWindow> divide(int[] starts) {
        List<ColumnWindow> windows = new ArrayList<>();
        int first = 0;
        for (int s = 0; s + 1 < starts.length; s++) {
            int end = starts[s + 1];
            if (end - first > ColumnWindow.MAX_COLUMNS && starts[s] > first) {
                windows.add(new ColumnWindow(first, starts[s] - first));
                first = starts[s];
            }
            while (end - first > ColumnWindow.MAX_COLUMNS) {
                windows.add(new ColumnWindow(first, ColumnWindow.MAX_COLUMNS));
                first += ColumnWindow.MAX_COLUMNS;
            }
        }
        windows.add(new ColumnWindow(first, starts[starts.length - 1] - first));
        return windows;
    }
}
