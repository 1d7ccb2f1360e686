package lab.carousel.study.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.Order;
import lab.carousel.model.Presets;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.RandomParameters;
import lab.carousel.model.verdict.Evaluator;
import lab.carousel.model.verdict.FedNetwork;
import lab.carousel.study.map.PathSeparation.Course;
import lab.carousel.task.DrawnTask;
import lab.carousel.task.Sequence;
import lab.carousel.task.Task;
import lab.carousel.task.drawn.NoisyGap;
import lab.carousel.task.drawn.RandomGap;
import lab.carousel.task.memory.Memory;
import lab.carousel.training.SampleSnapshot;
import lab.carousel.training.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathSeparationTest {

    private static PathSeparation path(double... separations) {
        List<Integer> symbols =
                IntStream.range(0, separations.length - 1).boxed().toList();
        return new PathSeparation(
                List.of(3, 4), symbols, Arrays.stream(separations).boxed().toList());
    }

    @Test
    void isTheDistanceAtEachStepOverTheRootMeanSquareDistanceOfTwoSteps() {
        Snapshot run = SampleSnapshot.reference(137);
        FedNetwork network = FedNetwork.of(run.experiment(), run.parameters());
        Evaluator evaluator = network.evaluator();
        PathSeparation path = PathSeparation.of(network, 0).orElseThrow();
        assertThat(path.clue()).containsExactly(3, 4);
        assertThat(path.symbols()).containsExactly(0, 1, 2);
        double[][] states = VisitedStates.of(
                        evaluator, StatePart.whole(run.experiment().layout()))
                .under(network);
        double squares = 0;
        for (int one = 0; one < 8; one++) {
            for (int other = 0; other < one; other++) {
                squares += square(states[one], states[other]) / 28;
            }
        }
        for (int step = 0; step < 4; step++) {
            double expected = Math.sqrt(square(states[step], states[4 + step]) / squares);
            assertThat(path.separations().get(step)).isCloseTo(expected, within(1e-12));
        }
        assertThat(path.last()).isEqualTo(evaluator.evaluate(run.parameters()).separation());
    }

    private static double square(double[] one, double[] other) {
        return IntStream.range(0, one.length)
                .mapToDouble(number -> (one[number] - other[number]) * (one[number] - other[number]))
                .sum();
    }

    @Test
    void atTheForkItIsTheSeparationToTheBitHoweverTheTaskIsFed() {
        SplittableRandom random = new SplittableRandom(3);
        Set<ResetPolicy> seen = EnumSet.noneOf(ResetPolicy.class);
        int forks = 0;
        for (int task = 0; task < 300; task++) {
            Experiment experiment = experiment(random);
            Parameters parameters = RandomParameters.of(experiment.layout(), task);
            Evaluator evaluator = new Evaluator(experiment);
            for (int fork = 0; fork < evaluator.memory().forks(); fork++) {
                PathSeparation path =
                        PathSeparation.of(evaluator.fed(parameters), fork).orElseThrow();
                assertThat(path.last())
                        .isEqualTo(evaluator.fed(parameters).findings().separation(fork));
                assertThat(path.separations()).hasSize(path.symbols().size() + 1);
                seen.add(experiment.hyperparameters().get(Settings.RESET_POLICY));
                forks++;
            }
        }
        assertThat(forks).isGreaterThan(300);
        assertThat(seen).contains(ResetPolicy.AFTER_SEQUENCE, ResetPolicy.AFTER_EPOCH, ResetPolicy.NEVER);
    }

    private static Experiment experiment(SplittableRandom random) {
        List<Sequence> sequences = new ArrayList<>();
        for (int s = 0; s < 3; s++) {
            sequences.add(new Sequence(IntStream.range(0, 6 + random.nextInt(4))
                    .mapToObj(t -> String.valueOf(random.nextInt(3)))
                    .toList()));
        }
        Hyperparameters values = Hyperparameters.reference()
                .with(Settings.HIDDEN_UNITS, 3)
                .with(Settings.LAG, 1 + random.nextInt(2))
                .with(Settings.BATCH_SIZE, 1 + random.nextInt(2))
                .with(Settings.ORDER, Order.values()[random.nextInt(2)])
                .with(Settings.RESET_POLICY, ResetPolicy.values()[random.nextInt(4)]);
        return new Experiment(
                Task.parse(
                        "0 1 2",
                        sequences.stream()
                                .map(each -> String.join(" ", each.symbols()))
                                .toArray(String[]::new)),
                values,
                Experiment.reference().engine());
    }

    @Test
    void theTestsOfADrawnTaskHaveTheirMeanFromTheClueToTheAnswer() {
        for (DrawnTask source : List.of(RandomGap.of(5), NoisyGap.of(3, 2))) {
            Experiment experiment = new Experiment(
                    Task.drawn(source),
                    Hyperparameters.reference(),
                    Experiment.reference().engine());
            Evaluator evaluator = new Evaluator(experiment);
            Parameters parameters = InitialParameters.of(experiment);
            PathSeparation path =
                    PathSeparation.of(evaluator.fed(parameters), Memory.NONE).orElseThrow();
            assertThat(path.last()).isEqualTo(evaluator.evaluate(parameters).separation());
            assertThat(path.separations())
                    .hasSize(source.shortestSteps() - (source.name().equals("2c") ? 1 : 0));
            assertThat(path.first()).isGreaterThan(path.last());
            assertThat(path.words(experiment.task().alphabet()))
                    .startsWith("Test sequences and their twins")
                    .contains(": +0: ", "; +2: ", "; answer: ");
        }
    }

    @Test
    void aTaskWithoutForksHasNoPaths() {
        Experiment easy = new Experiment(
                Task.parse("0 1 2", "0 1 2"),
                Hyperparameters.reference(),
                Experiment.reference().engine());
        assertThat(PathSeparation.of(FedNetwork.of(easy, InitialParameters.of(easy)), Memory.NONE))
                .isEqualTo(Optional.empty());
        assertThat(PathSeparation.words(FedNetwork.of(easy, InitialParameters.of(easy)), Memory.NONE))
                .isEqualTo(
                        "With this set-up there is no fork: no two steps can, and have to, be told apart by what came"
                                + " before.");
        Experiment adding = Presets.preset("adding").experiment();
        assertThat(PathSeparation.words(FedNetwork.of(adding, InitialParameters.of(adding)), Memory.NONE))
                .as("what came before decides, but there are no two paths")
                .startsWith("The answers are numbers");
    }

    @Test
    void whereOneSequenceOnlyBeganThePathsBeginThere() {
        Experiment experiment = new Experiment(
                Task.parse("a b c", "c a b", "a c"),
                Hyperparameters.reference(),
                Experiment.reference().engine());
        Evaluator evaluator = new Evaluator(experiment);
        List<PathSeparation> paths = IntStream.range(0, evaluator.memory().forks())
                .mapToObj(fork -> PathSeparation.of(evaluator.fed(InitialParameters.of(experiment)), fork)
                        .orElseThrow())
                .toList();
        assertThat(paths).anyMatch(each -> !each.beginsAtSymbols());
        assertThat(paths.stream()
                        .filter(each -> !each.beginsAtSymbols())
                        .map(each -> each.words(experiment.task().alphabet()))
                        .collect(Collectors.joining()))
                .contains("One of them begins where its sequence does.");
    }

    @ParameterizedTest
    @CsvSource({
        "0.92, 0.41, COME_NEARER",
        "0.92, 0.46, STAY_APART",
        "0.2, 0.92, STAY_APART",
        "0.92, 0.09, FALL_TOGETHER",
        "0.09, 0.01, NEVER_APART",
        "0.09, 0.2, PART_LATER"
    })
    void theirCourseIsToldByBothEnds(double first, double last, Course course) {
        assertThat(path(first, 0.5, last).course()).isEqualTo(course);
    }

    @Test
    void theSentenceHasTheNumberAtEachStepAndOfManyTheFirstAndTheLast() {
        Experiment reference = Experiment.reference();
        assertThat(path(0.9241, 0.681, 0.5, 0.0123).words(reference.task().alphabet()))
                .isEqualTo("The two paths to the fork after 0 1 2 separate at the symbol and have fallen together"
                        + " at the fork. Separation at each step: 3|4: 0.924; 0: 0.681; 1: 0.500; 2: 0.012.");
        PathSeparation longer = new PathSeparation(
                List.of(3, 4),
                IntStream.range(0, 20).mapToObj(step -> step % 3).toList(),
                IntStream.range(0, 21).mapToObj(step -> 1 + step / 10.0).toList());
        assertThat(longer.words(reference.task().alphabet()))
                .contains("to the fork after … 1 2 0 1 separate")
                .endsWith(": 3|4: 1.000; 0: 1.100; 1: 1.200; 2: 1.300; …; 1: 2.700; 2: 2.800; 0: 2.900; 1: 3.000.");
    }
}
