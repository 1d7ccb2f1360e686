package lab.carousel.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.trace.HeatmapLayer;
import lab.carousel.model.trace.StepWindow;
import lab.carousel.model.trace.Traces;
import lab.carousel.study.UnitSort.SequenceContrast;
import lab.carousel.task.Task;
import lab.carousel.training.SampleSnapshot;
import lab.carousel.training.Snapshot;
import org.junit.jupiter.api.Test;

class UnitSortTest {

    private static Traces traces(Task task, UnaryOperator<Hyperparameters> change) {
        Hyperparameters values = change.apply(Hyperparameters.reference().with(Settings.HIDDEN_UNITS, 7));
        Snapshot snapshot = SampleSnapshot.of(new Experiment(task, values, EngineName.KERNEL), 90);
        return Traces.of(snapshot.experiment(), snapshot.parameters(), StepWindow.START);
    }

    private static final Traces REFERENCE = traces(Task.reference(), values -> values);

    private static List<Double> inOrder(UnitOrder order, double[] scores) {
        return IntStream.range(0, order.size())
                .mapToObj(row -> scores[order.unit(row)])
                .toList();
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

    @Test
    void inTheReferenceTaskTheContrastIsTakenWhereTheInputsAgree() {
        double[] contrast = SequenceContrast.of(REFERENCE, HeatmapLayer.CELL_STATE);
        for (int unit = 0; unit < 7; unit++) {
            double sum = 0;
            // Steps 2 to 4 of both sequences have the inputs 0 1 2; in the first they differ
            for (int column = 1; column < 4; column++) {
                sum += Math.abs(REFERENCE.value(Quantity.CELL_STATE, column, unit)
                        - REFERENCE.value(Quantity.CELL_STATE, column + 4, unit));
            }
            assertThat(contrast[unit]).isCloseTo(sum / 3, within(1e-12));
        }
        List<Double> sorted = inOrder(UnitSort.DIFFERENCE.order(REFERENCE, HeatmapLayer.CELL_STATE), contrast);
        assertThat(sorted).isSortedAccordingTo((a, b) -> Double.compare(b, a)).doesNotHaveDuplicates();
    }

    @Test
    void theContrastOfManySequencesIsTheMeanOverAllPairs() {
        Traces five = traces(Task.parse("a b c", "a b c", "b b a c", "a b b", "c b c a b", "b c c"), values -> values);
        double[] contrast = SequenceContrast.of(five, HeatmapLayer.HIDDEN_STATE);
        for (int unit = 0; unit < 7; unit++) {
            assertThat(contrast[unit]).isCloseTo(contrast(five, HeatmapLayer.HIDDEN_STATE, unit, true), within(1e-12));
        }
    }

    @Test
    void whereNoInputsAgreeAllStepsOfTheSameNumberAreCompared() {
        Traces apart = traces(Task.parse("a b c d", "a b a b", "c d c d"), values -> values);
        double[] contrast = SequenceContrast.of(apart, HeatmapLayer.FORGET_GATE);
        for (int unit = 0; unit < 7; unit++) {
            assertThat(contrast[unit])
                    .isPositive()
                    .isCloseTo(contrast(apart, HeatmapLayer.FORGET_GATE, unit, false), within(1e-12));
        }
    }

    @Test
    void holdingIsTheMeanOfTheForgetGate() {
        double[] means = new double[7];
        for (int unit = 0; unit < 7; unit++) {
            for (int column = 0; column < 8; column++) {
                means[unit] += REFERENCE.value(Quantity.FORGET_GATE, column, unit) / 8;
            }
        }
        UnitOrder order = UnitSort.HOLDING.order(REFERENCE, HeatmapLayer.OUTPUTS);
        assertThat(inOrder(order, means)).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(order).isNotEqualTo(UnitOrder.byNumber(7));
    }

    @Test
    void inAGruItIsTheUpdateGateAndOtherCellsDoNotHoldByAGate() {
        Traces gru = traces(Task.reference(), values -> values.with(Settings.CELL, Cell.GRU));
        double[] means = new double[7];
        for (int unit = 0; unit < 7; unit++) {
            for (int column = 0; column < 8; column++) {
                means[unit] += gru.value(Quantity.UPDATE_GATE, column, unit);
            }
        }
        assertThat(inOrder(UnitSort.HOLDING.order(gru, HeatmapLayer.HIDDEN_STATE), means))
                .isSortedAccordingTo((a, b) -> Double.compare(b, a));
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
        assertThat(new UnitOrder(2, 0, 1).row(2)).isZero();
        assertThat(UnitOrder.byNumber(3)).isEqualTo(new UnitOrder(0, 1, 2));
        assertThatThrownBy(() -> new UnitOrder(0, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new UnitOrder(1, 2)).isInstanceOf(IllegalArgumentException.class);
    }
}
