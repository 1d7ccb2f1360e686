package lab.carousel.model.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.carousel.model.Experiment;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.Operation;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.trace.EpochPass;
import lab.carousel.model.trace.KeptSteps;
import lab.carousel.task.Alphabet;
import lab.carousel.task.Sequence;
import lab.carousel.task.Task;
import lab.carousel.task.memory.EpochMemory;
import lab.carousel.task.memory.Memory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forks with so many steps that their pairs are screened, against those of which all differences are kept. */
class ScreenedRowsTest {

    private static final int SYMBOLS = 30;
    private static final int LENGTH = 1_500;
    private static final Experiment EXPERIMENT = experiment();

    private static Experiment experiment() {
        SplittableRandom random = new SplittableRandom(1);
        Task task = new Task(
                new Alphabet(IntStream.range(0, SYMBOLS)
                        .mapToObj(symbol -> "s" + symbol)
                        .toList()),
                IntStream.range(0, 2)
                        .mapToObj(sequence -> Sequence.parse(random.ints(LENGTH, 0, SYMBOLS)
                                .mapToObj(symbol -> "s" + symbol)
                                .collect(Collectors.joining(" "))))
                        .toList());
        Experiment reference = Experiment.reference();
        return new Experiment(
                task, reference.hyperparameters().withHiddenUnits(7).withLayers(2), reference.engine());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-3, 1, 5, 30, 1_000, 1e20, 1e200})
    void eachForkIsToldAsWithoutAScreen(double factor) {
        double[] values = InitialParameters.of(EXPERIMENT).toArray();
        for (int index = 0; index < values.length; index++) {
            values[index] *= factor;
        }
        Parameters network = Parameters.of(EXPERIMENT.layout(), values);
        Memory memory = EXPERIMENT.memory();
        PairSearch search = new PairSearch(memory, 0, SYMBOLS);
        KeptSteps kept = KeptSteps.of(network, search.steps(), new double[0]).orElseThrow();
        RowAnswers answers = new RowAnswers(search);
        EpochMemory epoch = memory.epochs().get(0);
        new EpochPass(network, EXPERIMENT.hyperparameters(), Operation.NONE)
                .answer(
                        EXPERIMENT.task().encoded(),
                        epoch.order(),
                        EXPERIMENT.scoredSteps(),
                        (s, t, answer, netInputs, state) -> {
                            int row = epoch.row(s, t);
                            if (row != EpochMemory.NONE) {
                                answers.add(row, answer, netInputs);
                                kept.keep(netInputs, state);
                            }
                        });
        assertThat(kept.isHidden()).isTrue();
        ForkFindings expected = new ForkFindings(memory.forks(), true);
        answers.tellSteps(expected);
        new RowDifferences(search, 0, search.rows(), answers).search(expected, kept, new double[0]);
        ForkFindings found = new ForkFindings(memory.forks(), true);
        answers.tellSteps(found);
        search.search(found, answers, kept);

        assertThat(told(found)).isEqualTo(told(expected)).hasSizeGreaterThan(500);
    }

    private static List<String> told(ForkFindings findings) {
        return IntStream.range(0, findings.size())
                .mapToObj(fork -> findings.bits(fork) + " " + findings.margin(fork) + " " + findings.verdict(fork) + " "
                        + findings.worstTargets(fork))
                .toList();
    }
}
