package lab.carousel.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import lab.carousel.engine.kernel.LayerEquations.TapeEquations;
import lab.carousel.model.Network;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.CellLibrary;
import lab.carousel.model.layout.LayerLayout;
import lab.carousel.model.layout.NetworkState;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.layout.QuantityKind;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds for every cell: its declaration, the engine and the trace compute the same, and the gradients are those of
 * differences. Updates of whole networks are in {@link UpdateContractTest}.
 */
class CellContractTest {

    private static final Offset<Double> SAME = within(1e-12);
    private static final int UNITS = 5;
    private static final int ROWS = 4;

    private final SplittableRandom random = new SplittableRandom(3);

    /** Random numbers of moderate size. */
    private double[] draw(int count) {
        return random.doubles(count, -2, 2).toArray();
    }

    private static LayerLayout layer(Cell cell) {
        return new LayerLayout(cell, 3, UNITS, 0);
    }

    /** A layer fed by some equations from the same random net inputs, and a gradient taken back. */
    private LayerMemory passed(LayerLayout layout, LayerEquations equations, long seed) {
        SplittableRandom numbers = new SplittableRandom(seed);
        LayerMemory memory = new LayerMemory(layout);
        memory.reserve(ROWS + 1);
        for (int row = 0; row < ROWS; row++) {
            Arrays.setAll(memory.net, j -> numbers.nextDouble(-2, 2));
            if (layout.cell().hasRecurrentBias()) {
                Arrays.setAll(memory.recurrentNet[row], j -> numbers.nextDouble(-2, 2));
            }
            equations.forward(memory, row, row + 1);
        }
        for (int row = ROWS - 1; row >= 0; row--) {
            for (int unit = 0; unit < UNITS; unit++) {
                memory.dh[row][unit] = memory.dhSent[row + 1][unit] + numbers.nextDouble(-1, 1);
            }
            equations.backward(memory, row, row + 1);
        }
        return memory;
    }

    @ParameterizedTest
    @MethodSource("lab.carousel.model.layout.Cells#all")
    void aLoopComputesWhatIsDeclared(Cell cell) {
        LayerLayout layout = layer(cell);
        double[] peepholes = draw(layout.peepholeWidth());
        LayerMemory loop = passed(layout, LayerEquations.of(layout, peepholes, false), 7);
        LayerMemory declared = passed(layout, new TapeEquations(layout, peepholes, false), 7);
        for (Function<LayerMemory, double[][]> numbers : Arrays.<Function<LayerMemory, double[][]>>asList(
                memory -> memory.h,
                memory -> memory.c,
                memory -> memory.dNet,
                memory -> memory.dRecurrentNet,
                memory -> memory.dc,
                memory -> memory.dhSent,
                memory -> memory.dcSent)) {
            assertSame(numbers.apply(loop), numbers.apply(declared));
        }
        if (cell.gates().size() > 1) {
            assertSame(loop.gates, declared.gates);
        }
    }

    private static void assertSame(double[][] one, double[][] other) {
        assertThat(one).hasSameDimensionsAs(other);
        for (int row = 0; row < one.length; row++) {
            assertThat(one[row]).containsExactly(other[row], SAME);
        }
    }

    @ParameterizedTest
    @MethodSource("lab.carousel.model.layout.Cells#all")
    void aTraceIsWhatTheEngineComputes(Cell cell) {
        ParameterLayout layout = new ParameterLayout(3, 3, UNITS, cell, 2);
        Parameters parameters = Parameters.of(layout, draw(layout.size()));
        Weights weights = new Weights(layout);
        weights.set(parameters);
        assertThat(weights.parameters()).isEqualTo(parameters);
        SegmentMemory stretch = new SegmentMemory(layout);
        stretch.begin(ROWS, 1, 0);
        NetworkState state = new NetworkState(layout);
        for (int row = 0; row < ROWS; row++) {
            stretch.input[row] = row % 3;
            Network.step(parameters, row % 3, state);
            for (int number = 0; number < 2; number++) {
                new Layer(number, layout.layer(number), weights, false).forward(stretch, row, 1);
                LayerMemory memory = stretch.layers[number];
                assertThat(part(state.h, number)).containsExactly(memory.h[row + 1], SAME);
                for (Quantity quantity : cell.quantities()) {
                    if (quantity.kind() != QuantityKind.STATE) {
                        int column = layout.layer(number).column(quantity);
                        assertThat(part(state.get(quantity), number))
                                .containsExactly(Arrays.copyOfRange(memory.gates[row], column, column + UNITS), SAME);
                    }
                }
            }
        }
    }

    private static double[] part(double[] all, int layer) {
        return Arrays.copyOfRange(all, layer * UNITS, (layer + 1) * UNITS);
    }

    @Test
    void theLstmOf1997IsOneWhoseForgetGateIsOpen() {
        ParameterLayout layout = new ParameterLayout(3, 3, 1, Cell.LSTM, 1);
        double[] values = draw(layout.size());
        double[] kept = IntStream.range(0, values.length)
                .filter(index -> index >= layout.outputKernel() || index % 4 != 1)
                .mapToDouble(index -> values[index])
                .toArray();
        values[layout.layer(0).bias() + 1] = 1_000;
        NetworkState with = new NetworkState(layout);
        Parameters first = Parameters.of(new ParameterLayout(3, 3, 1, Cell.LSTM1997, 1), kept);
        NetworkState without = new NetworkState(first.layout());
        for (int symbol : new int[] {0, 2, 1, 1}) {
            Network.step(Parameters.of(layout, values), symbol, with);
            Network.step(first, symbol, without);
            assertThat(without.h).containsExactly(with.h, SAME);
            assertThat(without.c).containsExactly(with.c, SAME);
        }
    }

    @ParameterizedTest
    @MethodSource("lab.carousel.model.layout.Cells#all")
    void theParametersAreThoseOfTheEquations(Cell cell) {
        LayerLayout layout = layer(cell);
        int net = cell.gates().size();
        int expected = net * UNITS * (3 + 1 + (cell.isRecurrent() ? UNITS : 0))
                + (cell.hasRecurrentBias() ? net * UNITS : 0)
                + cell.looks().size() * UNITS;
        assertThat(layout.size()).isEqualTo(expected);
        assertThat(cell.quantities()).contains(Quantity.HIDDEN_STATE).doesNotHaveDuplicates();
        assertThat(cell.gates()).allMatch(gate -> layout.column(gate) < layout.gateWidth());
        for (CellLibrary library : CellLibrary.values()) {
            cell.name(library).ifPresent(name -> assertThat(cell.gates(library))
                    .containsExactlyInAnyOrderElementsOf(cell.gates()));
        }
    }
}
