package lab.carousel.model.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lab.carousel.model.DecidingSteps;
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
    private final DecidingSteps deciding;
    private final boolean isCarriedOver;
    private final ScoredSteps scored;

    /** A tracer for an experiment. */
    public Tracer(Experiment experiment) {
        this.hyperparameters = experiment.hyperparameters();
        this.columns = Columns.of(experiment);
        this.sequences = experiment.task().encoded();
        this.deciding = new DecidingSteps(experiment);
        this.isCarriedOver =
                experiment.feeding().isCarriedOver() && !experiment.task().isDrawn();
        this.scored = experiment.scoredSteps();
    }

    /** All steps of the task. */
    public Columns columns() {
        return columns;
    }

    /**
     * Traces a window under given parameters, fed as in training. Each sequence is fed from its start to the end of the
     * window, and where a state is carried from one to the next those before it too; only the steps inside the window are
     * kept.
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
            stretches.add(new Traces.Stretch(s, Trace.of(pass(s, parameters, operation), parameters, sequence, from)));
            column += to - from;
        }
        return new Traces(columns, inside, stretches, deciding, scored, parameters.layout());
    }

    /**
     * Feeds a whole sequence as in training.
     *
     * @param sequence counted from 0
     * @param observer sees each step
     */
    public void feed(Parameters parameters, int sequence, ForwardPass.Observer observer) {
        pass(sequence, parameters, Operation.NONE).feedOn(sequences[sequence], ScoredSteps.ALL, observer);
    }

    /** A pass that has the state in which training meets a sequence. */
    private ForwardPass pass(int sequence, Parameters parameters, Operation operation) {
        return isCarriedOver
                ? new EpochPass(parameters, hyperparameters, operation).before(sequences, sequence)
                : ForwardPass.asTrained(parameters, hyperparameters, operation);
    }
}
