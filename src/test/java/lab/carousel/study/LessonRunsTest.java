package lab.carousel.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.Sample;
import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.file.lesson.ShippedLessons;
import lab.carousel.lesson.Condition;
import lab.carousel.lesson.FinishedRun;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonStep;
import lab.carousel.lesson.MeasuredNumber;
import lab.carousel.lesson.Need;
import lab.carousel.lesson.Observation;
import lab.carousel.lesson.Observed;
import lab.carousel.lesson.Situation;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Operation;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.trace.FedSteps;
import lab.carousel.model.trace.Trace;
import lab.carousel.model.verdict.Evaluator;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.task.series.Series;
import lab.carousel.task.series.TestPart;
import lab.carousel.training.RecordedRuns;
import lab.carousel.training.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the lessons say of their runs, with the runs. {@link CountingTest}, {@link FiveStatesTest}, {@link NothingKnownTest} and
 * {@link ForgottenResetTest} do the same for theirs.
 */
class LessonRunsTest {

    private static final Set<String> TESTED_ELSEWHERE =
            Set.of("counting", "five-states", "nothing-known", "who-forgot-to-reset");

    /** Steps that lead to no run of their own: the class chooses it, or goes on with the one before. */
    private static final Set<String> ON_THE_WAY =
            Set.of("was-it-memory read-out", "make-it-remember find", "how-far-back bias", "how-far-back lag");

    /** A step with how its run ends, and the numbers of it that its text tells. */
    private record Told(String step, Verdict verdict, int right, Map<MeasuredNumber, String> numbers) {

        @Override
        public String toString() {
            return step;
        }
    }

    private static Told told(String step, Verdict verdict, int right) {
        return new Told(step, verdict, right, Map.of());
    }

    /** From the shortest run to the longest. */
    private static final List<Told> RUNS = List.of(
            told("race transfer", Verdict.REMEMBERS, 2),
            told("forecast-or-echo train", Verdict.NOT_SHOWN_BETTER, 25),
            new Told("forecast-or-echo window", Verdict.NOT_SHOWN_BETTER, 22, Map.of(MeasuredNumber.ERROR, "57.8")),
            told("forecast-or-echo differences", Verdict.BETTER_THAN_ECHO, 44),
            told("a-lucky-seed one", Verdict.TOO_FEW, 9),
            told("forecast-or-echo transfer", Verdict.FORECASTS, 322),
            told("a-lucky-seed transfer", Verdict.WORSE, 52),
            told("tutorial update", Verdict.A_TRACE, 8),
            told("tutorial training", Verdict.A_TRACE, 8),
            told("tutorial transfer", Verdict.NOT_YET, 8),
            told("was-it-memory eight-of-eight", Verdict.A_TRACE, 8),
            told("was-it-memory another-seed", Verdict.A_TRACE, 8),
            new Told("was-it-memory verdict", Verdict.A_TRACE, 8, Map.of(MeasuredNumber.MARGIN, "0.0007")),
            new Told(
                    "was-it-memory transfer",
                    Verdict.A_TRACE,
                    8,
                    Map.of(MeasuredNumber.LOSS, "0.0805", MeasuredNumber.BITS, "0.04", MeasuredNumber.MARGIN, "0.012")),
            new Told("was-it-memory longer", Verdict.NOT_YET, 7, Map.of(MeasuredNumber.LOSS, "0.0694")),
            told("make-it-remember goal", Verdict.NOT_YET, 7),
            told("make-it-remember sure", Verdict.NOT_YET, 7),
            told("make-it-remember transfer", Verdict.NOT_YET, 11),
            told("gradient cut", Verdict.NOT_YET, 7),
            new Told(
                    "gradient predict",
                    Verdict.REMEMBERS,
                    8,
                    Map.of(MeasuredNumber.LOSS, "0.035", MeasuredNumber.BITS, "0.99")),
            told("gradient choose", Verdict.REMEMBERS, 8),
            told("gradient between", Verdict.NOT_YET, 7),
            told("gradient softmax", Verdict.REMEMBERS, 8),
            told("gradient transfer", Verdict.NOT_YET, 9),
            told("inside-the-cell train", Verdict.REMEMBERS, 8),
            new Told("where-is-the-memory train", Verdict.REMEMBERS, 8, Map.of(MeasuredNumber.BITS, "0.99")),
            told("where-is-the-memory grandmother", Verdict.REMEMBERS, 8),
            told("where-is-the-memory transfer", Verdict.REMEMBERS, 10),
            told("batch-size-and-state four", Verdict.CANNOT_BE_KNOWN, 7),
            told("batch-size-and-state stateless", Verdict.CANNOT_BE_KNOWN, 7),
            told("batch-size-and-state stateful", Verdict.CANNOT_BE_KNOWN, 7),
            told("batch-size-and-state reset", Verdict.REMEMBERS, 8),
            told("batch-size-and-state transfer", Verdict.REMEMBERS, 10),
            told("race lstm", Verdict.REMEMBERS, 8),
            told("race others", Verdict.REMEMBERS, 8),
            told("race dense", Verdict.CANNOT_BE_KNOWN, 7),
            told("race longer", Verdict.NOT_YET, 1),
            told("how-far-back ten", Verdict.REMEMBERS, 2),
            told("how-far-back hundred", Verdict.NOT_YET, 1),
            told("how-far-back chrono", Verdict.REMEMBERS, 2),
            told("how-far-back transfer", Verdict.REMEMBERS, 2),
            told("lstm-1997 paper", Verdict.REMEMBERS, 200),
            told("lstm-1997 noisy", Verdict.REMEMBERS, 200),
            told("lstm-1997 transfer", Verdict.NOT_YET, 98),
            told("how-far-back thousand", Verdict.NOT_YET, 1),
            told("lstm-1997 random", Verdict.REMEMBERS, 200),
            told("lstm-1997 thousand", Verdict.REMEMBERS, 200));

