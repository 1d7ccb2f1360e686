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

/**
 * Two steps of two units, with weights chosen so that everything comes out as a simple fraction: sigmoid(ln 3) = 3/4,
 * sigmoid(-ln 4) = 1/5, tanh(ln(3) / 2) = 1/2, tanh(ln 3) = 4/5.
 */
class GruCellTest {

    private static final Offset<Double> EXACT = within(1e-15);

    private static final Parameters NETWORK = new NetworkBuilder(new ParameterLayout(2, 2, 2, Cell.GRU, 1))
            // From symbol 0
            .input(0, Quantity.UPDATE_GATE, 0, log(3))
            .input(0, Quantity.CANDIDATE, 0, log(3) / 4)
            // On the recurrent side of unit 0
            .recurrentBias(Quantity.RESET_GATE, 0, -log(3))
            .recurrentBias(Quantity.CANDIDATE, 0, log(3))
            // Of unit 1
            .bias(Quantity.UPDATE_GATE, 1, -log(4))
            .bias(Quantity.CANDIDATE, 1, -log(3) / 2)
            // From unit to unit: different weights there and back
            .recurrent(0, Quantity.UPDATE_GATE, 1, 8 * log(3))
            .recurrent(0, Quantity.RESET_GATE, 0, 8 * log(3))
            .recurrent(1, Quantity.CANDIDATE, 0, -5 * log(3) / 2)
            // To the outputs
            .output(0, 0, 8)
            .output(1, 1, 5)
            .outputBias(0, 1)
            .build();

    /** Looks at the state after some inputs. Each line has a quantity of both units, as fractions, or says how it comes about. */
    private static void assertState(String lines, int... fed) {
        NetworkState state = NetworkBuilder.fed(NETWORK, fed);
        lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            String[] parts = line.split("\\s+");
            assertThat(state.get(Quantity.valueOf(parts[0])))
                    .as(line)
                    .containsExactly(new double[] {fraction(parts[1]), fraction(parts[2])}, EXACT);
        });
    }

    private static double fraction(String text) {
        String[] parts = text.split("/");
        return Double.parseDouble(parts[0]) / Double.parseDouble(parts[1]);
    }

    @Test
    void theFirstStepStartsFromAZeroState() {
        assertState(
                """
                UPDATE_GATE   3/4  1/5
                RESET_GATE    1/4  1/2
                # Unit 0: tanh(ln(3) / 4 + r ln 3), with r = 1/4
                CANDIDATE     1/2  -1/2
                # h' = z 0 + (1 - z) g
                HIDDEN_STATE  1/8  -2/5
                """,
                0);
    }

    @Test
    void theSecondStepStartsFromWhatTheFirstLeft() {
        assertState(
                """
                # Unit 1: sigmoid(-ln 4 + 1/8 * 8 ln 3) = sigmoid(ln(3/4)) = 3/7
                UPDATE_GATE   1/2  3/7
                # Unit 0: sigmoid(-ln 3 + 1/8 * 8 ln 3) = 1/2
                RESET_GATE    1/2  1/2
                # Unit 0: tanh(r (ln 3 + 2/5 * 5/2 ln 3)) = tanh(ln 3)
                CANDIDATE     4/5  -1/2
                # 1/2 * 1/8 + 1/2 * 4/5 and 3/7 * -2/5 + 4/7 * -1/2
                HIDDEN_STATE  37/80  -16/35
                """,
                0,
                1);
    }

    @Test
    void theOutputsSeeTheNewHiddenState() {
        NetworkState state = NetworkBuilder.fed(NETWORK, 0);
        double[] z = new double[2];
        Network.outputNetInputs(NETWORK, state, z);
        assertThat(z).containsExactly(new double[] {2, -2}, EXACT);
    }
}
