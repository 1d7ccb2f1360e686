package lab.carousel.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.LayerLayout;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class InitialParametersTest {

    private static final Experiment REFERENCE = Experiment.reference();
    private static final Hyperparameters SETTINGS = REFERENCE.hyperparameters();

    private static Parameters drawn(Cell cell, int units, Hyperparameters settings) {
        return InitialParameters.draw(new ParameterLayout(5, 5, units, cell, 2), settings);
    }

    private static double[] block(Parameters parameters, int start, int end) {
        return Arrays.copyOfRange(parameters.toArray(), start, end);
    }

    private static double mean(double[] values, DoubleUnaryOperator of) {
        return Arrays.stream(values).map(of).average().orElseThrow();
    }

    @Test
    void theReferencesDrawsAreTheSameBitsEverywhere() {
        Parameters parameters = InitialParameters.of(REFERENCE);
        // One of the input kernel, one of the recurrent kernel, one of the output kernel
        assertThat(parameters.get(0)).isEqualTo(0x1.25ae8ba50e2c9p-3);
        assertThat(parameters.get(400)).isEqualTo(-0x1.b3167cb82aep-6);
        assertThat(parameters.get(2_080)).isEqualTo(-0x1.d7092d0786483p-2);
        assertThat(Arrays.hashCode(parameters.toArray())).isEqualTo(-753_520_516);
        RandomStreams streams = RandomStreams.of(1);
        streams.initialWeights().nextLong();
        assertThat(streams.shuffles().nextLong()).isEqualTo(6_265_192_909_468_510_530L);
        assertThat(RandomStreams.of(1).initialWeights().nextLong()).isEqualTo(-4_245_191_155_223_006_023L);
    }

    @Test
    void theSeedAloneDecidesTheDraws() {
        Experiment other = REFERENCE.with(SETTINGS.with(Settings.EPOCHS, 3).with(Settings.ORDER, Order.SHUFFLED));
        assertThat(InitialParameters.of(other)).isEqualTo(InitialParameters.of(REFERENCE));
        assertThat(InitialParameters.of(REFERENCE.with(SETTINGS.with(Settings.SEED, 2L))))
                .isNotEqualTo(InitialParameters.of(REFERENCE));
    }

    @ParameterizedTest
    @MethodSource("lab.carousel.model.layout.Cells#all")
    void kernelsReachTheirBoundsAndAreEvenlySpread(Cell cell) {
        Parameters parameters = drawn(cell, 60, SETTINGS);
        ParameterLayout layout = parameters.layout();
        for (int l = 0; l < 2; l++) {
            LayerLayout layer = layout.layer(l);
            double[] input = block(parameters, layer.inputKernel(), layer.recurrentKernel());
            double limit = Math.sqrt(6.0 / (layer.inputs() + layer.gateWidth()));
            assertSpread(input, limit);
        }
        assertSpread(block(parameters, layout.outputKernel(), layout.outputBias()), Math.sqrt(6.0 / 65));
    }

    private static void assertSpread(double[] values, double limit) {
        double error = 3 * limit / Math.sqrt(values.length);
        assertThat(Arrays.stream(values).map(Math::abs).max().orElseThrow()).isBetween(0.95 * limit, limit);
        assertThat(mean(values, w -> w)).isEqualTo(0, within(error));
        // The variance of a uniform draw between -L and L is L^2 / 3
        assertThat(mean(values, w -> w * w)).isEqualTo(limit * limit / 3, within(limit * error));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 20, 128})
    void recurrentKernelHasOrthonormalRowsThatPreferNoSignAndNoGate(int units) {
        Parameters parameters = drawn(Cell.LSTM, units, SETTINGS.with(Settings.SEED, 5L));
        int width = 4 * units;
        int start = parameters.layout().layer(0).recurrentKernel();
        double[][] rows = IntStream.range(0, units)
                .mapToObj(row -> block(parameters, start + row * width, start + (row + 1) * width))
                .toArray(double[][]::new);
        for (int row = 0; row < units; row++) {
            for (int other = 0; other <= row; other++) {
                double product = 0;
                for (int column = 0; column < width; column++) {
                    product += rows[row][column] * rows[other][column];
                }
                assertThat(product).isEqualTo(row == other ? 1 : 0, within(1e-12));
            }
        }
        double[] kernel = block(parameters, start, start + units * width);
        assertThat(mean(kernel, Math::signum)).isEqualTo(0, within(2.0 / units));
        for (int gate = 0; gate < 4 && units == 128; gate++) {
            int first = gate * units;
            double energy = Arrays.stream(rows)
                    .flatMapToDouble(row -> Arrays.stream(row, first, first + units))
                    .map(w -> w * w)
                    .sum();
            // Rows of length 1, a quarter of each in every gate
            assertThat(energy).isEqualTo(units / 4.0, within(1.5));
        }
    }

    private static double[] bias(Parameters parameters, int layer, Quantity gate) {
        LayerLayout place = parameters.layout().layer(layer);
        int start = place.bias() + place.column(gate);
        return block(parameters, start, start + place.units());
    }

    /** Those of forget gate and input gate as they are set; with chrono they are drawn, of the gate that keeps. */
    @ParameterizedTest
    @MethodSource("lab.carousel.model.layout.Cells#all")
    void allBiasesButThoseOfTheGatesThatCanBeSetAreZero(Cell cell) {
        Hyperparameters set = SETTINGS.with(Settings.FORGET_GATE_BIAS, 3.0).with(Settings.INPUT_GATE_BIAS, -2.0);
        Parameters own = drawn(cell, 100, set);
        Parameters chrono = drawn(cell, 100, set.with(Settings.CHRONO_SPAN, 102));
        Optional<Quantity> keeping = cell.keepingGate();
        for (int layer = 0; layer < 2; layer++) {
            for (Quantity gate : cell.gates()) {
                double bias = gate == Quantity.FORGET_GATE ? 3 : gate == Quantity.INPUT_GATE ? -2 : 0;
                assertThat(bias(own, layer, gate)).containsOnly(bias);
                if (keeping.isEmpty()) {
                    assertThat(bias(chrono, layer, gate)).containsOnly(bias);
                } else if (gate == keeping.get()) {
                    assertIsChrono(bias(chrono, layer, gate));
                } else if (gate == Quantity.INPUT_GATE) {
                    assertThat(bias(chrono, layer, gate))
                            .containsExactly(Arrays.stream(bias(chrono, layer, keeping.get()))
                                    .map(b -> -b)
                                    .toArray());
                } else {
                    assertThat(bias(chrono, layer, gate)).containsOnly(0);
                }
            }
            LayerLayout place = own.layout().layer(layer);
            if (cell.hasRecurrentBias()) {
                assertThat(block(chrono, place.recurrentBias(), place.peepholes()))
                        .containsOnly(0);
            }
            // Chrono changes no weight
            assertThat(block(chrono, place.start(), place.bias())).isEqualTo(block(own, place.start(), place.bias()));
        }
        keeping.ifPresent(gate -> assertThat(bias(chrono, 0, gate)).isNotEqualTo(bias(chrono, 1, gate)));
        assertThat(block(own, own.layout().outputBias(), own.layout().size())).containsOnly(0);
    }

    /** ln(1 + U 100), where U is evenly spread in 0 to 1. */
    private static void assertIsChrono(double[] biases) {
        double[] uniform = Arrays.stream(biases).map(b -> Math.expm1(b) / 100).toArray();
        assertThat(Arrays.stream(uniform).min().orElseThrow()).isBetween(0.0, 0.05);
        assertThat(Arrays.stream(uniform).max().orElseThrow()).isBetween(0.95, 1.0);
        assertThat(mean(uniform, u -> u)).isEqualTo(0.5, within(0.1));
    }

    @Test
    void theReferenceStartsWithOpenForgetGates() {
        assertThat(bias(InitialParameters.of(REFERENCE), 0, Quantity.FORGET_GATE))
                .containsOnly(1);
        assertThat(bias(drawn(Cell.LSTM, 9, SETTINGS.with(Settings.CHRONO_SPAN, 2)), 0, Quantity.FORGET_GATE))
                .as("half open")
                .containsOnly(0);
    }
}