    private static Lesson lesson(String step) {
        return ShippedLessons.read(step.split(" ")[0]);
    }

    private static int number(String step) {
        List<String> ids = lesson(step).steps().stream().map(LessonStep::id).toList();
        return ids.indexOf(step.split(" ")[1]);
    }

    private static LessonStep step(String step) {
        return lesson(step).steps().get(number(step));
    }

    /** The experiment of the lesson, with all that was asked for by then. */
    private static Experiment experiment(String step) {
        Experiment experiment = Experiment.reference();
        for (LessonStep each : lesson(step).steps().subList(0, number(step) + 1)) {
            experiment = each.setUp().change().orElse(UnaryOperator.identity()).apply(experiment);
            for (Need need : each.needs()) {
                experiment = experiment.with(asked(need, experiment.hyperparameters()));
            }
        }
        return experiment;
    }

    private static Hyperparameters asked(Need need, Hyperparameters values) {
        if (need instanceof Need.ValueChosen chosen) {
            return chosen.set().apply(values);
        }
        return need instanceof Need.TrainedWith trained ? trained.values().set().apply(values) : values;
    }

    @Test
    void everyStepThatTrainsIsTested() {
        List<String> trained = new ArrayList<>();
        for (Lesson lesson : ShippedLessons.all()) {
            lesson.steps().stream()
                    .filter(each -> each.needs().stream()
                            .flatMap(need -> need.conditions().stream())
                            .map(Condition::reads)
                            .anyMatch(Situation.OF_RUN::contains))
                    .filter(each -> !TESTED_ELSEWHERE.contains(lesson.name()))
                    .map(each -> lesson.name() + " " + each.id())
                    .filter(name -> !ON_THE_WAY.contains(name))
                    .forEach(trained::add);
        }
        assertThat(RUNS).extracting(Told::step).containsExactlyInAnyOrderElementsOf(trained);
    }

    static Stream<Told> runs() {
        return Sample.of(11, RUNS.subList(0, RUNS.size() - (Sample.isExhaustive() ? 0 : 3)), Told::verdict);
    }

