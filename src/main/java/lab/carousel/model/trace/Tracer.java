package lab.carousel.model.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Operation;
import lab.carousel.model.layout.Parameters;
import lab.carousel.task.ScoredSteps;

/**
 * Traces windows of one experiment again and again, without encoding its task each time. Safe for use by many threads.
 */
public final class Tracer {

    private final Hyperparameters hyperparameters;
    private final Columns columns;
    private final int[][] sequences;
    private final boolean[] undecided;
    private final ScoredSteps scored;

    /** A tracer for an experiment. */
    public Tracer(Experiment experiment) {
        this.hyperparameters = experiment.hyperparameters();
        this.columns = Columns.of(experiment);
        this.sequences = experiment.task().encoded();
        this.undecided = experiment.task().undecidedSymbols();
        this.scored = experiment.scoredSteps();
    }

    /** All steps of the task. */
    public Columns columns() {
        return columns;
    }

    /**
     * Traces a window under given parameters. Each sequence is fed from its start to the end of the window; only the
     * steps inside the window are kept.
     *
     * @param window moved back or cut if it reaches beyond the last column
     */
    public Traces trace(Parameters parameters, StepWindow window) {
        return trace(parameters, window, Operation.NONE);
    }

    /** The same for a network to which something is done on the way. */
    public Traces trace(Parameters parameters, StepWindow window, Operation operation) {
        StepWindow inside = window.within(columns.total());
        List<Traces.Stretch> stretches = new ArrayList<>();
        int column = inside.first();
        while (column < inside.end()) {
            int s = columns.sequenceAt(column);
            int none = hyperparameters.lag() - 1;
            int from = none + column - columns.firstOf(s);
            int to = none + Math.min(inside.end() - columns.firstOf(s), columns.stepsOf(s));
            // what comes after the window has no influence on it
            int[] sequence = Arrays.copyOf(sequences[s], to + 1);
            Trace trace = Trace.of(parameters, hyperparameters, sequence, from, to - from, operation);
            stretches.add(new Traces.Stretch(s, trace));
            column += to - from;
        }
        return new Traces(columns, inside, stretches, undecided, scored, parameters.layout());
    }
}
