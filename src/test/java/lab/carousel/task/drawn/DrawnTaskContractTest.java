package lab.carousel.task.drawn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.Sample;
import lab.carousel.task.Alphabet;
import lab.carousel.task.DrawnParameter;
import lab.carousel.task.DrawnTask;
import lab.carousel.task.MemorylessFloor;
import lab.carousel.task.ScoredSteps;
import lab.carousel.task.Steps;
import lab.carousel.task.StoppingRule;
import lab.carousel.task.Target;
import lab.carousel.task.TargetKind;
import lab.carousel.task.Task;
import lab.carousel.task.Twin;
import lab.carousel.text.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every kind of drawn task, and for one that only this test declares. */
class DrawnTaskContractTest {

    private static final int DRAWS = 60;
    /** Of a beginning: the rarest of what may follow, an end of distractors, comes once in ten times. */
    private static final int ENOUGH = Sample.isExhaustive() ? 200 : 60;

    /** A symbol, a pause, and the symbol again; what may be wrong with its twins is told. */
    private static final class Echo extends DrawnTask {

        private static final DrawnParameter PAUSE = new DrawnParameter("pause", 1, 9, 2);
        private final UnaryOperator<Twin> mistake;

        Echo(UnaryOperator<Twin> mistake) {
            super("echo", PAUSE);
            this.mistake = mistake;
        }

        @Override
        public Alphabet alphabet() {
            return new Alphabet(List.of("a", "b", "-"));
        }

        @Override
        public Steps draw(SplittableRandom random) {
            int symbol = random.nextInt(2);
            int[] symbols = IntStream.range(0, value(PAUSE) + 2)
                    .map(place -> place == 0 || place == value(PAUSE) + 1 ? symbol : 2)
                    .toArray();
            return Steps.of(symbols);
        }

        @Override
        public int shortestSteps() {
            return value(PAUSE) + 1;
        }

        @Override
        public List<Twin> twins(Steps drawn) {
            int[] twin = drawn.symbols();
            twin[0] ^= 1;
            twin[twin.length - 1] ^= 1;
            return List.of(mistake.apply(new Twin(Steps.of(twin), 0, new int[] {drawn.size() - 1})));
        }

        @Override
        public Optional<StoppingRule> stoppingRule() {
            return Optional.of(StoppingRule.fresh(0.5, 100));
        }

        @Override
        public MemorylessFloor floor(int symbolsSeen, ScoredSteps scored) {
            return new MemorylessFloor(symbolsSeen, 0, 0, 1);
        }
    }

    private static final DrawnTask DECLARED_HERE = new Echo(twin -> twin);

    private static Stream<DrawnTask> kinds() {
        return Stream.concat(DrawnKinds.ALL.stream(), Stream.of(DECLARED_HERE));
    }

    private static DrawnTask task(DrawnTask kind, ToIntFunction<DrawnParameter> value) {
        return DrawnTask.of(kind, kind.parameters().stream().mapToInt(value).toArray());
    }

    /** The largest of many steps are held with the kinds they are of. */
    static Stream<DrawnTask> tasks() {
        List<ToIntFunction<DrawnParameter>> sizes = List.of(
                DrawnParameter::least,
                DrawnParameter::first,
                parameter -> Math.min(parameter.most(), 4 * Math.max(parameter.least(), 9)));
        List<Sized> all = sizes.stream()
                .flatMap(size -> kinds().map(kind -> new Sized(task(kind, size), sizes.indexOf(size))))
                .toList();
        return Sample.of(3, all, each -> each.task.kind(), Sized::size).map(Sized::task);
    }

    private record Sized(DrawnTask task, int size) {}

