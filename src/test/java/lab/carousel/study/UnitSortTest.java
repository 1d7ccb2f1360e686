package lab.carousel.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Cells;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.trace.ColumnWindow;
import lab.carousel.model.trace.HeatmapLayer;
import lab.carousel.model.trace.Traces;
import lab.carousel.study.UnitSort.SequenceContrast;
import lab.carousel.task.Task;
import lab.carousel.training.SampleSnapshot;
import lab.carousel.training.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class UnitSortTest {

    private static Traces traces(Task task, UnaryOperator<Hyperparameters> change) {
        Hyperparameters values = change.apply(Hyperparameters.reference().with(Settings.HIDDEN_UNITS, 7));
        Snapshot snapshot = SampleSnapshot.of(new Experiment(task, values, EngineName.KERNEL), 90);
        return Traces.of(snapshot.experiment(), snapshot.parameters(), ColumnWindow.START);
    }

    private static final Traces REFERENCE = traces(Task.reference(), values -> values);

    private static List<Double> inOrder(UnitOrder order, double[] scores) {
        return order.units().stream().map(unit -> scores[unit]).toList();
    }

    /** The contrast as its definition says it, pair by pair. */
    private static double contrast(Traces traces, HeatmapLayer layer, int unit, boolean sameInput) {
        List<Double> differences = new ArrayList<>();
        for (int a = 0; a < traces.columns(); a++) {
            for (int b = a + 1; b < traces.columns(); b++) {
                boolean compared = traces.step(a).number() == traces.step(b).number()
                        && (!sameInput
                                || traces.step(a).input() == traces.step(b).input());
                if (compared) {
                    differences.add(Math.abs(layer.values(traces, a)[unit] - layer.values(traces, b)[unit]));
                }
            }
        }
        return differences.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    private static final Comparator<Double> LARGEST_FIRST = Comparator.reverseOrder();

    static Stream<Arguments> tasks() {
        return Stream.of(
                // Steps 2 to 4 of both sequences have the inputs 0 1 2
                Arguments.of(Task.reference(), true),
                Arguments.of(Task.parse("a b c", "a b c", "b b a c", "a b b", "c b c a b", "b c c"), true),
                // No inputs agree
                Arguments.of(Task.parse("a b c d", "a b a b", "c d c d"), false));
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void theContrastIsTheMeanOverAllPairsOfStepsThatAreCompared(Task task, boolean sameInput) {
        Traces traces = traces(task, values -> values);
        for (HeatmapLayer layer : List.of(HeatmapLayer.CELL_STATE, HeatmapLayer.FORGET_GATE)) {
            double[] contrast = SequenceContrast.of(traces, layer);
            for (int unit = 0; unit < 7; unit++) {
                assertThat(contrast[unit])
                        .isPositive()
                        .isCloseTo(contrast(traces, layer, unit, sameInput), within(1e-12));
            }
            assertThat(inOrder(UnitSort.DIFFERENCE.order(traces, layer), contrast))
                    .isSortedAccordingTo(LARGEST_FIRST)
                    .doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @CsvSource({"LSTM, FORGET_GATE", "GRU, UPDATE_GATE"})
    void holdingIsTheMeanOfTheGateThatKeeps(String name, Quantity gate) {
        Cell cell = Cells.named(name);
        Traces traces = traces(Task.reference(), values -> values.with(Settings.CELL, cell));
        double[] means = IntStream.range(0, 7)
                .mapToDouble(unit -> IntStream.range(0, 8)
                        .mapToDouble(column -> traces.value(gate, column, unit))
                        .sum())
                .toArray();
        UnitOrder order = UnitSort.HOLDING.order(traces, HeatmapLayer.OUTPUTS);
        assertThat(inOrder(order, means)).isSortedAccordingTo(LARGEST_FIRST);
        assertThat(order).isNotEqualTo(UnitOrder.byNumber(7));
    }

    @Test
    void onlySortsThatSaySomethingAreOffered() {
        Traces recurrent = traces(Task.reference(), values -> values.with(Settings.CELL, Cell.RECURRENT));
        assertThat(UnitSort.of(recurrent)).containsExactly(UnitSort.NUMBER, UnitSort.DIFFERENCE);
        assertThat(UnitSort.of(traces(Task.parse("a b", "a b b"), values -> values)))
                .containsExactly(UnitSort.NUMBER, UnitSort.HOLDING);
    }

    @Test
    void theLayersOfTheNetworkStaySeparate() {
        Traces stacked = traces(Task.reference(), values -> values.with(Settings.LAYERS, 3));
        for (UnitSort sort : UnitSort.of(stacked)) {
            UnitOrder order = sort.order(stacked, HeatmapLayer.HIDDEN_STATE);
            for (int row = 0; row < 21; row++) {
                assertThat(order.unit(row) / 7).as("%s, row %d", sort, row).isEqualTo(row / 7);
                assertThat(order.row(order.unit(row))).isEqualTo(row);
            }
        }
    }

    @Test
    void theDifferenceOfOutputsIsThatOfTheHiddenState() {
        assertThat(UnitSort.DIFFERENCE.order(REFERENCE, HeatmapLayer.OUTPUTS))
                .as("outputs have no units")
                .isEqualTo(UnitSort.DIFFERENCE.order(REFERENCE, HeatmapLayer.HIDDEN_STATE));
    }

    @Test
    void anOrderIsAPermutation() {
        assertThat(new UnitOrder(List.of(2, 0, 1)).row(2)).isZero();
        assertThat(UnitOrder.byNumber(3)).isEqualTo(new UnitOrder(List.of(0, 1, 2)));
        assertThatThrownBy(() -> new UnitOrder(List.of(0, 0, 1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new UnitOrder(List.of(1, 2))).isInstanceOf(IllegalArgumentException.class);
    }
}
