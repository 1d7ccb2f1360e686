package lab.carousel.model.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
    void theReferenceHasAsManyParametersAsInKeras() {
        // Keras's summary: LSTM 4 (5 + 20 + 1) 20 = 2,080 and Dense (20 + 1) 5 = 105
        assertThat(Experiment.reference().layout().size()).isEqualTo(2_080 + 105);
    }

    @Test
    void ordersTheGatesAsKerasDoes() {
        ParameterLayout layout = new ParameterLayout(5, 20);
        assertThat(layout.layer(0).column(Quantity.INPUT_GATE)).isZero();
        assertThat(layout.layer(0).column(Quantity.FORGET_GATE)).isEqualTo(20);
        assertThat(layout.layer(0).column(Quantity.CANDIDATE)).isEqualTo(40);
        assertThat(layout.layer(0).column(Quantity.OUTPUT_GATE)).isEqualTo(60);
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
    void aGruHasAsManyParametersAsInKeras() {
        // Keras's summary: GRU (reset_after) 3 (5 + 20 + 2) 20 = 1,620
        assertThat(new ParameterLayout(5, 5, 20, Cell.GRU, 1).layer(0).size()).isEqualTo(1_620);
    }

    @Test
    void aDenseLayerHasNoRecurrentKernel() {
        // W 3 x 2, b 2
        LayerLayout layer = new ParameterLayout(3, 3, 2, Cell.DENSE, 1).layer(0);
        assertThat(layer.recurrentRows()).isZero();
        assertThat(layer.bias()).isEqualTo(6);
        assertThat(layer.size()).isEqualTo(8);
        assertThat(new ParameterLayout(3, 3, 2, Cell.RECURRENT, 1).layer(0).size())
                .isEqualTo(6 + 4 + 2);
    }

    @Test
    void layersFollowOneAnother() {
        // LSTM, 3 symbols, 2 units: the first layer 24 + 16 + 8, each of the others W 2 x 8, U 2 x 8, b 8
        ParameterLayout layout = new ParameterLayout(3, 3, 2, Cell.LSTM, 3);
        assertThat(layout.layer(0)).isEqualTo(new LayerLayout(Cell.LSTM, 3, 2, 0));
        assertThat(layout.layer(1)).isEqualTo(new LayerLayout(Cell.LSTM, 2, 2, 48));
        assertThat(layout.layer(1).recurrentKernel()).isEqualTo(48 + 16);
        assertThat(layout.layer(1).bias()).isEqualTo(48 + 32);
        assertThat(layout.layer(2)).isEqualTo(new LayerLayout(Cell.LSTM, 2, 2, 88));
        assertThat(layout.outputKernel()).isEqualTo(128);
        assertThat(layout.size()).isEqualTo(128 + 6 + 3);
        assertThat(layout.allUnits()).isEqualTo(6);
    }

    @Test
    void thereMayBeFewerOutputsThanSymbols() {
        ParameterLayout layout = new ParameterLayout(5, 2, 3, Cell.RECURRENT, 1);
        assertThat(layout.outputKernel()).isEqualTo(15 + 9 + 3);
        assertThat(layout.outputBias()).isEqualTo(27 + 6);
        assertThat(layout.size()).isEqualTo(33 + 2);
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

    @Test
    void parametersAreACopy() {
        ParameterLayout layout = new ParameterLayout(2, 1);
        double[] values = new double[layout.size()];
        values[3] = 7;
        Parameters parameters = Parameters.of(layout, values);
        values[3] = 8;
        parameters.toArray()[3] = 9;
        assertThat(parameters.get(3)).isEqualTo(7);
        assertThat(parameters).isEqualTo(Parameters.of(layout, parameters.toArray()));
        assertThat(parameters).isNotEqualTo(Parameters.of(layout, values));
    }

    @Test
    void parametersKnowWhetherTheyAreNumbers() {
        ParameterLayout layout = new ParameterLayout(2, 1);
        double[] values = new double[layout.size()];
        assertThat(Parameters.of(layout, values).isFinite()).isTrue();
        values[values.length - 1] = Double.NEGATIVE_INFINITY;
        assertThat(Parameters.of(layout, values).isFinite()).isFalse();
        values[values.length - 1] = Double.NaN;
        assertThat(Parameters.of(layout, values).isFinite()).isFalse();
    }
}