    @ParameterizedTest
    @MethodSource("runs")
    void aRunOfTheLessonsSeedEndsAsItSays(Told told) {
        Snapshot end = RecordedRuns.end(experiment(told.step));
        assertThat(end.verdict()).isEqualTo(told.verdict);
        assertThat(end.evaluation().right()).isEqualTo(told.right);
        LessonStep step = step(told.step);
        String text =
                step.words().text() + step.question().map(Record::toString).orElse("");
        told.numbers.forEach((reading, number) -> {
            assertThat(text).as("the number of its %s", reading).contains(number);
            int decimals = number.length() - number.indexOf('.') - 1;
            assertThat(String.format(Locale.ROOT, "%." + decimals + "f", reading.of(end)))
                    .isEqualTo(number);
        });
    }

    static Stream<String> shares() {
        return Sample.one(
                3,
                ShippedLessons.all().stream()
                        .flatMap(lesson -> lesson.steps().stream()
                                .filter(step -> step.setUp().hasOwnSeeds())
                                .map(each -> lesson.name() + " " + each.id()))
                        // Two of them take minutes
                        .filter(name -> !name.endsWith(" thousand"))
                        .toList());
    }

    /** Each student's own run says what is right, and no two need say the same. */
    @ParameterizedTest
    @MethodSource("shares")
    void whereEachHasAnotherSeedTheRunOfEachIsJudged(String name) {
        for (long seed = 11; seed < 16; seed++) {
            long own = seed;
            Experiment experiment = experiment(name).with(all -> all.with(Settings.SEED, own));
            Snapshot end = RecordedRuns.end(experiment);
            Situation now = new Situation(Optional.of(experiment), FinishedRun.of(end), "", Map.of());
            for (Observation asked : step(name).after().observations()) {
                double shown = asked instanceof Observation.Read read
                        ? read.of().of(end)
                        : ((Observation.Judged) asked).of().place(end.verdict());
                assertThat(asked.sight().checked(shown, now))
                        .map(Observed::isRight)
                        .contains(true);
                assertThat(asked.sight().checked(shown + 1, now))
                        .map(Observed::isRight)
                        .contains(false);
            }
        }
    }

    private static final List<String> FIXED = List.of(
            "gradient predict 1",
            "race dense 1",
            "forecast-or-echo clouds 1",
            "inside-the-cell states 1",
            "inside-the-cell transfer 1",
            "where-is-the-memory transplant 1",
            "where-is-the-memory lesion 1",
            "where-is-the-memory transfer 1");

    /** What a choice says that the lesson calls right, seen in the network. */
    private static String seen(String step) {
        Experiment experiment = experiment(step);
        Snapshot end = RecordedRuns.end(experiment);
        double floor = experiment.memorylessFloor();
        return switch (step) {
            case "gradient predict" -> end.evaluation().loss() < floor ? "It went through it" : "It stayed above it";
            case "race dense" -> end.evaluation().loss() > floor ? "Above it" : "Below it";
            case "forecast-or-echo clouds" -> {
                TestPart part = part(end);
                yield distance(part.forecast(), part.said()[0]) < distance(part.forecast(), part.truth())
                        ? "To the month before"
                        : "To what came";
            }
            case "inside-the-cell states" ->
                values(end, Quantity.CELL_STATE).anyMatch(c -> Math.abs(c) > 1) ? "c" : "h";
            case "inside-the-cell transfer" -> {
                Snapshot untrained =
                        RecordedRuns.epochs(experiment, new KernelEngine(), 0).get(0);
                assertThat(values(untrained, Quantity.FORGET_GATE)).allMatch(f -> Math.abs(f - 0.953) < 0.03);
                yield "About 0.95";
            }
            case "where-is-the-memory transplant" -> moves(end, Quantity.CELL_STATE) ? "Yes" : "No";
            case "where-is-the-memory lesion" -> "Unit " + needed(end);
            case "where-is-the-memory transfer" -> {
                assertThat(moves(end, Quantity.HIDDEN_STATE)).isTrue();
                assertThat(moves(end, Quantity.CELL_STATE)).isFalse();
                yield needed(end).isEmpty() ? "No" : "Yes";
            }
            default -> throw new IllegalArgumentException(step);
        };
    }

