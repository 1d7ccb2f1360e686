package lab.carousel.file.model.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lab.carousel.file.model.network.FoundNetwork;
import lab.carousel.file.model.network.OpenQuestion;
import lab.carousel.file.model.network.ReadNetwork;
import lab.carousel.file.model.network.Subject;
import lab.carousel.file.model.tensor.NamedTensors;
import lab.carousel.file.model.tensor.Tensor;
import lab.carousel.model.Experiment;
import lab.carousel.model.Output;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.CellLibrary;
import lab.carousel.model.layout.Cells;
import lab.carousel.model.layout.LayerLayout;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Parameters;
import lab.carousel.text.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The names of the arrays of every cell, and files whose arrays were mixed up. */
class TorchArrayTest {

    private static final int SYMBOLS = 5;
    private static final int UNITS = 3;

    static List<Cell> cells() {
        return Cell.all();
    }

    static Stream<Cell> underOwnNames() {
        return Cell.all().stream().filter(cell -> cell.name(CellLibrary.PYTORCH).isEmpty());
    }

    /** Each weight is its index, and a half. */
    private static Parameters parameters(Cell cell) {
        ParameterLayout layout = new ParameterLayout(SYMBOLS, SYMBOLS, UNITS, cell, 2);
        double[] values = new double[layout.size()];
        Arrays.setAll(values, index -> index + 0.5);
        return Parameters.of(layout, values);
    }

    private static Map<String, String> told(Cell cell) {
        return ReadNetwork.texts(Experiment.reference()
                .with(all ->
                        all.with(Settings.CELL, cell).with(Settings.LAYERS, 2).with(Settings.HIDDEN_UNITS, UNITS)));
    }

    private static FoundNetwork find(Map<String, Tensor> arrays, Map<String, String> texts) {
        return TorchNetwork.of("it", new NamedTensors(arrays, texts));
    }

    private static void assertRefused(Cell cell, Consumer<Map<String, Tensor>> change, String... words) {
        Map<String, Tensor> changed = new LinkedHashMap<>(TorchArray.of(parameters(cell)));
        change.accept(changed);
        boolean isOwn = cell.name(CellLibrary.PYTORCH).isEmpty();
        for (Map<String, String> texts : isOwn ? List.of(told(cell), Map.<String, String>of()) : List.of(told(cell))) {
            assertThatThrownBy(() -> find(changed, texts).with(Map.of()))
                    .as("%s %s", changed.keySet(), texts)
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContainingAll(words);
        }
    }

    @Test
    void aCellThatPyTorchHasNotIsWrittenByGatesAndBlocks() {
        Parameters parameters = parameters(Cell.PEEPHOLE);

        Map<String, Tensor> arrays = TorchArray.of(parameters);

        assertThat(String.join(" ", arrays.keySet()))
                .isEqualTo("cells.0.W_i cells.0.U_i cells.0.b_i cells.0.p_i cells.0.W_f cells.0.U_f cells.0.b_f"
                        + " cells.0.p_f cells.0.W_g cells.0.U_g cells.0.b_g cells.0.W_o cells.0.U_o cells.0.b_o"
                        + " cells.0.p_o cells.1.W_i cells.1.U_i cells.1.b_i cells.1.p_i cells.1.W_f cells.1.U_f"
                        + " cells.1.b_f cells.1.p_f cells.1.W_g cells.1.U_g cells.1.b_g cells.1.W_o cells.1.U_o"
                        + " cells.1.b_o cells.1.p_o output.weight output.bias");
        LayerLayout layer = parameters.layer(0);
        Tensor kernel = arrays.get("cells.0.W_f");
        assertThat(kernel.shape()).containsExactly(UNITS, SYMBOLS);
        // to unit 2 from symbol 4: transposed
        assertThat(kernel.values()[2 * SYMBOLS + 4])
                .isEqualTo(layer.inputKernel() + 4 * layer.gateWidth() + UNITS + 2 + 0.5);
        assertThat(arrays.get("cells.0.p_o").values())
                .containsExactly(layer.end() - 2.5, layer.end() - 1.5, layer.end() - 0.5);
    }

