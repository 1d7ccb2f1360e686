package lab.carousel.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.carousel.Sample;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.LossWeighting;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.study.Remedies.Change;
import lab.carousel.task.Task;
import lab.carousel.task.drawn.FixedGap;
import lab.carousel.task.memory.BruteForce;
import lab.carousel.task.memory.FeedingScheme;
import lab.carousel.task.memory.RandomTask;
import lab.carousel.task.memory.StateLifetime;
import lab.carousel.task.memory.UnknowableReason;
import lab.carousel.task.memory.UnknowableStep;
import lab.carousel.text.InvalidInput;
import org.junit.jupiter.api.Test;

class RemediesTest {

    private static final Hyperparameters REFERENCE = Hyperparameters.reference();

    @Test
    void eachObstacleAloneHasOneRemedy() {
        Task open = Task.parse("A B C", "A B C", "A C B");
        assertThat(first(open, REFERENCE)).containsExactly(Set.of(Change.OWN_BEGINNINGS));
        assertThat(first(Task.reference(), REFERENCE.with(Settings.CELL, Cell.DENSE)))
                .containsExactly(Set.of(Change.CELL_WITH_STATE));
        assertThat(first(Task.reference(), REFERENCE.with(Settings.RESET_POLICY, ResetPolicy.EVERY_STEP)))
                .containsExactly(Set.of(Change.RESET_AFTER_SEQUENCE));
        assertThat(first(Task.reference(), REFERENCE.with(Settings.BATCH_SIZE, 4)))
                .containsExactly(Set.of(Change.ONE_SLOT), Set.of(Change.OWN_BEGINNINGS));
    }

    @Test
    void namesBothWhereItTakesTwo() {
        Task open = Task.parse("A B C", "A B A C", "A B C A");
        Hyperparameters dense = REFERENCE.with(Settings.CELL, Cell.DENSE);
        Remedies remedies = remedies(new Experiment(open, dense, EngineName.KERNEL));

        assertThat(remedies.of(new UnknowableStep(0, 1, UnknowableReason.TASK)))
                .containsExactly(new Remedy(List.of(Change.CELL_WITH_STATE, Change.OWN_BEGINNINGS)));
        assertThat(ForkWords.line(new UnknowableStep(0, 1, UnknowableReason.TASK), remedies))
                .isEqualTo(
                        "sequence 1, step 2: the task leaves it open; a cell with a state and a first symbol of its own"
                                + " for each sequence together fix it");
        assertThat(remedies.of(new UnknowableStep(0, 0, UnknowableReason.NO_STATE)))
                .containsExactly(new Remedy(List.of(Change.CELL_WITH_STATE)));
    }

    @Test
    void aTaskThatDrawsItsSequencesIsNotChanged() {
        Task drawn = Task.drawn(FixedGap.of(4));
        Experiment inSlots = new Experiment(drawn, REFERENCE.with(Settings.BATCH_SIZE, 4), EngineName.KERNEL);
        assertThat(remedies(inSlots).of(UnknowableReason.SLOTS)).containsExactly(new Remedy(List.of(Change.ONE_SLOT)));
    }

    @Test
    void agreesWithAllChoicesOfChangesTriedByLookingAtAllPairs() {
        SplittableRandom random = new SplittableRandom(25);
        Map<Integer, Integer> sizes = new TreeMap<>();
        for (int index = 0; index < Sample.tenth(3_000); index++) {
            RandomTask task = RandomTask.draw(random);
            if (!isOfUse(task)) {
                continue;
            }
            Experiment experiment = experiment(task);
            List<UnknowableStep> steps = experiment.memory().unknowable();
            Remedies remedies = Remedies.of(experiment, steps);
            for (UnknowableStep step : steps) {
                Set<Set<Change>> expected = fewest(task, step);
                assertThat(sets(remedies.of(step))).as(task + " " + step).isEqualTo(expected);
                sizes.merge(expected.iterator().next().size(), 1, Integer::sum);
            }
        }
        assertThat(sizes).containsKeys(1, 2);
    }