    private static List<Steps> draws(DrawnTask task, long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        return Stream.generate(() -> task.draw(random)).limit(count).toList();
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void drawsAreWithinAlphabetRowsAndOutputs(DrawnTask task) {
        assertThat(task.outputs()).isBetween(1, task.alphabet().size());
        assertThat(task.inputs()).isBetween(1, task.alphabet().size());
        List<Steps> all = new ArrayList<>(draws(task, 1, DRAWS));
        all.addAll(task.shown());
        assertThat(all).allSatisfy(steps -> assertIsPossible(task, steps));
        assertThat(all.stream().mapToInt(Steps::size).min().orElseThrow()).isGreaterThanOrEqualTo(task.shortestSteps());
    }

    private static void assertIsPossible(DrawnTask task, Steps steps) {
        int size = steps.size();
        for (int t = 0; t < size; t++) {
            Target target = steps.target(t);
            boolean isScored = t == size - 1 || !task.scoresLastStepOnly();
            assertThat(isScored ? target.isWithin(task.outputs()) : !(target.kind() == TargetKind.NUMBERS))
                    .as("%s wants %s at %d", task, target, t)
                    .isTrue();
            assertThat(Arrays.stream(target.symbols()))
                    .allMatch(symbol -> symbol < task.alphabet().size());
            assertThat((target.kind() == TargetKind.NUMBERS) || target.equals(Target.NONE))
                    .isEqualTo((task.targets() == TargetKind.NUMBERS));
            assertThat(target.isSet()).isEqualTo(task.hasSets());
            if ((task.targets() == TargetKind.NUMBERS)) {
                assertThat(steps.input(t)).isEqualTo(Target.NO_INDEX);
                assertThat(steps.row(t)).hasSize(task.inputs());
                assertThat(Arrays.stream(steps.row(t))).allMatch(number -> Math.abs(number) <= 1);
            } else {
                assertThat(steps.input(t)).isBetween(0, task.inputs() - 1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void theSameSeedGivesTheSameDraws(DrawnTask task) {
        assertThat(draws(task, 5, DRAWS)).isEqualTo(draws(task, 5, DRAWS));
        boolean isOne = new HashSet<>(draws(task, 5, DRAWS)).size() == 1;
        assertThat(draws(task, 6, DRAWS).equals(draws(task, 5, DRAWS))).isEqualTo(isOne);
        assertThat(isOne).isEqualTo(task.hasFewSequences() && task.shown().size() == 1);
    }

    /** What a kind knows of itself it also knows where it was made with other numbers, and with the same again. */
    @ParameterizedTest
    @MethodSource("kinds")
    void whatIsMadeOfAPrototypeIsThatAgainWithTheSameNumbers(DrawnTask kind) {
        DrawnTask made = kind.with(kind.numbers());
        assertThat(made).isEqualTo(kind).isNotSameAs(kind).hasSameHashCodeAs(kind);
        assertThat(made.kind()).isSameAs(kind);
        assertThat(made.publishedSequences()).isEqualTo(kind.publishedSequences());
        assertThat(made.isFromZeroToOne()).isEqualTo(kind.isFromZeroToOne());
        assertThat(made.stoppingRule()).isEqualTo(kind.stoppingRule());
        assertThat(made.shown()).isEqualTo(kind.shown());
        ScoredSteps scored = new ScoredSteps(0, kind.scoresLastStepOnly());
        assertThat(made.floor(1, scored)).isEqualTo(kind.floor(1, scored));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void boundsOfParametersAreTold(DrawnTask kind) {
        for (DrawnParameter parameter : kind.parameters()) {
            assertThat(parameter.first()).isBetween(parameter.least(), parameter.most());
            for (int wrong : new int[] {parameter.least() - 1, parameter.most() + 1}) {
                assertThatThrownBy(() -> task(kind, each -> each == parameter ? wrong : each.first()))
                        .isInstanceOf(InvalidInput.class)
                        .hasMessageStartingWith(
                                "%s must be a whole number from %,d to %,d",
                                parameter.name(), parameter.least(), parameter.most());
            }
        }
        assertThat(kind.parameters().stream().map(DrawnParameter::name)).doesNotHaveDuplicates();
    }

    @Test
    void namesAreDifferent() {
        assertThat(kinds().map(DrawnTask::name)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void theSampleIsAlwaysTheSameAndWhatThereIsWhereThatIsFew(DrawnTask task) {
        List<Steps> sample = task.shown();
        assertThat(task.shown()).isEqualTo(sample).isNotEmpty();
        if (task.hasFewSequences()) {
            assertThat(sample).containsAll(draws(task, 2, DRAWS)).doesNotHaveDuplicates();
        }
        Task whole = Task.drawn(task);
        assertThat(whole.encoded()).containsExactlyElementsOf(sample);
        assertThat(whole.sequences())
                .extracting(sequence -> sequence.symbols().size())
                .containsExactlyElementsOf(
                        sample.stream().map(steps -> steps.size() + 1).toList());
        assertThat(whole.outputs()).isEqualTo(task.outputs());
        assertThat((whole.targets() == TargetKind.NUMBERS)).isEqualTo((task.targets() == TargetKind.NUMBERS));
        assertThat(whole.supply().hasSets()).isEqualTo(task.hasSets());
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void twinsDifferAtTheClueAndInWhatFollowsFromIt(DrawnTask task) {
        boolean wantsTheNext = wantsTheNext(task);
        int first =
                draws(task, 3, 1).stream().map(task::twins).mapToInt(List::size).sum();
        for (Steps drawn : draws(task, 3, DRAWS)) {
            List<Twin> twins = task.twins(drawn);
            assertThat(twins).hasSize(first);
            for (int place = 0; place < twins.size(); place++) {
                assertIsTwin(task, drawn, twins.get(place), wantsTheNext);
                Steps again = task.twins(twins.get(place).steps()).get(place).steps();
                assertThat(again).isEqualTo(drawn.first(again.size()));
            }
            assertThat(twins.stream().map(Twin::steps)).doesNotHaveDuplicates();
        }
    }

    private static void assertIsTwin(DrawnTask task, Steps drawn, Twin twin, boolean wantsTheNext) {
        assertIsPossible(task, twin.steps());
        int[] answers = twin.answers();
        assertThat(answers).isNotEmpty().isSorted();
        assertThat(answers[0]).isGreaterThanOrEqualTo(twin.clue());
        assertThat(twin.steps().size()).isBetween(twin.lastAnswer() + 1, drawn.size());
        for (int t = 0; t < twin.steps().size(); t++) {
            boolean isAnswer = twin.answersAt(t);
            boolean foretells = t == twin.clue() - 1 && wantsTheNext;
            assertThat(twin.steps().target(t).equals(drawn.target(t)))
                    .as("target at %d of %s", t, drawn)
                    .isEqualTo(!isAnswer && !foretells);
            boolean isFedAgain = t > 0 && twin.answersAt(t - 1) && wantsTheNext;
            int step = t;
            long other = IntStream.range(0, task.inputs())
                    .filter(k -> twin.steps().fed(step, k) != drawn.fed(step, k))
                    .count();
            boolean isExchanged = t == twin.clue() || isFedAgain;
            assertThat(other)
                    .as("fed at %d", t)
                    .isEqualTo(isExchanged ? (task.targets() == TargetKind.NUMBERS) ? 1 : 2 : 0);
        }
        if (task.scoresLastStepOnly()) {
            assertThat(answers).containsExactly(drawn.size() - 1);
        }
    }

    private static boolean wantsTheNext(DrawnTask task) {
        return draws(task, 3, DRAWS).stream().allMatch(drawn -> IntStream.range(1, drawn.size())
                .allMatch(t -> drawn.input(t) >= 0 && drawn.target(t - 1).equals(Target.of(drawn.input(t)))));
    }

    /** What has a twin has one, and what has none has none. */
    @Test
    void eachKindHasAsManyTwinsAsThingsThatCanBeExchanged() {
        Map<String, Integer> twins = kinds().collect(Collectors.toMap(DrawnTask::name, kind -> {
            DrawnTask task = task(kind, DrawnParameter::first);
            return task.twins(draws(task, 4, 1).get(0)).size();
        }));
        Map<String, Integer> expected = new HashMap<>(Map.of("adding", 0, "addingModern", 0, "multiplying", 0));
        expected.putAll(Map.of("anbn", 0, "anbncn", 0, "order6a", 2, "order6b", 3, "flipFlop", 3));
        for (String one : List.of("2a", "2b", "2c", "reber", "continualReber", "parity", "xor", "echo")) {
            expected.put(one, 1);
        }
        assertThat(twins).isEqualTo(expected);
    }

    /** So short that every beginning comes many times. */
    static Stream<DrawnTask> shortOnes() {
        return Stream.of(
                FixedGap.of(4),
                RandomGap.of(3),
                NoisyGap.of(2, 1),
                DrawnTask.of(EmbeddedReber.KIND),
                DrawnTask.of(ContinualReber.KIND, 2),
                DrawnTask.of(Parity.KIND, 5),
                DrawnTask.of(XorInTime.KIND, 3),
                DrawnTask.of(DECLARED_HERE, 2));
    }

    /** A step is open where one beginning had several targets in very many draws; what is judged are all of these, or nothing. */
    @ParameterizedTest
    @MethodSource("shortOnes")
    void whatIsOpenAndWhatIsJudgedAreWhatManyDrawsHave(DrawnTask task) {
        List<Steps> draws = draws(task, 8, Sample.isExhaustive() ? 20_000 : 6_000);
        Map<List<Integer>, Map<Target, Integer>> followers = new HashMap<>();
        for (Steps drawn : draws) {
            for (int t = 0; t < drawn.size(); t++) {
                followers
                        .computeIfAbsent(beginning(drawn, t), fresh -> new HashMap<>())
                        .merge(drawn.target(t), 1, Integer::sum);
            }
        }
        int open = 0;
        int judged = 0;
        for (Steps drawn : draws.subList(0, 2_000)) {
            Steps asked = task.judged(drawn);
            boolean[] isOpen = task.open(drawn);
            assertThat(asked.size()).isEqualTo(drawn.size());
            for (int t = 0; t < drawn.size(); t++) {
                Map<Target, Integer> after = Objects.requireNonNull(followers.get(beginning(drawn, t)));
                if (after.values().stream().mapToInt(each -> each).sum() < ENOUGH) {
                    continue;
                }
                assertThat(isOpen[t])
                        .as("%s at %d of %s", task, t, beginning(drawn, t))
                        .isEqualTo(after.size() > 1);
                assertThat(asked.input(t)).isEqualTo(drawn.input(t));
                open += after.size() > 1 ? 1 : 0;
                judged += assertIsJudged(task, asked.target(t), after.keySet(), t == drawn.size() - 1);
            }
        }
        assertThat(judged).isPositive();
        assertThat(open > 0).isEqualTo(!List.of("2a", "parity", "echo").contains(task.name()));
    }

    /** 1 if a target is asked for. */
    private static int assertIsJudged(DrawnTask task, Target asked, Set<Target> after, boolean isLast) {
        if (task.scoresLastStepOnly() && !isLast) {
            return 0;
        }
        Set<Integer> legal = after.stream()
                .flatMapToInt(target -> Arrays.stream(target.symbols()))
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
        if (asked.isSet()) {
            assertThat(asked.symbols())
                    .containsExactly(legal.stream().mapToInt(each -> each).toArray());
        } else {
            assertThat(asked.equals(Target.NONE)).isEqualTo(after.size() > 1);
            assertThat(asked.equals(Target.NONE) || after.contains(asked)).isTrue();
        }
        return asked.equals(Target.NONE) ? 0 : 1;
    }

    private static List<Integer> beginning(Steps drawn, int t) {
        return IntStream.rangeClosed(0, t).mapToObj(drawn::input).toList();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aPoolIsFullAndItsTwoHalvesHaveNothingInCommon(DrawnTask kind) {
        DrawnTask task = task(kind, DrawnParameter::first);
        for (long seed = 1; kind.pool() > 0 && seed <= Sample.tenth(40); seed++) {
            List<Steps> pool = task.pool(new SplittableRandom(seed));
            assertThat(pool).hasSize(2 * kind.pool()).doesNotHaveDuplicates();
            assertThat(task.stoppingRule().orElseThrow().inARow()).isEqualTo(pool.size());
            long of = seed;
            Set<Steps> trained = drawn(task, of, false);
            Set<Steps> tested = drawn(task, of, true);
            assertThat(pool.subList(0, kind.pool())).containsAll(trained).hasSameSizeAs(trained);
            assertThat(pool.subList(kind.pool(), pool.size()))
                    .containsAll(tested)
                    .hasSameSizeAs(tested);
        }
        assertThat(kind.pool() > 0).isEqualTo(kind.name().equals("reber"));
    }

    private static Set<Steps> drawn(DrawnTask task, long seed, boolean isTest) {
        return Stream.generate(task.draws(new SplittableRandom(9), () -> new SplittableRandom(seed), isTest)
                        .orElseThrow())
                .limit(8_000)
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void whatIsExaminedCanBeJudged(DrawnTask task) {
        StoppingRule rule = task.stoppingRule().orElseThrow();
        assertThat(rule.bound()).isPositive();
        assertThat(rule.inARow()).isGreaterThan(rule.wrong());
        assertThat(rule.meanBound()).isPositive();
        SplittableRandom random = new SplittableRandom(3);
        Steps last = task.examined(rule.inARow() - 1, random);
        Steps asked = task.judged(last);
        assertThat(asked.size()).isEqualTo(last.size()).isGreaterThanOrEqualTo(task.shortestSteps());
        assertThat(IntStream.range(0, asked.size()).mapToObj(asked::target))
                .anyMatch(each -> !each.equals(Target.NONE));
    }

    /** The contract itself: a kind whose twin is wrong in one thing is found out. */
    @Test
    void aTwinThatIsWrongIsFoundOut() {
        Steps same = Steps.of(0, 2, 2, 0);
        List<UnaryOperator<Twin>> mistakes = List.of(
                twin -> new Twin(twin.steps(), 1, twin.answers()),
                twin -> new Twin(twin.steps(), 0, new int[] {1, 2}),
                twin -> new Twin(same, 0, twin.answers()),
                twin -> new Twin(Steps.of(1 - twin.steps().input(0), 2, 2, 2), 0, twin.answers()),
                twin -> new Twin(Steps.of(1 - twin.steps().input(0), 2, 2, 1), 0, twin.answers()),
                twin -> new Twin(
                        Steps.of(
                                twin.steps().input(0),
                                2,
                                0,
                                twin.steps().target(2).index()),
                        0,
                        twin.answers()));
        for (UnaryOperator<Twin> mistake : mistakes) {
            DrawnTask task = task(new Echo(mistake), DrawnParameter::first);
            assertThatThrownBy(() -> twinsDifferAtTheClueAndInWhatFollowsFromIt(task))
                    .isInstanceOf(AssertionError.class);
        }
    }
}
