package lab.carousel.model;

import java.util.Arrays;
import lab.carousel.task.PaperTask;
import lab.carousel.task.ScoredSteps;
import lab.carousel.task.Steps;
import lab.carousel.task.memory.FeedingScheme;
import lab.carousel.task.memory.Memory;
import org.jspecify.annotations.Nullable;

/**
 * The deciding steps of the listed sequences, or of the sample of a drawn task: those that only something earlier tells, each
 * with its fork. In a drawn task it is the answers at the end, by the rule of its source. Looks for them when it is first
 * asked. Safe for use by many threads. Sequences and steps are counted from 0.
 */
public final class DecidingSteps {

    private final Experiment experiment;
    private final ScoredSteps scored;
    /** The source, if it has more sequences than can be listed. */
    private final @Nullable PaperTask source;

    private final FeedingScheme feeding;
    private Steps[] encoded = {};
    private @Nullable Memory memory;
    /** The same if every step counted. */
    private @Nullable Memory memoryOfAllSteps;
    /** For each fork its place among those that are told, in the order in which they appear. */
    private int[] places = {};

    public DecidingSteps(Experiment experiment) {
        this.experiment = experiment;
        this.scored = experiment.scoredSteps();
        this.source = experiment
                .task()
                .source()
                .filter(drawn -> !drawn.hasFewSequences())
                .orElse(null);
        this.feeding = experiment.feeding();
    }

    public synchronized boolean isUnknowable(int sequence, int step) {
        if (source == null) {
            return memory().isUnknowable(sequence, step);
        }
        int last = steps(sequence) - 1;
        return scored.include(step, last + 1) && (step < last || feeding.isUnseen(last, last - source.answerPlace()));
    }

    public synchronized boolean includes(int sequence, int step) {
        if (source == null) {
            return memory().isDeciding(sequence, step);
        }
        int last = steps(sequence) - 1;
        int distance = last - source.answerPlace();
        return step == last && !feeding.isInSample(distance) && !feeding.isUnseen(last, distance);
    }

    /** The number of a step's fork, from 0 in the order in which they appear; -1 if it is not a deciding step. */
    public synchronized int fork(int sequence, int step) {
        if (!includes(sequence, step)) {
            return Memory.NONE;
        }
        return source == null ? places()[memory().forkAt(sequence, step)] : 0;
    }

    /** Which symbol tells what follows at a step, whether it counts or not. */
    public synchronized Clue clue(int sequence, int step) {
        if (source != null) {
            return step == steps(sequence) - 1
                    ? new Clue(ClueKind.EARLIER, source.answerPlace())
                    : Clue.none(ClueKind.NOTHING);
        }
        Memory all = memoryOfAllSteps();
        if (all == memory() && scored.lastOnly() && !scored.include(step, steps(sequence))) {
            return Clue.none(ClueKind.UNTOLD);
        }
        if (all.isUnknowable(sequence, step)) {
            return Clue.none(ClueKind.NOTHING);
        }
        if (!all.isDeciding(sequence, step)) {
            return new Clue(ClueKind.CURRENT, step);
        }
        int place = step - all.depth(all.forkAt(sequence, step));
        if (place >= 0) {
            return new Clue(ClueKind.EARLIER, place);
        }
        return Clue.none(feeding.isCarriedOver() ? ClueKind.SEQUENCE_BEFORE : ClueKind.BEGINNING);
    }

    private int steps(int sequence) {
        if (encoded.length == 0) {
            encoded = experiment.task().encoded();
        }
        return encoded[sequence].size();
    }

    private Memory memory() {
        if (memory == null) {
            memory = experiment.memory();
        }
        return memory;
    }

    private Memory memoryOfAllSteps() {
        if (memoryOfAllSteps == null) {
            memoryOfAllSteps = scored.lastOnly() ? experiment.memoryOfAllSteps().orElseGet(this::memory) : memory();
        }
        return memoryOfAllSteps;
    }

    private int[] places() {
        if (places.length == 0) {
            places = new int[memory().forks()];
            Arrays.fill(places, Memory.NONE);
            int known = 0;
            for (int s = 0; s < experiment.task().sequences().size(); s++) {
                for (int t = 0; t < steps(s); t++) {
                    int fork = memory().forkAt(s, t);
                    if (fork != Memory.NONE && places[fork] == Memory.NONE) {
                        places[fork] = known++;
                    }
                }
            }
        }
        return places;
    }
}