    private static List<Set<Change>> first(Task task, Hyperparameters settings) {
        Experiment experiment = new Experiment(task, settings, EngineName.KERNEL);
        return remedies(experiment).of(experiment.memory().unknowable().get(0)).stream()
                .map(remedy -> Set.copyOf(remedy.changes()))
                .toList();
    }

    private static Remedies remedies(Experiment experiment) {
        return Remedies.of(experiment, experiment.memory().unknowable());
    }

    private static Set<Set<Change>> sets(List<Remedy> remedies) {
        return remedies.stream().map(remedy -> Set.copyOf(remedy.changes())).collect(Collectors.toSet());
    }

    private static boolean isOfUse(RandomTask task) {
        try {
            return !experiment(task).memory().unknowable().isEmpty();
        } catch (InvalidInput tooManySlots) {
            return false;
        }
    }

    private static Experiment experiment(RandomTask task) {
        FeedingScheme feeding = task.feeding();
        Hyperparameters settings = REFERENCE
                .with(Settings.LAG, feeding.lag())
                .with(Settings.BATCH_SIZE, feeding.slots())
                .with(Settings.CELL, feeding.memoryless() ? Cell.DENSE : Cell.LSTM)
                .with(
                        Settings.LOSS_WEIGHTING,
                        task.scored().lastOnly() ? LossWeighting.LAST_STEP : LossWeighting.ALL_STEPS)
                .with(
                        Settings.RESET_POLICY,
                        switch (feeding.carry()) {
                            case STEP -> ResetPolicy.EVERY_STEP;
                            case SEQUENCE -> ResetPolicy.AFTER_SEQUENCE;
                            case EPOCH -> ResetPolicy.AFTER_EPOCH;
                            case FOREVER -> ResetPolicy.NEVER;
                        });
        String[] sequences = Arrays.stream(task.sequences())
                .map(sequence ->
                        Arrays.stream(sequence).mapToObj(Integer::toString).collect(Collectors.joining(" ")))
                .toArray(String[]::new);
        String alphabet =
                IntStream.range(0, task.symbols()).mapToObj(Integer::toString).collect(Collectors.joining(" "));
        return new Experiment(Task.parse(alphabet, sequences), settings, EngineName.KERNEL);
    }

    /** The smallest sets of changes that let a step be known, from the definitions. */
    private static Set<Set<Change>> fewest(RandomTask task, UnknowableStep step) {
        Set<Set<Change>> found = new HashSet<>();
        int least = Integer.MAX_VALUE;
        for (int choice = 0; choice < 1 << Change.values().length; choice++) {
            Set<Change> changes = EnumSet.noneOf(Change.class);
            for (Change change : Change.values()) {
                if ((choice >> change.ordinal() & 1) == 1) {
                    changes.add(change);
                }
            }
            if (changes.size() <= least && isKnown(task, step, changes)) {
                if (changes.size() < least) {
                    found.clear();
                }
                least = changes.size();
                found.add(changes);
            }
        }
        return found;
    }

    private static boolean isKnown(RandomTask task, UnknowableStep step, Set<Change> changes) {
        FeedingScheme feeding = task.feeding();
        FeedingScheme changed = new FeedingScheme(
                changes.contains(Change.RESET_AFTER_SEQUENCE) ? StateLifetime.SEQUENCE : feeding.carry(),
                changes.contains(Change.ONE_SLOT) ? 1 : feeding.slots(),
                feeding.lag(),
                feeding.memoryless() && !changes.contains(Change.CELL_WITH_STATE));
        int shift = changes.contains(Change.OWN_BEGINNINGS) ? 1 : 0;
        int[][] sequences = IntStream.range(0, task.sequences().length)
                .mapToObj(s -> IntStream.concat(
                                IntStream.range(0, shift).map(own -> task.symbols() + s),
                                Arrays.stream(task.sequences()[s]))
                        .toArray())
                .toArray(int[][]::new);
        int[] listed = IntStream.range(0, sequences.length).toArray();
        return !new BruteForce(sequences, listed, changed, task.scored())
                .unknowable.contains(List.of(step.sequence(), step.step() + shift));
    }
}
