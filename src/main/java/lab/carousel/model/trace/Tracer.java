package lab.carousel.model.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import lab.carousel.model.DecidingSteps;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Operation;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Parameters;
import lab.carousel.task.ScoredSteps;
import lab.carousel.task.Steps;

/**
 * Traces windows of one experiment again and again, without encoding its task each time. Safe for use by many threads.
 */
public final class Tracer {

    private final Experiment experiment;
    private final Hyperparameters hyperparameters;
    private final Columns columns;
    private final Steps[] sequences;
    private final DecidingSteps deciding;
    private final boolean isCarriedOver;

    public Tracer(Experiment experiment) {
        this.experiment = experiment;
        this.hyperparameters = experiment.hyperparameters();
        this.columns = Columns.of(experiment);
        this.sequences = experiment.encoded();
        this.deciding = new DecidingSteps(experiment);
        this.isCarriedOver =
                experiment.feeding().isCarriedOver() && !experiment.task().isDrawn();
    }

    public Experiment experiment() {
        return experiment;
    }

    public Steps steps(int sequence) {
        return sequences[sequence];
    }

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

    public Traces trace(Parameters parameters, StepWindow window, Operation operation) {
        StepWindow inside = window.within(columns.total());
        List<TraceStretch> stretches = new ArrayList<>();
        int column = inside.first();
        while (column < inside.end()) {
            int s = columns.sequenceAt(column);
            int none = hyperparameters.get(Settings.LAG) - 1;
            int from = none + column - columns.firstOf(s);
            int to = none + Math.min(inside.end() - columns.firstOf(s), columns.stepsOf(s));
            // what comes after the window has no influence on it
            Steps sequence = sequences[s].first(to);
            stretches.add(new TraceStretch(s, Trace.of(pass(s, parameters, operation), parameters, sequence, from)));
            column += to - from;
        }
        return new Traces(columns, inside, stretches, deciding, sequences, parameters.layout());
    }

    /**
     * Traces a stretch of one sequence, fed as in training.
     *
     * @param sequence  counted from 0
     * @param first     the first step kept, counted from 0; at least the lag - 1
     * @param operation what is done to the network in this sequence; those before it are fed without
     * @throws IndexOutOfBoundsException if the sequence does not have the steps
     */
    public Trace trace(Parameters parameters, int sequence, int first, int count, Operation operation) {
        int none = hyperparameters.get(Settings.LAG) - 1;
        Objects.checkFromIndexSize(first - none, count, sequences[sequence].size() - none);
        Steps untilLast = sequences[sequence].first(first + count);
        return Trace.of(pass(sequence, parameters, Operation.NONE).with(operation), parameters, untilLast, first);
    }

    /** A pass that was fed, as in training, all that comes before a step; steps count from 0, at least lag - 1. */
    public ForwardPass before(Parameters parameters, int sequence, int step) {
        ForwardPass pass = pass(sequence, parameters, Operation.NONE);
        for (int t = hyperparameters.get(Settings.LAG) - 1; t < step; t++) {
            pass.step(sequences[sequence], t);
        }
        return pass;
    }

    /** Feeds a whole sequence as in training; each step is seen, scored or not. */
    public void feed(Parameters parameters, int sequence, ForwardPass.Observer observer) {
        pass(sequence, parameters, Operation.NONE).feedOn(sequences[sequence].with(ScoredSteps.ALL), observer);
    }

    /** A pass that has the state in which training meets a sequence. */
    private ForwardPass pass(int sequence, Parameters parameters, Operation operation) {
        ForwardPass pass = new ForwardPass(parameters, hyperparameters, operation);
        return isCarriedOver ? pass.before(sequences, sequence) : pass;
    }
}
