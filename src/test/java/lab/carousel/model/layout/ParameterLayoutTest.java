package lab.carousel.model.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.Stream;
import lab.carousel.model.Experiment;
import org.junit.jupiter.api.Test;

class ParameterLayoutTest {

    @Test
    void laysTheBlocksOneAfterTheOther() {
        // 3 symbols, 2 units: W 3 x 8, U 2 x 8, b 8, V 2 x 3, d 3
        ParameterLayout layout = new ParameterLayout(3, 2);
        assertThat(layout.layer(0).gateWidth()).isEqualTo(8);
        assertThat(layout.layer(0).inputKernel()).isZero();
        assertThat(layout.layer(0).recurrentKernel()).isEqualTo(24);
        assertThat(layout.layer(0).bias()).isEqualTo(40);
        assertThat(layout.outputKernel()).isEqualTo(48);
        assertThat(layout.outputBias()).isEqualTo(54);
        assertThat(layout.size()).isEqualTo(57);
    }

    @Test
    void thereAreAsManyParametersAsInKeras() {
        // Keras's summary: LSTM 4 (5 + 20 + 1) 20 = 2,080 and Dense (20 + 1) 5 = 105
        assertThat(Experiment.reference().layout().size()).isEqualTo(2_080 + 105);
        // Keras's summary: GRU (reset_after) 3 (5 + 20 + 2) 20 = 1,620
        assertThat(new ParameterLayout(5, 5, 20, Cell.GRU, 1).layer(0).size()).isEqualTo(1_620);
    }

    @Test
    void ordersTheGatesAsKerasDoes() {
        LayerLayout layer = new ParameterLayout(5, 20).layer(0);
        assertThat(Stream.of(Quantity.INPUT_GATE, Quantity.FORGET_GATE, Quantity.CANDIDATE, Quantity.OUTPUT_GATE)
                        .map(layer::column))
                .containsExactly(0, 20, 40, 60);
    }

    @Test
    void aGruHasABiasOnEachSide() {
        // 3 symbols, 2 units: W 3 x 6, U 2 x 6, b 6, b_U 6, V 2 x 3, d 3
        LayerLayout layer = new ParameterLayout(3, 3, 2, Cell.GRU, 1).layer(0);
        assertThat(layer.gateWidth()).isEqualTo(6);
        assertThat(layer.recurrentKernel()).isEqualTo(18);
        assertThat(layer.recurrentRows()).isEqualTo(2);
        assertThat(layer.bias()).isEqualTo(30);
        assertThat(layer.recurrentBias()).isEqualTo(36);
        assertThat(layer.end()).isEqualTo(42);
        assertThat(new ParameterLayout(3, 3, 2, Cell.GRU, 1).size()).isEqualTo(42 + 6 + 3);
        assertThat(layer.column(Quantity.UPDATE_GATE)).isZero();
        assertThat(layer.column(Quantity.RESET_GATE)).isEqualTo(2);
        assertThat(layer.column(Quantity.CANDIDATE)).isEqualTo(4);
    }

    @Test
    void aCellHasOnlyItsOwnGates() {
        LayerLayout layer = new ParameterLayout(5, 5, 20, Cell.GRU, 1).layer(0);
        assertThatThrownBy(() -> layer.column(Quantity.FORGET_GATE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("GRU has no FORGET_GATE");
    }

    @Test
    void parametersMustFillTheLayout() {
        ParameterLayout layout = new ParameterLayout(2, 1);
        assertThatThrownBy(() -> Parameters.of(layout, new double[layout.size() - 1]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static final ParameterLayout SMALL = new ParameterLayout(2, 1);

    @Test
    void parametersAreACopy() {
        double[] values = new double[SMALL.size()];
        values[3] = 7;
        Parameters parameters = Parameters.of(SMALL, values);
        values[3] = 8;
        parameters.toArray()[3] = 9;
        assertThat(parameters.get(3)).isEqualTo(7);
        assertThat(parameters).isEqualTo(Parameters.of(SMALL, parameters.toArray()));
        assertThat(parameters).isNotEqualTo(Parameters.of(SMALL, values));
        assertThat(Parameters.written(SMALL, array -> array[3] = 7)).isEqualTo(parameters);
    }

    @Test
    void parametersTakeTheRoomOfThoseThatNobodyNeeds() {
        Parameters over = Parameters.of(SMALL, new double[SMALL.size()]);
        Parameters written = Parameters.writtenOver(over, array -> Arrays.fill(array, 7));
        assertThat(written.layout()).isEqualTo(SMALL);
        assertThat(written.toArray()).containsOnly(7);
        assertThat(written.values()).isSameAs(over.values());
    }

    @Test
    void parametersKnowWhetherTheyAreNumbers() {
        double[] values = new double[SMALL.size()];
        assertThat(Parameters.of(SMALL, values).isFinite()).isTrue();
        for (double none : new double[] {Double.NEGATIVE_INFINITY, Double.NaN}) {
            values[values.length - 1] = none;
            assertThat(Parameters.of(SMALL, values).isFinite()).isFalse();
        }
    }
}
