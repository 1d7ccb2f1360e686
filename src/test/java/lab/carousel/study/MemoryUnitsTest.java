package lab.carousel.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.trace.ColumnWindow;
import lab.carousel.model.trace.Traces;
import lab.carousel.model.verdict.Evaluator;
import lab.carousel.model.verdict.FedNetwork;
import lab.carousel.task.Step;
import lab.carousel.task.Task;
import lab.carousel.task.drawn.RandomGap;
import lab.carousel.training.SampleSnapshot;
import lab.carousel.training.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MemoryUnitsTest {

    private static final Snapshot SNAPSHOT = SampleSnapshot.reference(137);

    private static Optional<MemoryUnits> units(Snapshot snapshot, List<Step> chosen) {
        Experiment experiment = snapshot.experiment();
        return MemoryUnits.of(FedNetwork.of(experiment, snapshot.parameters()), chosen);
    }

    private static double square(Traces traces, Quantity state, int one, int other, int unit) {
        double difference = traces.value(state, one, unit) - traces.value(state, other, unit);
        return difference * difference;
    }

    @Test
    void aUnitHasItsShareOfTheDistanceThatTheSeparationIsMadeOf() {
        Traces traces = Traces.of(SNAPSHOT.experiment(), SNAPSHOT.parameters(), ColumnWindow.START);
        MemoryUnits units = units(SNAPSHOT, List.of()).orElseThrow();
        double[] squares = IntStream.range(0, 20)
                .mapToDouble(unit -> square(traces, Quantity.HIDDEN_STATE, 3, 7, unit)
                        + square(traces, Quantity.CELL_STATE, 3, 7, unit))
                .toArray();
        double all = IntStream.range(0, 20).mapToDouble(unit -> squares[unit]).sum();
        for (int unit = 0; unit < 20; unit++) {
            assertThat(units.shares().get(unit)).isCloseTo(squares[unit] / all, within(1e-12));
        }
        // The root mean square distance of two of the eight steps
        double mean = 0;
        for (int one = 0; one < 8; one++) {
            for (int other = 0; other < one; other++) {
                for (int unit = 0; unit < 20; unit++) {
                    mean += square(traces, Quantity.HIDDEN_STATE, one, other, unit) / 28;
                    mean += square(traces, Quantity.CELL_STATE, one, other, unit) / 28;
                }
            }
        }
        assertThat(Math.sqrt(all / mean)).isCloseTo(SNAPSHOT.evaluation().separation(), within(1e-9));
    }

    @Test
    void theFewestUnitsThatHaveNearlyAllOfTheDistanceStayBright() {
        MemoryUnits units = units(SNAPSHOT, List.of()).orElseThrow();
        List<Double> bright =
                units.carriers().stream().map(units.shares()::get).sorted().toList();
        double carried = bright.stream().mapToDouble(Double::doubleValue).sum();
        assertThat(carried).isGreaterThanOrEqualTo(MemoryUnits.MOST);
        assertThat(carried - bright.get(0)).isLessThan(MemoryUnits.MOST);
        assertThat(IntStream.range(0, 20).filter(unit -> !units.carriers().contains(unit)))
                .allSatisfy(unit -> assertThat(units.shares().get(unit)).isLessThanOrEqualTo(bright.get(0)));
        assertThat(units.words(SNAPSHOT.experiment().task().alphabet()))
                .isEqualTo("Bright: " + bright.size()
                        + " of 20 units, with 95% of the squared distance at the fork after 0 1 2.");
    }

    @Test
    void theChosenForkIsLookedAtAndAnotherStepIsNone() {
        Snapshot snapshot = SampleSnapshot.of(
                new Experiment(
                        Task.parse("A B C D E F G H I", "A B C D", "E B C F", "A G H", "E G I"),
                        Hyperparameters.reference(),
                        EngineName.KERNEL),
                40);
        Evaluator evaluator = new Evaluator(snapshot.experiment());
        for (int fork = 0; fork < 2; fork++) {
            List<Step> steps = evaluator.memory().steps(fork, ForkAnswers.MOST_STEPS);
            assertThat(units(snapshot, steps).orElseThrow().fork())
                    .isEqualTo(evaluator.memory().fork(fork, ForkList.MOST_SYMBOLS));
        }
        int worst =
                evaluator.fed(snapshot.parameters()).findings().worstFirst(1).get(0);
        assertThat(units(snapshot, List.of(snapshot.experiment().task().step(0, 1)))
                        .orElseThrow()
                        .fork())
                .isEqualTo(evaluator.memory().fork(worst, ForkList.MOST_SYMBOLS));
    }

    @ParameterizedTest
    @MethodSource("lab.carousel.model.layout.Cells#all")
    void everyCellHasThem(Cell cell) {
        Experiment reference = Experiment.reference();
        Snapshot snapshot =
                SampleSnapshot.of(reference.with(reference.hyperparameters().with(Settings.CELL, cell)), 3);
        Optional<MemoryUnits> units = units(snapshot, List.of());
        assertThat(units.isPresent()).isEqualTo(cell.isRecurrent());
        units.ifPresent(found -> assertThat(
                        found.shares().stream().mapToDouble(Double::doubleValue).sum())
                .isCloseTo(1, within(1e-9)));
    }

    @Test
    void whereSequencesAreDrawnThereAreNone() {
        Experiment drawn = new Experiment(Task.drawn(RandomGap.of(5)), Hyperparameters.reference(), EngineName.KERNEL);
        assertThat(MemoryUnits.isFor(drawn)).isFalse();
        assertThat(MemoryUnits.isFor(Experiment.reference())).isTrue();
    }
}
