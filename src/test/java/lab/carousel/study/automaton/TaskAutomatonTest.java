package lab.carousel.study.automaton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import lab.carousel.Sample;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.LossWeighting;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.task.ScoredSteps;
import lab.carousel.task.Target;
import lab.carousel.task.Task;
import lab.carousel.task.drawn.FixedGap;
import lab.carousel.task.generator.Generator;
import lab.carousel.task.generator.Recipe;
import lab.carousel.task.memory.BruteForce;
import lab.carousel.task.memory.RandomTask;
import org.junit.jupiter.api.Test;

class TaskAutomatonTest {

    private static TaskAutomaton of(String alphabet, String... sequences) {
        return new TaskAutomaton(
                new Experiment(Task.parse(alphabet, sequences), Hyperparameters.reference(), EngineName.KERNEL));
    }

    @Test
    void theReferenceHasNineStates() {
        TaskAutomaton task = new TaskAutomaton(Experiment.reference());

        assertThat(task.automaton().size()).isEqualTo(9);
        int[] three = {3, 0, 1, 2};
        int[] four = {4, 0, 1, 2};
        assertThat(task.automaton().states().get(task.automaton().after(three)).answer())
                .isEqualTo(Target.ofSet(IntStream.of(3)));
        assertThat(task.automaton().states().get(task.automaton().after(four)).answer())
                .isEqualTo(Target.ofSet(IntStream.of(4)));
        assertThat(task.automaton().after(3, 1)).isEqualTo(Automaton.NONE);
        assertThat(IntStream.range(0, 9)).noneMatch(task::isMixed);
        assertThat(task.word(task.prefixAt(1, 3))).containsExactly(4, 0, 1, 2);
    }

    @Test
    void prefixesAfterWhichTheSameFollowsAreOneState() {
        assertThat(of("0 x y", "x 0 x", "y 0 y").automaton().size()).isEqualTo(5);

        TaskAutomaton needless = of("0 1 x y", "x 0 1 0", "y 0 1 0");
        assertThat(needless.automaton().size()).isEqualTo(4);
        assertThat(needless.automaton().after(2, 0))
                .isEqualTo(needless.automaton().after(3, 0));
        assertThat(needless.automaton().states().get(1).prefixes()).hasSize(2);
    }

    @Test
    void onlyScoredTargetsAreAskedFor() {
        Task bits = Task.parse("a b s t", "s a a s", "t a b t");
        Hyperparameters lastOnly = Hyperparameters.reference().with(Settings.LOSS_WEIGHTING, LossWeighting.LAST_STEP);
        TaskAutomaton task = new TaskAutomaton(new Experiment(bits, lastOnly, EngineName.KERNEL));

        assertThat(task.answer(task.prefixAt(0, 0))).isEqualTo(Target.NONE);
        assertThat(task.answer(task.prefixAt(0, 2))).isEqualTo(Target.ofSet(IntStream.of(2)));
    }

    @Test
    void aDrawnTaskHasNone() {
        Experiment drawn = new Experiment(Task.drawn(FixedGap.of(10)), Hyperparameters.reference(), EngineName.KERNEL);
        assertThatThrownBy(() -> new TaskAutomaton(drawn)).hasMessageContaining("only a listed task");
    }

    /** The largest admitted task with all steps scored; with the last steps alone scored there could be twenty times as many. */
    @Test
    void aTaskOfTooManyStepsHasNoneThatIsLookedFor() {
        Generator most = new Generator(Recipe.RANDOM, 11, 4_546, 5, 1, 1);
        Hyperparameters lastOnly = Hyperparameters.reference().with(Settings.LOSS_WEIGHTING, LossWeighting.LAST_STEP);
        TaskAutomaton task = new TaskAutomaton(new Experiment(most.task(), lastOnly, EngineName.KERNEL));
        assertThat(task.prefixes()).isGreaterThan(49_900);

        Generator more = new Generator(Recipe.RANDOM, 12, 4_546, 5, 1, 1);
        Experiment larger = new Experiment(more.task(), lastOnly, EngineName.KERNEL);
        assertThatThrownBy(() -> new TaskAutomaton(larger))
                .hasMessage("This task has 54,540 steps: an automaton is looked for in at most 50,000.");
    }

    @Test
    void agreesWithAllPairsOnRandomTasks() {
        SplittableRandom random = new SplittableRandom(35);
        int joined = 0;
        int mixed = 0;
        for (int index = 0; index < Sample.tenth(200); index++) {
            Experiment experiment = draw(random);
            TaskAutomaton task = new TaskAutomaton(experiment);
            BruteAutomaton brute = new BruteAutomaton(experiment);

            assertThat(task.prefixes()).isEqualTo(brute.prefixes.size());
            for (int one = 0; one < task.prefixes(); one++) {
                for (int other = 0; other < task.prefixes(); other++) {
                    boolean same = brute.futureOf(task.word(one)).equals(brute.futureOf(task.word(other)));
                    assertThat(task.state(one) == task.state(other))
                            .as("%s: %s and %s", experiment, task.word(one), task.word(other))
                            .isEqualTo(same);
                    joined += same && one != other ? 1 : 0;
                    mixed += checkMixed(task, brute, one, other) ? 1 : 0;
                }
                assertThat(task.automaton().after(task.word(one))).isEqualTo(task.state(one));
            }
            assertThat(task.automaton().states())
                    .allSatisfy(state -> assertThat(state.prefixes()).isNotEmpty());
        }
        assertThat(joined).isGreaterThan(Sample.tenth(40));
        assertThat(mixed).isGreaterThan(Sample.tenth(200));
    }