    /** As many months as the lesson says. */
    @Test
    void withoutItsThreeBestMonthsTheEchoOfTheShampooErrsLess() {
        TestPart part = part(RecordedRuns.end(experiment("a-lucky-seed few")));
        double[] gains = IntStream.range(0, 12)
                .mapToDouble(month -> Math.pow(part.forecast()[month] - part.truth()[month], 2)
                        - Math.pow(part.said()[0][month] - part.truth()[month], 2))
                .sorted()
                .toArray();
        assertThat(Arrays.stream(gains, 2, 12).sum()).isNegative();
        assertThat(Arrays.stream(gains, 3, 12).sum()).isPositive();
        assertThat(step("a-lucky-seed few").question().orElseThrow().choices().get(1))
                .isEqualTo("3");
    }

    private static TestPart part(Snapshot network) {
        Series series = Series.of(network.experiment().task()).orElseThrow();
        FedSteps fed = FedSteps.of(network.experiment(), network.parameters());
        return series.part(fed.said(0, series.firstJudged()));
    }

    private static double distance(double[] forecast, double[] other) {
        return IntStream.range(0, forecast.length)
                .mapToDouble(place -> Math.pow(forecast[place] - other[place], 2))
                .sum();
    }

    private static DoubleStream values(Snapshot network, Quantity quantity) {
        return IntStream.range(0, network.experiment().task().sequences().size())
                .boxed()
                .flatMapToDouble(sequence -> {
                    FedSteps fed = FedSteps.of(network.experiment(), network.parameters());
                    Trace trace = fed.trace(sequence, 0, fed.steps(sequence).size());
                    return IntStream.range(0, trace.steps())
                            .boxed()
                            .flatMapToDouble(step -> Arrays.stream(trace.values(quantity, step)));
                });
    }

    /** Whether the answer moves with a state, before the second step, from either sequence to the other. */
    private static boolean moves(Snapshot network, Quantity state) {
        return Stream.of(0, 1).allMatch(donor -> {
            Transplant moved = Transplant.of(
                    FedSteps.of(network.experiment(), network.parameters()),
                    donor,
                    1 - donor,
                    1,
                    Set.of(state),
                    Transplant.allUnits(network.parameters().layout()));
            int steps = moved.after().steps();
            return TransplantFinding.of(moved, network.experiment().scoredSteps(), steps)
                            .outcome()
                    == TransplantFinding.Outcome.MOVED;
        });
    }

    /** The units, counted from 1, each of which costs recall if it alone is silenced. */
    private static String needed(Snapshot network) {
        return IntStream.range(0, 20)
                .filter(unit -> recall(network, Lesion.silence(Set.of(unit), Quantity.HIDDEN_STATE)) < 1)
                .mapToObj(unit -> Integer.toString(unit + 1))
                .collect(Collectors.joining(", "));
    }

    private static double recall(Snapshot network, Lesion lesion) {
        Operation silenced =
                Lesion.operation(List.of(lesion), network.parameters().layout());
        return new Evaluator(network.experiment())
                .evaluate(network.parameters(), silenced)
                .recall();
    }

    @Test
    void everyChoiceThatIsCalledRightIsTested() {
        Set<String> fixed = new LinkedHashSet<>();
        for (Lesson lesson : ShippedLessons.all()) {
            for (LessonStep each : lesson.steps()) {
                List<Observation> asked = each.after().observations();
                IntStream.range(0, asked.size())
                        .filter(at ->
                                asked.get(at).sight().right().isPresent() && !TESTED_ELSEWHERE.contains(lesson.name()))
                        .forEach(at -> fixed.add(lesson.name() + " " + each.id() + " " + (at + 1)));
            }
        }
        assertThat(FIXED).containsExactlyInAnyOrderElementsOf(fixed);
    }

    static Stream<String> fixed() {
        return FIXED.stream();
    }

    @ParameterizedTest
    @MethodSource("fixed")
    void whatIsCalledRightIsWhatTheNetworkShows(String observation) {
        String[] words = observation.split(" ");
        String step = words[0] + " " + words[1];
        Observation.Chosen asked =
                (Observation.Chosen) step(step).after().observations().get(Integer.parseInt(words[2]) - 1);
        assertThat(asked.choices().get(asked.right().orElseThrow())).isEqualTo(seen(step));
    }
}
