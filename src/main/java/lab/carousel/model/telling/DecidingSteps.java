package lab.carousel.model.telling;

import java.util.Arrays;
import lab.carousel.model.Experiment;
import lab.carousel.model.telling.TellingSymbol.Kind;
import lab.carousel.task.ScoredSteps;
import lab.carousel.task.SequenceSource;
import lab.carousel.task.memory.Memory;
import lab.carousel.task.memory.StepForks;
import org.jspecify.annotations.Nullable;

/**
 * The deciding steps of the listed sequences, or of the sample of a drawn task: those that only something earlier tells, each
 * with its fork. In a drawn task it is the answers at the end, by the rule of its source. Looks for them when it is first
 * asked. Safe for use by many threads. Sequences and steps are counted from 0.
 */
public final class DecidingSteps {

    private final Experiment experiment;
    private final ScoredSteps scored;
    /** Of a task with more sequences than can be listed. */
    private final @Nullable SequenceSource source;

    private final DrawnAnswer answer;
    private int[][] encoded = {};
    private @Nullable Memory memory;
    private @Nullable StepForks forks;
    /** The same for steps that do not count too. */
    private @Nullable StepForks allForks;
    /** For each fork its place among those that are told, in the order in which they appear. */
    private int[] places = {};

    /** Those of an experiment. */
    public DecidingSteps(Experiment experiment) {
        this.experiment = experiment;
        this.scored = experiment.scoredSteps();
        this.source = experiment
                .task()
                .source()
                .filter(drawn -> !drawn.hasFewSequences())
                .orElse(null);
        this.answer = new DrawnAnswer(experiment.feeding());
    }

    /** Whether a step counts that nobody can know. */
    public synchronized boolean isUnknowable(int sequence, int step) {
        if (source == null) {
            return memory().isUnknowable(sequence, step);
        }
        int last = steps(sequence) - 1;
        return scored.include(step, last + 1) && (step < last || answer.isUnseen(last, last - source.answerPlace()));
    }

    /** Whether a step is one. */
    public synchronized boolean includes(int sequence, int step) {
        if (source == null) {
            return memory().isDeciding(sequence, step);
        }
        int last = steps(sequence) - 1;
        int distance = last - source.answerPlace();
        return step == last && !answer.isAtStep(distance) && !answer.isUnseen(last, distance);
    }

    /**
     * The fork of a step: forks are numbered from 0 in the order in which they appear, steps at the same fork have the same
     * number.
     *
     * @return -1 if it is not a deciding step
     */
    public synchronized int fork(int sequence, int step) {
        if (!includes(sequence, step)) {
            return StepForks.NONE;
        }
        return source == null ? places()[forks().of(sequence, step)] : 0;
    }

    /** Which symbol tells what follows at a step, whether it counts or not. */
    public synchronized TellingSymbol told(int sequence, int step) {
        if (source != null) {
            return step == steps(sequence) - 1
                    ? new TellingSymbol(Kind.EARLIER, source.answerPlace())
                    : TellingSymbol.none(Kind.NOTHING);
        }
        Memory all = allForks().memory();
        if (all.isUnknowable(sequence, step)) {
            return TellingSymbol.none(Kind.NOTHING);
        }
        if (!all.isDeciding(sequence, step)) {
            return new TellingSymbol(Kind.CURRENT, step);
        }
        int place = step - all.depth(allForks().of(sequence, step));
        if (place >= 0) {
            return new TellingSymbol(Kind.EARLIER, place);
        }
        return TellingSymbol.none(experiment.feeding().isCarriedOver() ? Kind.SEQUENCE_BEFORE : Kind.BEGINNING);
    }

    private int steps(int sequence) {
        if (encoded.length == 0) {
            encoded = experiment.task().encoded();
        }
        return encoded[sequence].length - 1;
    }

    private Memory memory() {
        if (memory == null) {
            memory = experiment.memory();
        }
        return memory;
    }

    private StepForks forks() {
        if (forks == null) {
            forks = new StepForks(memory());
        }
        return forks;
    }

    private StepForks allForks() {
        if (allForks == null) {
            allForks = !scored.lastOnly() ? forks() : new StepForks(experiment.memoryOfAllSteps());
        }
        return allForks;
    }

    private int[] places() {
        if (places.length == 0) {
            places = new int[memory().forks()];
            Arrays.fill(places, StepForks.NONE);
            int known = 0;
            for (int s = 0; s < experiment.task().sequences().size(); s++) {
                for (int t = 0; t < steps(s); t++) {
                    int fork = forks().of(s, t);
                    if (fork != StepForks.NONE && places[fork] == StepForks.NONE) {
                        places[fork] = known++;
                    }
                }
            }
        }
        return places;
    }
}
