package lab.carousel.model;

import lab.carousel.task.ScoredSteps;
import lab.carousel.task.memory.Memory;
import org.jspecify.annotations.Nullable;

/**
 * The deciding steps of the listed sequences, or of the sample of a drawn task: those that only something earlier tells.
 * Looks for them when it is first asked. Safe for use by many threads.
 */
public final class DecidingSteps {

    private final Experiment experiment;
    private final boolean isDrawn;
    private final ScoredSteps scored;
    private int[][] encoded = {};
    private boolean[] open = {};
    private @Nullable Memory memory;

    /** Those of an experiment. */
    public DecidingSteps(Experiment experiment) {
        this.experiment = experiment;
        this.scored = experiment.scoredSteps();
        this.isDrawn = experiment
                .task()
                .source()
                .filter(source -> !source.hasFewSequences())
                .isPresent();
    }

    /** Whether nobody can know what follows at a step; sequence and step are counted from 0. Never where they are drawn. */
    public synchronized boolean isUnknowable(int sequence, int step) {
        if (isDrawn) {
            return false;
        }
        return memory().isUnknowable(sequence, step);
    }

    /** Whether a step is one; sequence and step are counted from 0. */
    public synchronized boolean includes(int sequence, int step) {
        if (!isDrawn) {
            return memory().isDeciding(sequence, step);
        }
        if (encoded.length == 0) {
            encoded = experiment.task().encoded();
            open = experiment.task().undecidedSymbols();
        }
        int[] symbols = encoded[sequence];
        return scored.include(step, symbols.length - 1) && open[symbols[step]];
    }

    private Memory memory() {
        if (memory == null) {
            memory = experiment.memory();
        }
        return memory;
    }
}
