package lab.carousel.model.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.UnaryOperator;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.NetworkBuilder;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HeatmapLayerTest {

    private static final double TANH_1 = 0.76159415595576;
    /** Unit 5 of {@link NetworkBuilder#ofFirstSymbol} writes 1 at the symbol 3 and -1 at 4, and holds it. */
    private static final int CAROUSEL = 5;

    private static Experiment reference(UnaryOperator<Hyperparameters> change) {
        Experiment reference = Experiment.reference();
        return reference.with(change.apply(reference.hyperparameters().with(Settings.HIDDEN_UNITS, 6)));
    }

    private static Traces traces(Parameters network, UnaryOperator<Hyperparameters> change) {
        return Traces.of(reference(change), network, StepWindow.START);
    }

    private static Traces carousel() {
        return traces(NetworkBuilder.ofFirstSymbol(1).build(), values -> values);
    }

    private static double[] overSteps(Traces traces, HeatmapLayer layer, int row) {
        double[] values = new double[traces.columns()];
        for (int column = 0; column < values.length; column++) {
            values[column] = layer.values(traces, column)[row];
        }
        return values;
    }

    @Test
    void offersWhatEachCellHas() {
        assertThat(HeatmapLayer.of(Cell.LSTM))
                .extracting(HeatmapLayer::letter)
                .containsExactly("h", "c", "i", "f", "o", "g", "Δc", "y");
        assertThat(HeatmapLayer.of(Cell.GRU)).extracting(HeatmapLayer::letter).containsExactly("h", "z", "r", "g", "y");
        assertThat(HeatmapLayer.of(Cell.RECURRENT))
                .extracting(HeatmapLayer::letter)
                .containsExactly("h", "y");
        assertThat(HeatmapLayer.of(Cell.DENSE)).extracting(HeatmapLayer::letter).containsExactly("h", "y");
    }

    @Test
    void showsACarouselByHand() {
        Traces traces = carousel();
        assertThat(overSteps(traces, HeatmapLayer.CELL_STATE, CAROUSEL)).containsExactly(1, 1, 1, 1, -1, -1, -1, -1);
        assertThat(overSteps(traces, HeatmapLayer.CELL_CHANGE, CAROUSEL)).containsExactly(1, 0, 0, 0, -1, 0, 0, 0);
        assertThat(overSteps(traces, HeatmapLayer.HIDDEN_STATE, CAROUSEL))
                .containsExactly(
                        new double[] {TANH_1, TANH_1, TANH_1, TANH_1, -TANH_1, -TANH_1, -TANH_1, -TANH_1},
                        within(1e-13));
        assertThat(overSteps(traces, HeatmapLayer.INPUT_GATE, CAROUSEL)).containsExactly(1, 0, 0, 0, 1, 0, 0, 0);
        assertThat(overSteps(traces, HeatmapLayer.FORGET_GATE, CAROUSEL)).containsOnly(1);
        assertThat(overSteps(traces, HeatmapLayer.OUTPUT_GATE, CAROUSEL)).containsOnly(1);
        assertThat(overSteps(traces, HeatmapLayer.CANDIDATE, CAROUSEL)).containsExactly(1, 0, 0, 0, -1, 0, 0, 0);
    }

    @Test
    void aUnitThatForgetsChangesBack() {
        // Unit 0 is 1 at the symbol 0, which is the input of step 2, and 0 otherwise
        assertThat(overSteps(carousel(), HeatmapLayer.CELL_CHANGE, 0)).containsExactly(0, 1, -1, 0, 0, 1, -1, 0);
    }

    @Test
    void theOutputsHaveARowForEachSymbol() {
        // Net inputs at the last steps: 1 and -1 for the symbols 3 and 4, the other way round in sequence 2
        double[] three = overSteps(carousel(), HeatmapLayer.OUTPUTS, 3);
        double[] four = overSteps(carousel(), HeatmapLayer.OUTPUTS, 4);
        assertThat(three[3]).isCloseTo(1 / (1 + Math.exp(-1)), within(1e-12));
        assertThat(four[3]).isCloseTo(1 / (1 + Math.exp(1)), within(1e-12));
        assertThat(three[7]).isCloseTo(four[3], within(1e-12));
        assertThat(HeatmapLayer.OUTPUTS.rows(carousel().layout())).isEqualTo(5);
        assertThat(HeatmapLayer.CELL_CHANGE.rows(carousel().layout())).isEqualTo(6);
    }

    @Test
    void withoutAStateTheWholeCellStateIsChange() {
        Traces traces = traces(
                NetworkBuilder.ofFirstSymbol(1).build(),
                values -> values.with(Settings.RESET_POLICY, ResetPolicy.EVERY_STEP));
        assertThat(overSteps(traces, HeatmapLayer.CELL_STATE, CAROUSEL)).containsExactly(1, 0, 0, 0, -1, 0, 0, 0);
        assertThat(overSteps(traces, HeatmapLayer.CELL_CHANGE, CAROUSEL)).containsExactly(1, 0, 0, 0, -1, 0, 0, 0);
    }

    @Test
    void aWindowThatStartsWithinASequenceKnowsWhatWasBefore() {
        Traces whole = carousel();
        Traces part = Traces.of(
                reference(values -> values), NetworkBuilder.ofFirstSymbol(1).build(), new StepWindow(2, 3));
        for (int column = 0; column < 3; column++) {
            assertThat(part.cellChanges(column)).containsExactly(whole.cellChanges(column + 2));
        }
        assertThat(part.cellChanges(0)[0]).isEqualTo(-1);
    }

    @Test
    void withALagItIsTheChangeOverAllSymbolsOfTheStep() {
        Experiment experiment = reference(values -> values.with(Settings.LAG, 2));
        Parameters drawn = InitialParameters.of(experiment);
        Trace trace = Trace.of(drawn, experiment.hyperparameters(), new int[] {3, 0, 1, 2, 3});
        for (int unit = 0; unit < 6; unit++) {
            assertThat(trace.cellChanges(0)[unit]).isEqualTo(trace.value(Quantity.CELL_STATE, 0, unit));
            assertThat(trace.cellChanges(1)[unit])
                    .isEqualTo(trace.value(Quantity.CELL_STATE, 1, unit) - trace.value(Quantity.CELL_STATE, 0, unit));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyLayerOfferedHasItsRowsInStackedNetworks(Cell cell) {
        Experiment experiment =
                reference(values -> values.with(Settings.CELL, cell).with(Settings.LAYERS, 2));
        Traces traces = Traces.of(experiment, InitialParameters.of(experiment), StepWindow.START);
        for (HeatmapLayer layer : HeatmapLayer.of(cell)) {
            assertThat(layer.values(traces, 7)).hasSize(layer.rows(traces.layout()));
            layer.quantity()
                    .ifPresent(quantity -> assertThat(layer.values(traces, 7)).isSameAs(traces.values(quantity, 7)));
        }
    }

    @Test
    void aCellWithoutCHasNoChange() {
        Experiment experiment = reference(values -> values.with(Settings.CELL, Cell.GRU));
        Traces traces = Traces.of(experiment, InitialParameters.of(experiment), StepWindow.START);
        assertThatThrownBy(() -> traces.cellChanges(0)).isInstanceOf(IllegalStateException.class);
    }
}
