package lab.carousel.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.LayerLayout;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InitialParametersTest {

    private static final Experiment REFERENCE = Experiment.reference();

    private static Parameters drawn(int symbols, int units, long seed) {
        return InitialParameters.draw(
                new ParameterLayout(symbols, units),
                GateBias.REFERENCE,
                RandomStreams.of(seed).initialWeights());
    }

    private static double[] block(Parameters parameters, int start, int end) {
        return Arrays.copyOfRange(parameters.toArray(), start, end);
    }

    private static double largest(double[] values) {
        return Arrays.stream(values).map(Math::abs).max().orElseThrow();
    }

    @Test
    void theReferencesDrawsAreTheSameBitsEverywhere() {
        Parameters parameters = InitialParameters.of(REFERENCE);
        // Two of the input kernel, two of the recurrent kernel, two of the output kernel
        assertThat(parameters.get(0)).isEqualTo(0x1.25ae8ba50e2c9p-3);
        assertThat(parameters.get(1)).isEqualTo(-0x1.4ddd8799bd709p-5);
        assertThat(parameters.get(400)).isEqualTo(-0x1.b3167cb82aep-6);
        assertThat(parameters.get(481)).isEqualTo(-0x1.0ba77949c0b25p-4);
        assertThat(parameters.get(2_080)).isEqualTo(-0x1.d7092d0786483p-2);
        assertThat(parameters.get(2_179)).isEqualTo(0x1.748e9b91202dbp-2);
        assertThat(Arrays.hashCode(parameters.toArray())).isEqualTo(-753_520_516);
    }

    @Test
    void theSeedAloneDecidesTheDraws() {
        Experiment other = REFERENCE.with(
                REFERENCE.hyperparameters().with(Settings.EPOCHS, 3).with(Settings.ORDER, Order.SHUFFLED));
        assertThat(InitialParameters.of(other)).isEqualTo(InitialParameters.of(REFERENCE));
        Experiment reseeded = REFERENCE.with(REFERENCE.hyperparameters().with(Settings.SEED, 2L));
        assertThat(InitialParameters.of(reseeded)).isNotEqualTo(InitialParameters.of(REFERENCE));
    }

    @Test
    void kernelsReachTheirBoundsAndAreEvenlySpread() {
        Parameters parameters = drawn(40, 60, 3);
        ParameterLayout layout = parameters.layout();
        double[] input =
                block(parameters, layout.layer(0).inputKernel(), layout.layer(0).recurrentKernel());
        double inputLimit = Math.sqrt(6.0 / (40 + 240));
        assertThat(largest(input)).isLessThanOrEqualTo(inputLimit).isGreaterThan(0.999 * inputLimit);
        assertThat(Arrays.stream(input).average().orElseThrow()).isEqualTo(0, within(0.03 * inputLimit));
        // The variance of a uniform draw between -L and L is L^2 / 3
        assertThat(Arrays.stream(input).map(w -> w * w).average().orElseThrow())
                .isEqualTo(inputLimit * inputLimit / 3, within(0.02 * inputLimit * inputLimit));

        double[] output = block(parameters, layout.outputKernel(), layout.outputBias());
        double outputLimit = Math.sqrt(6.0 / (60 + 40));
        assertThat(largest(output)).isLessThanOrEqualTo(outputLimit).isGreaterThan(0.99 * outputLimit);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 20, 128})
    void recurrentKernelHasOrthonormalRows(int units) {
        Parameters parameters = drawn(5, units, 5);
        int start = parameters.layout().layer(0).recurrentKernel();
        int width = 4 * units;
        for (int row = 0; row < units; row++) {
            for (int other = 0; other <= row; other++) {
                double product = 0;
                for (int column = 0; column < width; column++) {
                    product += parameters.get(start + row * width + column)
                            * parameters.get(start + other * width + column);
                }
                assertThat(product).isEqualTo(row == other ? 1 : 0, within(1e-12));
            }
        }
    }

    @Test
    void recurrentKernelPrefersNoSignAndNoGate() {
        Parameters parameters = drawn(5, 64, 9);
        ParameterLayout layout = parameters.layout();
        double[] kernel = block(
                parameters, layout.layer(0).recurrentKernel(), layout.layer(0).bias());
        long positive = Arrays.stream(kernel).filter(w -> w > 0).count();
        assertThat((double) positive / kernel.length).isEqualTo(0.5, within(0.02));
        for (Quantity gate : Cell.LSTM.gates()) {
            double energy = IntStream.range(0, kernel.length)
                    .filter(index -> index % 256 / 64 == Cell.LSTM.gates().indexOf(gate))
                    .mapToDouble(index -> kernel[index] * kernel[index])
                    .sum();
            // 64 rows of length 1, a quarter of each in every gate
            assertThat(energy).isEqualTo(16, within(1.0));
        }
    }

    private static Parameters drawn(Cell cell, int layers, GateBias gateBias) {
        ParameterLayout layout = new ParameterLayout(5, 5, 100, cell, layers);
        return InitialParameters.draw(layout, gateBias, RandomStreams.of(4).initialWeights());
    }

    private static double[] bias(Parameters parameters, int layer, Quantity gate) {
        LayerLayout place = parameters.layout().layer(layer);
        int start = place.bias() + place.column(gate);
        return block(parameters, start, start + place.units());
    }

    @Test
    void theBiasesOfTheGatesCanBeChosen() {
        Parameters parameters = drawn(Cell.LSTM, 2, new GateBias(3, -2, GateBias.NO_CHRONO));
        for (int layer = 0; layer < 2; layer++) {
            assertThat(bias(parameters, layer, Quantity.FORGET_GATE)).containsOnly(3);
            assertThat(bias(parameters, layer, Quantity.INPUT_GATE)).containsOnly(-2);
            assertThat(bias(parameters, layer, Quantity.CANDIDATE)).containsOnly(0);
            assertThat(bias(parameters, layer, Quantity.OUTPUT_GATE)).containsOnly(0);
        }
        Parameters reference = InitialParameters.of(REFERENCE);
        double[] expected = new double[80];
        Arrays.fill(expected, 20, 40, 1);
        assertThat(block(
                        reference,
                        reference.layout().layer(0).bias(),
                        reference.layout().outputKernel()))
                .containsExactly(expected);
        assertThat(block(
                        reference,
                        reference.layout().outputBias(),
                        reference.layout().size()))
                .containsOnly(0);
        for (double halfOpen :
                bias(drawn(Cell.LSTM, 1, GateBias.REFERENCE.withChronoSpan(2)), 0, Quantity.FORGET_GATE)) {
            assertThat(halfOpen).isZero();
        }
    }

    @Test
    void chronoDrawsForgetBiasesForTimesUpToItsSpanAndTheInputGateGetsTheirNegatives() {
        Parameters parameters = drawn(Cell.LSTM, 2, GateBias.REFERENCE.withChronoSpan(102));
        for (int layer = 0; layer < 2; layer++) {
            double[] forget = bias(parameters, layer, Quantity.FORGET_GATE);
            // ln(1 + U 100): U itself is evenly spread in 0 to 1
            double[] uniform =
                    Arrays.stream(forget).map(b -> Math.expm1(b) / 100).toArray();
            assertThat(Arrays.stream(uniform).min().orElseThrow()).isBetween(0.0, 0.05);
            assertThat(Arrays.stream(uniform).max().orElseThrow()).isBetween(0.95, 1.0);
            assertThat(Arrays.stream(uniform).average().orElseThrow()).isEqualTo(0.5, within(0.06));
            assertThat(bias(parameters, layer, Quantity.INPUT_GATE))
                    .containsExactly(Arrays.stream(forget).map(b -> -b).toArray());
            assertThat(bias(parameters, layer, Quantity.CANDIDATE)).containsOnly(0);
            assertThat(bias(parameters, layer, Quantity.OUTPUT_GATE)).containsOnly(0);
        }
        assertThat(bias(parameters, 0, Quantity.FORGET_GATE)).isNotEqualTo(bias(parameters, 1, Quantity.FORGET_GATE));
    }

    @Test
    void chronoIsForTheUpdateGateOfAGru() {
        Parameters parameters = drawn(Cell.GRU, 1, GateBias.REFERENCE.withChronoSpan(102));
        double[] update = bias(parameters, 0, Quantity.UPDATE_GATE);
        assertThat(Arrays.stream(update).min().orElseThrow()).isBetween(0.0, 2.0);
        assertThat(Arrays.stream(update).max().orElseThrow()).isBetween(Math.log(96), Math.log(101));
        assertThat(bias(parameters, 0, Quantity.RESET_GATE)).containsOnly(0);
        assertThat(bias(parameters, 0, Quantity.CANDIDATE)).containsOnly(0);
        LayerLayout layer = parameters.layout().layer(0);
        assertThat(block(parameters, layer.recurrentBias(), layer.end())).containsOnly(0);
    }

    private static double[] weights(GateBias gateBias) {
        Parameters parameters = drawn(Cell.LSTM, 2, gateBias);
        return IntStream.range(0, parameters.layout().size())
                .filter(index -> IntStream.range(0, 2)
                        .mapToObj(parameters.layout()::layer)
                        .noneMatch(layer -> index >= layer.bias() && index < layer.end()))
                .mapToDouble(parameters::get)
                .toArray();
    }

    @Test
    void chronoChangesNoWeight() {
        assertThat(weights(GateBias.REFERENCE.withChronoSpan(102))).isEqualTo(weights(GateBias.REFERENCE));
    }

    @Test
    void withoutChronoTheBiasesOfOtherCellsAreZero() {
        for (Cell cell : new Cell[] {Cell.GRU, Cell.RECURRENT, Cell.DENSE}) {
            Parameters parameters = drawn(cell, 1, new GateBias(3, -2, GateBias.NO_CHRONO));
            LayerLayout layer = parameters.layout().layer(0);
            assertThat(block(parameters, layer.bias(), layer.end())).containsOnly(0);
        }
        Parameters recurrent = drawn(Cell.RECURRENT, 1, GateBias.REFERENCE.withChronoSpan(102));
        assertThat(bias(recurrent, 0, Quantity.CANDIDATE)).containsOnly(0);
    }

    @Test
    void theInputKernelOfAHigherLayerHasTheBoundsOfItsOwnSize() {
        Parameters parameters = drawn(Cell.GRU, 2, GateBias.REFERENCE);
        LayerLayout layer = parameters.layout().layer(1);
        double limit = Math.sqrt(6.0 / (100 + 300));
        assertThat(largest(block(parameters, layer.inputKernel(), layer.recurrentKernel())))
                .isLessThanOrEqualTo(limit)
                .isGreaterThan(0.999 * limit);
    }

    @Test
    void theStreamsOfASeedAreTheSameEverywhereAndApart() {
        RandomStreams streams = RandomStreams.of(1);
        streams.initialWeights().nextLong();
        assertThat(streams.shuffles().nextLong()).isEqualTo(6_265_192_909_468_510_530L);
        assertThat(RandomStreams.of(1).initialWeights().nextLong()).isEqualTo(-4_245_191_155_223_006_023L);
    }
}