    /** Cells that only tests declare, too: nothing is said for each. */
    @ParameterizedTest
    @MethodSource("lab.carousel.model.layout.Cells#drawn")
    void anyCellIsWrittenAndReadWithNothingMoreToSay(Cell cell) {
        Parameters parameters = parameters(cell);

        Map<String, Tensor> arrays = TorchArray.of(parameters);

        assertThat(TorchArray.read("it", parameters.layout(), arrays)).isEqualTo(parameters);
        assertThat(arrays.values().stream().flatMapToDouble(array -> Arrays.stream(array.values())))
                .contains(Arrays.stream(parameters.toArray()).boxed().toArray(Double[]::new));
    }

    /** Two cells with the same names could not be told apart: then a file would have to say its cell. */
    @ParameterizedTest
    @MethodSource("underOwnNames")
    void theCellFollowsFromItsNamesWhereNoExperimentIsTold(Cell cell) {
        Parameters parameters = parameters(cell);

        FoundNetwork found = find(TorchArray.of(parameters), Map.of());

        assertThat(found.questions()).containsExactly(OpenQuestion.OUTPUT);
        ReadNetwork read = found.with(Map.of(Subject.OUTPUT, "softmax"));
        assertThat(read.parameters()).isEqualTo(parameters);
        assertThat(read.output()).isEqualTo(Output.SOFTMAX);
        assertThat(read.experiment()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cells")
    void anArrayThatIsMissingOrOfAnotherShapeIsNamed(Cell cell) {
        TorchArray.of(parameters(cell)).forEach((name, tensor) -> {
            assertRefused(cell, arrays -> arrays.remove(name), "it has no array “" + name + "”.");
            // One row or element less; where nothing else tells the sizes, the next array is the wrong one
            assertRefused(
                    cell,
                    arrays -> arrays.put(
                            name,
                            Tensor.zeros(tensor.shape().stream()
                                    .map(length -> length == tensor.length(0) ? length - 1 : length)
                                    .toArray(Integer[]::new))),
                    List.of("cells.0.W_i", "output.weight").contains(name)
                            ? "has an array of shape"
                            : "“" + name + "” has an array of shape ");
        });
    }

    @ParameterizedTest
    @MethodSource("cells")
    void anArrayThatTheCellHasNotIsNamed(Cell cell) {
        for (String name : List.of("cells.0.p_g", "cells.2.b_i", "peephole", "cells.weight_ih_l2")) {
            assertRefused(
                    cell,
                    arrays -> arrays.put(name, Tensor.zeros(UNITS)),
                    "it",
                    name.startsWith("cells.2.") ? "cells.2." : "no array “" + name + "”");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "LSTM1997, PEEPHOLE, cells.0.p_i",
        "PEEPHOLE, LSTM1997, cells.0.p_i",
        "LSTM1997, LSTM, cells.0.W_i",
        "LSTM, PEEPHOLE, cells.weight_ih_l0",
        "GRU, LSTM1997, cells.weight_ih_l0",
        "DENSE, RECURRENT, cells.0.weight"
    })
    void theArraysOfAnotherCellThanWasToldAreNamed(String told, String written, String name) {
        Map<String, Tensor> arrays = TorchArray.of(parameters(Cells.named(written)));

        assertThatThrownBy(() -> find(arrays, told(Cells.named(told))))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("no array “" + name + "”");
    }

    @Test
    void weightsThatAreNotNumbersAreRefused() {
        assertRefused(
                Cell.LSTM1997,
                arrays -> arrays.get("cells.0.W_g").values()[1] = Double.NaN,
                "Some weights of the network are not numbers");
    }

    @Test
    void aSizeThatNoNetworkHasIsRefusedByItsArray() {
        for (String[] each : new String[][] {
            {"cells.0.W_i", "1000 1", "“cells.0.W_i” has 1 inputs"},
            {"cells.0.W_i", "1000 5", "“cells.0.W_i” has 1,000 units"},
            {"output.weight", "6 3", "“output.weight” has 6 outputs"},
            {"output.weight", "6", "“output.weight” has an array of shape 6 where a matrix should be"},
            {"cells.99.b_i", "3", "layers"}
        }) {
            Integer[] shape =
                    Arrays.stream(each[1].split(" ")).map(Integer::valueOf).toArray(Integer[]::new);
            Map<String, Tensor> arrays = new LinkedHashMap<>(TorchArray.of(parameters(Cell.LSTM1997)));
            arrays.put(each[0], Tensor.zeros(shape));
            assertThatThrownBy(() -> find(arrays, Map.of()))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining(each[2]);
        }
    }
}
