package lab.carousel.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
        assertThat(layout.layer(0).column(Gate.INPUT)).isZero();
        assertThat(layout.layer(0).column(Gate.FORGET)).isEqualTo(20);
        assertThat(layout.layer(0).column(Gate.CANDIDATE)).isEqualTo(40);
        assertThat(layout.layer(0).column(Gate.OUTPUT)).isEqualTo(60);
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
