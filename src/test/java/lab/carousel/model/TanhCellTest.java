package lab.carousel.model;

import static java.lang.Math.log;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.NetworkState;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.Quantity;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Plain recurrent and memoryless units, and layers on one another: tanh(ln(3) / 2) = 1/2 and tanh(ln 3) = 4/5. */
class TanhCellTest {

    private static final Offset<Double> EXACT = within(1e-15);
    private static final double HALF = log(3) / 2;

    private static double[] h(Parameters network, int... symbols) {
        NetworkState state = new NetworkState(network.layout());
        for (int symbol : symbols) {
            Network.step(network, symbol, state);
        }
        return state.get(Quantity.HIDDEN_STATE);
    }

    @Test
    void aRecurrentUnitSeesInputBiasAndTheHiddenStateBefore() {
        Parameters network = new NetworkBuilder(new ParameterLayout(2, 2, 2, Cell.RECURRENT, 1))
                .input(0, Quantity.CANDIDATE, 0, HALF)
                .bias(Quantity.CANDIDATE, 1, -HALF)
                .recurrent(0, Quantity.CANDIDATE, 1, 4 * HALF)
                .recurrent(1, Quantity.CANDIDATE, 0, -4 * HALF)
                .build();
        assertThat(h(network, 0)).containsExactly(new double[] {1.0 / 2, -1.0 / 2}, EXACT);
        // Unit 0: -1/2 * -2 ln 3. Unit 1: -ln(3) / 2 + 1/2 * 2 ln 3
        assertThat(h(network, 0, 1)).containsExactly(new double[] {4.0 / 5, 1.0 / 2}, EXACT);
    }

    @Test
    void aDenseUnitSeesNothingOfWhatWasBefore() {
        Parameters network = new NetworkBuilder(new ParameterLayout(2, 2, 2, Cell.DENSE, 1))
                .input(0, Quantity.CANDIDATE, 0, HALF)
                .input(1, Quantity.CANDIDATE, 1, 3 * HALF)
                .bias(Quantity.CANDIDATE, 1, -HALF)
                .build();
        assertThat(h(network, 0)).containsExactly(new double[] {1.0 / 2, -1.0 / 2}, EXACT);
        assertThat(h(network, 1)).containsExactly(new double[] {0, 4.0 / 5}, EXACT);
        assertThat(h(network, 0, 1, 1, 0)).containsExactly(new double[] {1.0 / 2, -1.0 / 2}, EXACT);
    }

    /** Layer 0 as above, layer 1 on it, and outputs from layer 1 alone. */
    private static final Parameters STACKED = new NetworkBuilder(new ParameterLayout(2, 2, 2, Cell.RECURRENT, 2))
            .input(0, Quantity.CANDIDATE, 0, HALF)
            .recurrent(0, Quantity.CANDIDATE, 0, 4 * HALF)
            .bias(Quantity.CANDIDATE, 1, -HALF)
            .layer(1)
            .input(0, Quantity.CANDIDATE, 0, 2 * HALF)
            .input(1, Quantity.CANDIDATE, 1, -4 * HALF)
            .bias(Quantity.CANDIDATE, 1, -HALF)
            .recurrent(0, Quantity.CANDIDATE, 0, HALF * 4 / 5)
            .recurrent(1, Quantity.CANDIDATE, 1, -4 * HALF)
            .output(0, 1, 10)
            .output(1, 0, 6)
            .build();

    @Test
    void aHigherLayerSeesTheNewHiddenStateBelowAndItsOwnBefore() {
        // Layer 0: 1/2, -1/2. Layer 1: 1/2 * ln 3, and -1/2 * -2 ln 3 - ln(3) / 2
        assertThat(h(STACKED, 0)).containsExactly(new double[] {1.0 / 2, -1.0 / 2, 1.0 / 2, 1.0 / 2}, EXACT);
        // Layer 0: 1/2 * 2 ln 3, so 4/5, and -1/2. Layer 1: 4/5 ln 3 + 1/2 * 2/5 ln 3 = ln 3, and
        // -1/2 * -2 ln 3 - ln(3) / 2 - 1/2 * 2 ln 3 = -ln(3) / 2
        assertThat(h(STACKED, 0, 1)).containsExactly(new double[] {4.0 / 5, -1.0 / 2, 4.0 / 5, -1.0 / 2}, EXACT);
    }

    @Test
    void theOutputsSeeTheLastLayer() {
        NetworkState state = new NetworkState(STACKED.layout());
        Network.step(STACKED, 0, state);
        Network.step(STACKED, 1, state);
        double[] z = new double[2];
        Network.outputNetInputs(STACKED, state, z);
        assertThat(z).containsExactly(new double[] {-3, 8}, within(1e-14));
    }
}
