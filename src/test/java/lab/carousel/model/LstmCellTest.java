package lab.carousel.model;

import static java.lang.Math.exp;
import static java.lang.Math.log;
import static java.lang.Math.tanh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import lab.carousel.model.layout.NetworkState;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.Quantity;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * Two steps of two units, with weights chosen so that the gates come out as simple fractions: sigmoid(ln 3) = 3/4,
 * sigmoid(ln 4) = 4/5, sigmoid(0) = 1/2, tanh(ln(3) / 2) = 1/2.
 */
class LstmCellTest {

    private static final Offset<Double> EXACT = within(1e-15);

    private static final Parameters NETWORK = new NetworkBuilder(2, 2)
            // From symbol 0
            .input(0, Quantity.INPUT_GATE, 0, log(3))
            .input(0, Quantity.CANDIDATE, 0, log(3) / 2)
            .input(0, Quantity.OUTPUT_GATE, 0, -log(3))
            .input(0, Quantity.CANDIDATE, 1, -log(3))
            .bias(Quantity.CANDIDATE, 1, log(3) / 2)
            .bias(Quantity.OUTPUT_GATE, 1, log(4))
            // From symbol 1
            .input(1, Quantity.INPUT_GATE, 0, -log(4))
            .input(1, Quantity.FORGET_GATE, 0, log(3))
            // From unit to unit: different weights there and back
            .recurrent(0, Quantity.FORGET_GATE, 1, 2)
            .recurrent(1, Quantity.INPUT_GATE, 0, 3)
            .recurrent(1, Quantity.CANDIDATE, 0, 5)
            .recurrent(1, Quantity.OUTPUT_GATE, 1, -7)
            // To the outputs
            .output(0, 0, 1)
            .output(0, 1, 2)
            .output(1, 0, -3)
            .output(1, 1, 4)
            .outputBias(1, 0.5)
            .build();

    @Test
    void theFirstStepStartsFromAZeroState() {
        NetworkState state = NetworkBuilder.fed(NETWORK, 0);

        assertThat(state.get(Quantity.INPUT_GATE)).containsExactly(new double[] {3.0 / 4, 1.0 / 2}, EXACT);
        assertThat(state.get(Quantity.FORGET_GATE)).containsExactly(new double[] {1.0 / 2, 1.0 / 2}, EXACT);
        assertThat(state.get(Quantity.CANDIDATE)).containsExactly(new double[] {1.0 / 2, -1.0 / 2}, EXACT);
        assertThat(state.get(Quantity.OUTPUT_GATE)).containsExactly(new double[] {1.0 / 4, 4.0 / 5}, EXACT);
        // c' = f 0 + i g
        assertThat(state.get(Quantity.CELL_STATE)).containsExactly(new double[] {3.0 / 8, -1.0 / 4}, EXACT);
        // h' = o tanh(c'): tanh(3/8) = 0.35835739835078595, tanh(1/4) = 0.24491866240370913
        assertThat(state.get(Quantity.HIDDEN_STATE))
                .containsExactly(new double[] {0.35835739835078595 / 4, -0.24491866240370913 * 4 / 5}, EXACT);
    }

    @Test
    void theSecondStepStartsFromWhatTheFirstLeft() {
        NetworkState state = NetworkBuilder.fed(NETWORK, 0, 1);

        double h0 = 0.35835739835078595 / 4;
        double h1 = -0.24491866240370913 * 4 / 5;
        double i0 = sigmoid(-log(4) + 3 * h1);
        double f0 = 3.0 / 4;
        double g0 = tanh(5 * h1);
        double o0 = 1.0 / 2;
        double i1 = 1.0 / 2;
        double f1 = sigmoid(2 * h0);
        double g1 = 1.0 / 2;
        double o1 = sigmoid(log(4) - 7 * h1);
        assertThat(state.get(Quantity.INPUT_GATE)).containsExactly(new double[] {i0, i1}, EXACT);
        assertThat(state.get(Quantity.FORGET_GATE)).containsExactly(new double[] {f0, f1}, EXACT);
        assertThat(state.get(Quantity.CANDIDATE)).containsExactly(new double[] {g0, g1}, EXACT);
        assertThat(state.get(Quantity.OUTPUT_GATE)).containsExactly(new double[] {o0, o1}, EXACT);

        double c0 = f0 * 3 / 8 + i0 * g0;
        double c1 = f1 * -1 / 4 + i1 * g1;
        assertThat(state.get(Quantity.CELL_STATE)).containsExactly(new double[] {c0, c1}, EXACT);
        assertThat(state.get(Quantity.HIDDEN_STATE))
                .containsExactly(new double[] {o0 * tanh(c0), o1 * tanh(c1)}, EXACT);
    }

    @Test
    void theOutputsSeeTheNewHiddenState() {
        NetworkState state = NetworkBuilder.fed(NETWORK, 0);
        double[] z = new double[2];
        Network.outputNetInputs(NETWORK, state, z);

        double h0 = 0.35835739835078595 / 4;
        double h1 = -0.24491866240370913 * 4 / 5;
        assertThat(z).containsExactly(new double[] {h0 - 3 * h1, 2 * h0 + 4 * h1 + 0.5}, EXACT);
    }

    @Test
    void aResetStateIsThatOfTheStart() {
        NetworkState state = new NetworkState(NETWORK.layout());
        Network.step(NETWORK, 1, state);
        state.reset();
        Network.step(NETWORK, 0, state);
        assertThat(state.get(Quantity.CELL_STATE)).containsExactly(new double[] {3.0 / 8, -1.0 / 4}, EXACT);
    }

    private static double sigmoid(double x) {
        return 1 / (1 + exp(-x));
    }
}
