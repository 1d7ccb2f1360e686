package lab.carousel.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lab.carousel.task.Judge;
import lab.carousel.task.ScoredSteps;
import lab.carousel.task.Steps;
import lab.carousel.task.Twin;
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
    private final Judge judge;
    /** Of each sequence of the sample its twins, where tests are drawn, and at which steps it is open what follows. */
    private List<List<Twin>> twins = List.of();

    private List<boolean[]> open = List.of();

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
        this.judge = experiment.task().judge();
        this.feeding = experiment.feeding();
    }

    /** Those of an experiment that asks for a memory which is known. */
    public DecidingSteps(Experiment experiment, Memory memory) {
        this(experiment);
        this.memory = memory;
    }

    public synchronized boolean isUnknowable(int sequence, int step) {
        if (!judge.drawsTests()) {
            return memory().isUnknowable(sequence, step);
        }
        Optional<Twin> twin = twin(sequence, step);
        return scored.include(step, steps(sequence))
                && (isOpen(sequence, step)
                        || twin.filter(each -> feeding.isUnseen(step, step - each.clue()))
                                .isPresent());
    }

    public synchronized boolean includes(int sequence, int step) {
        if (!judge.drawsTests()) {
            return memory().isDeciding(sequence, step);
        }
        return twin(sequence, step)
                .map(twin -> step - twin.clue())
                .filter(distance -> !feeding.isInSample(distance) && !feeding.isUnseen(step, distance))
                .isPresent();
    }

    /** The number of a step's fork, from 0 in the order in which they appear; -1 if it is not a deciding step. */
    public synchronized int fork(int sequence, int step) {
        if (!includes(sequence, step)) {
            return Memory.NONE;
        }
        return judge.drawsTests() ? 0 : places()[memory().forkAt(sequence, step)];
    }

    /** Which symbol tells what follows at a step, whether it counts or not. */
    public synchronized Clue clue(int sequence, int step) {
        if (judge.drawsTests()) {
            return twin(sequence, step)
                    .map(twin -> new Clue(ClueKind.EARLIER, twin.clue()))
                    .orElseGet(() -> Clue.none(isOpen(sequence, step) ? ClueKind.NOTHING : ClueKind.UNTOLD));
        }
        if (judge.isByFloors()) {
            return Clue.none(ClueKind.UNTOLD);
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

    /** The first twin that tells the target of a step. */
    private Optional<Twin> twin(int sequence, int step) {
        steps(sequence);
        if (twins.isEmpty()) {
            twins = Arrays.stream(encoded).map(judge::twins).toList();
        }
        return twins.get(sequence).stream().filter(twin -> twin.answersAt(step)).findFirst();
    }

    /** Whether a drawn task leaves open what follows. */
    private boolean isOpen(int sequence, int step) {
        if (open.isEmpty()) {
            open = Arrays.stream(encoded).map(judge::open).toList();
        }
        return open.get(sequence)[step];
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