    /** Whether equal contexts join two states, which {@link TaskAutomaton#alike} has to say of them then. */
    private static boolean checkMixed(TaskAutomaton task, BruteAutomaton brute, int one, int other) {
        int first = task.state(one);
        int second = task.state(other);
        boolean alike = brute.isJoined(task.automaton(), first, second);
        assertThat(task.alike(first) == task.alike(second)).isEqualTo(alike);
        assertThat(task.isMixed(first) || first == second || !alike).isTrue();
        return alike && first != second;
    }

    private static Experiment draw(SplittableRandom random) {
        RandomTask drawn = RandomTask.draw(random);
        Hyperparameters set = Hyperparameters.reference()
                .with(Settings.LAG, drawn.feeding().lag())
                .with(Settings.RESET_POLICY, ResetPolicy.values()[random.nextInt(4)])
                .with(Settings.CELL, random.nextInt(8) == 0 ? Cell.DENSE : Cell.LSTM)
                .with(
                        Settings.LOSS_WEIGHTING,
                        random.nextInt(4) == 0 ? LossWeighting.LAST_STEP : LossWeighting.ALL_STEPS);
        Task task = drawn.task().withSets(random.nextBoolean());
        int most = task.supply().longestSteps() - drawn.feeding().lag() + 1;
        return new Experiment(
                task,
                set.with(Settings.BATCH_SIZE, random.nextBoolean() ? 1 : 1 + random.nextInt(Math.min(3, most))),
                EngineName.KERNEL);
    }

    /** The same from the definition, by looking at every sequence again and again. */
    private static final class BruteAutomaton {

        private final int[][] sequences;
        private final ScoredSteps scored;
        private final boolean sets;
        private final Set<List<Integer>> prefixes = new HashSet<>();
        /** Prefixes with the contexts that they have anywhere. */
        private final List<BruteForce.Seen> seen;

        BruteAutomaton(Experiment experiment) {
            sequences = experiment.task().indices();
            scored = experiment.scoredSteps();
            sets = experiment.task().sets();
            for (int[] sequence : sequences) {
                for (int length = 0; length < sequence.length; length++) {
                    prefixes.add(beginning(sequence, length));
                }
            }
            int[] order = IntStream.range(0, sequences.length).toArray();
            int lag = experiment.hyperparameters().get(Settings.LAG);
            seen = new BruteForce(sequences, order, experiment.feeding(), new ScoredSteps(lag - 1, false)).steps();
        }

        private static List<Integer> beginning(int[] sequence, int length) {
            return Arrays.stream(sequence, 0, length).boxed().toList();
        }

        /** What follows a prefix: each continuation with each of its targets, and without one. */
        Set<List<Object>> futureOf(int[] prefix) {
            Set<List<Object>> future = new HashSet<>();
            for (int[] sequence : sequences) {
                int begins = prefix.length;
                if (begins < sequence.length && Arrays.equals(sequence, 0, begins, prefix, 0, begins)) {
                    for (int end = begins; end < sequence.length; end++) {
                        List<Integer> word =
                                Arrays.stream(sequence, begins, end).boxed().toList();
                        future.add(List.of(word, "in the task"));
                        if (end > 0 && scored.include(end - 1, sequence.length - 1)) {
                            future.addAll(targets(sequence, end).stream()
                                    .map(target -> List.<Object>of(word, target))
                                    .toList());
                        }
                    }
                }
            }
            return future;
        }

        private Set<Integer> targets(int[] sequence, int end) {
            Set<Integer> targets = new HashSet<>(Set.of(sequence[end]));
            for (int[] other : sequences) {
                if (sets && end < other.length && Arrays.equals(sequence, 0, end, other, 0, end)) {
                    targets.add(other[end]);
                }
            }
            return targets;
        }

        /** Whether a chain of equal contexts leads from one state to another. */
        boolean isJoined(Automaton automaton, int from, int to) {
            Set<Integer> reached = new HashSet<>(Set.of(from));
            List<Integer> open = new ArrayList<>(reached);
            while (!open.isEmpty()) {
                int state = open.remove(0);
                for (BruteForce.Seen one : seen) {
                    for (BruteForce.Seen other : seen) {
                        int next = stateOf(automaton, other);
                        if (stateOf(automaton, one) == state
                                && one.samples().equals(other.samples())
                                && reached.add(next)) {
                            open.add(next);
                        }
                    }
                }
            }
            return reached.contains(to);
        }

        private static int stateOf(Automaton automaton, BruteForce.Seen seen) {
            return automaton.after(
                    seen.prefix().stream().mapToInt(Integer::intValue).toArray());
        }
    }

    @Test
    void whatTheSetUpCannotTellApartIsSaid() {
        Experiment reference = Experiment.reference();
        TaskAutomaton everyStep = new TaskAutomaton(
                reference.with(reference.hyperparameters().with(Settings.RESET_POLICY, ResetPolicy.EVERY_STEP)));
        TaskAutomaton slots =
                new TaskAutomaton(reference.with(reference.hyperparameters().with(Settings.BATCH_SIZE, 4)));

        assertThat(everyStep.automaton().size()).isEqualTo(9);
        assertThat(mixed(everyStep)).containsExactlyInAnyOrder("3 0", "3 0 1", "3 0 1 2", "4 0", "4 0 1", "4 0 1 2");
        assertThat(mixed(slots)).isEqualTo(mixed(everyStep));
    }

    private static Set<String> mixed(TaskAutomaton task) {
        Set<String> words = new HashSet<>();
        for (int prefix = 0; prefix < task.prefixes(); prefix++) {
            if (task.isMixed(task.state(prefix))) {
                words.add(String.join(
                        " ",
                        Arrays.stream(task.word(prefix))
                                .mapToObj(Integer::toString)
                                .toList()));
            }
        }
        return words;
    }
}
