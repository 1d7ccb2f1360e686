package lab.carousel.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import lab.carousel.model.Experiment;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.task.OwnBeginnings;
import lab.carousel.task.memory.Memory;
import lab.carousel.task.memory.UnknowableReason;
import lab.carousel.task.memory.UnknowableStep;

/**
 * What would let a network know the steps that nobody can know: changes of task and set-up, each tried on the contexts that
 * the changed experiment has. Fewer changes are tried first, and no more than it takes to mend all of the steps.
 */
public final class Remedies {

    /** No step, and so no remedy. */
    public static final Remedies NONE = new Remedies(List.of(), List.of());

    /** After so many steps, each fed once for every order and try, nothing more is tried. */
    static final long MOST_FED = 300_000;

    /** A change that takes an obstacle away. */
    public enum Change {
        ONE_SLOT {
            @Override
            boolean isMade(Experiment experiment) {
                return experiment.hyperparameters().get(Settings.BATCH_SIZE) == 1;
            }

            @Override
            Experiment made(Experiment experiment) {
                return experiment.with(all -> all.with(Settings.BATCH_SIZE, 1));
            }
        },
        RESET_AFTER_SEQUENCE {
            @Override
            boolean isMade(Experiment experiment) {
                return experiment.hyperparameters().get(Settings.RESET_POLICY) == ResetPolicy.AFTER_SEQUENCE;
            }

            @Override
            Experiment made(Experiment experiment) {
                return experiment.with(all -> all.with(Settings.RESET_POLICY, ResetPolicy.AFTER_SEQUENCE));
            }
        },
        CELL_WITH_STATE {
            @Override
            boolean isMade(Experiment experiment) {
                return experiment.hyperparameters().get(Settings.CELL).isRecurrent();
            }

            @Override
            Experiment made(Experiment experiment) {
                return experiment.with(all -> all.with(Settings.CELL, Cell.LSTM));
            }
        },
        OWN_BEGINNINGS {
            @Override
            boolean isMade(Experiment experiment) {
                return OwnBeginnings.of(experiment.task()).isEmpty();
            }

            @Override
            Experiment made(Experiment experiment) {
                return new Experiment(
                        OwnBeginnings.of(experiment.task()).orElseThrow(),
                        experiment.hyperparameters(),
                        experiment.engine());
            }
        };

        /** Whether it would change nothing, or cannot be. */
        abstract boolean isMade(Experiment experiment);

        abstract Experiment made(Experiment experiment);
    }

    /** A remedy, and which of the steps it mends. */
    private record Tried(Remedy remedy, BitSet mended) {}

    private final List<UnknowableStep> steps;
    /** Those of fewer changes first. */
    private final List<Tried> tried;

    private Remedies(List<UnknowableStep> steps, List<Tried> tried) {
        this.steps = steps;
        this.tried = tried;
    }

    /** Tries what would mend the unknowable steps of an experiment. Takes up to some seconds for the largest tasks. */
    public static Remedies of(Experiment experiment, List<UnknowableStep> steps) {
        List<Change> open = steps.isEmpty()
                ? List.of()
                : Arrays.stream(Change.values())
                        .filter(change -> !change.isMade(experiment))
                        .toList();
        List<Tried> tried = new ArrayList<>();
        long fed = 0;
        boolean areAllMended = false;
        for (int size = 1; size <= open.size() && !areAllMended; size++) {
            for (Remedy remedy : remedies(open, size)) {
                Optional<Memory> changed =
                        fed < MOST_FED ? remedy.of(experiment).map(Experiment::memory) : Optional.empty();
                if (changed.isPresent()) {
                    BitSet mended = mended(steps, remedy, changed.get());
                    tried.add(new Tried(remedy, mended));
                    areAllMended |= mended.cardinality() == steps.size();
                    fed += (long) experiment.task().steps()
                            * changed.get().epochs().size();
                }
            }
        }
        return new Remedies(steps, tried);
    }

    private static BitSet mended(List<UnknowableStep> steps, Remedy remedy, Memory changed) {
        return IntStream.range(0, steps.size())
                .filter(index -> remedy.mends(steps.get(index), changed))
                .collect(BitSet::new, BitSet::set, BitSet::or);
    }

    /** All choices of so many changes. */
    private static List<Remedy> remedies(List<Change> open, int size) {
        return LongStream.range(0, 1L << open.size())
                .mapToObj(choice -> BitSet.valueOf(new long[] {choice}))
                .filter(choice -> choice.cardinality() == size)
                .map(choice -> new Remedy(choice.stream().mapToObj(open::get).toList()))
                .toList();
    }

    /** Those of the fewest changes that let a step be known; empty if nothing that was tried does. */
    public List<Remedy> of(UnknowableStep step) {
        return fewest(step::equals);
    }

    /** Those of the fewest changes that mend all steps with a reason; empty if nothing that was tried does. */
    public List<Remedy> of(UnknowableReason reason) {
        return fewest(step -> step.reason() == reason);
    }

    private List<Remedy> fewest(Predicate<UnknowableStep> which) {
        int[] asked = IntStream.range(0, steps.size())
                .filter(index -> which.test(steps.get(index)))
                .toArray();
        List<Remedy> mending = tried.stream()
                .filter(one -> IntStream.of(asked).allMatch(one.mended::get))
                .map(Tried::remedy)
                .toList();
        return mending.stream()
                .filter(one -> one.changes().size() == mending.get(0).changes().size())
                .toList();
    }
}
