package lab.carousel.model;

import static java.lang.Math.log;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Gate;
import lab.carousel.model.layout.NetworkState;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.Quantity;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * Two steps of two units, with weights chosen so that everything comes out as a simple fraction: sigmoid(ln 3) = 3/4,
 * sigmoid(-ln 4) = 1/5, tanh(ln(3) / 2) = 1/2, tanh(ln 3) = 4/5.
 */
class GruCellTest {

    private static final Offset<Double> EXACT = within(1e-15);

    private static final Parameters NETWORK = new NetworkBuilder(new ParameterLayout(2, 2, 2, Cell.GRU, 1))
            // From symbol 0
            .input(0, Gate.UPDATE, 0, log(3))
            .input(0, Gate.CANDIDATE, 0, log(3) / 4)
            // On the recurrent side of unit 0
            .recurrentBias(Gate.RESET, 0, -log(3))
            .recurrentBias(Gate.CANDIDATE, 0, log(3))
            // Of unit 1
            .bias(Gate.UPDATE, 1, -log(4))
            .bias(Gate.CANDIDATE, 1, -log(3) / 2)
            // From unit to unit: different weights there and back
            .recurrent(0, Gate.UPDATE, 1, 8 * log(3))
            .recurrent(0, Gate.RESET, 0, 8 * log(3))
            .recurrent(1, Gate.CANDIDATE, 0, -5 * log(3) / 2)
            // To the outputs
            .output(0, 0, 8)
            .output(1, 1, 5)
            .outputBias(0, 1)
            .build();

    @Test
    void theFirstStepStartsFromAZeroState() {
        NetworkState state = NetworkBuilder.fed(NETWORK, 0);

        assertThat(state.get(Quantity.UPDATE_GATE)).containsExactly(new double[] {3.0 / 4, 1.0 / 5}, EXACT);
        assertThat(state.get(Quantity.RESET_GATE)).containsExactly(new double[] {1.0 / 4, 1.0 / 2}, EXACT);
        // Unit 0: tanh(ln(3) / 4 + r ln 3), with r = 1/4
        assertThat(state.get(Quantity.CANDIDATE)).containsExactly(new double[] {1.0 / 2, -1.0 / 2}, EXACT);
        // h' = z 0 + (1 - z) g
        assertThat(state.get(Quantity.HIDDEN_STATE)).containsExactly(new double[] {1.0 / 8, -2.0 / 5}, EXACT);
    }

    @Test
    void theSecondStepStartsFromWhatTheFirstLeft() {
        NetworkState state = NetworkBuilder.fed(NETWORK, 0, 1);

        // Unit 1: sigmoid(-ln 4 + 1/8 * 8 ln 3) = sigmoid(ln(3/4)) = 3/7
        assertThat(state.get(Quantity.UPDATE_GATE)).containsExactly(new double[] {1.0 / 2, 3.0 / 7}, EXACT);
        // Unit 0: sigmoid(-ln 3 + 1/8 * 8 ln 3) = 1/2
        assertThat(state.get(Quantity.RESET_GATE)).containsExactly(new double[] {1.0 / 2, 1.0 / 2}, EXACT);
        // Unit 0: tanh(r (ln 3 + 2/5 * 5/2 ln 3)) = tanh(ln 3)
        assertThat(state.get(Quantity.CANDIDATE)).containsExactly(new double[] {4.0 / 5, -1.0 / 2}, EXACT);
        // 1/2 * 1/8 + 1/2 * 4/5 and 3/7 * -2/5 + 4/7 * -1/2
        assertThat(state.get(Quantity.HIDDEN_STATE)).containsExactly(new double[] {37.0 / 80, -16.0 / 35}, EXACT);
    }

    @Test
    void theOutputsSeeTheNewHiddenState() {
        NetworkState state = NetworkBuilder.fed(NETWORK, 0);
        double[] z = new double[2];
        Network.outputNetInputs(NETWORK, state, z);
        assertThat(z).containsExactly(new double[] {2, -2}, EXACT);
    }
}
