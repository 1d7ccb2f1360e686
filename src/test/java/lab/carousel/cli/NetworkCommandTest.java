package lab.carousel.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import lab.carousel.file.disk.ZipContent;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.file.model.tensor.Npz;
import lab.carousel.file.model.tensor.Tensor;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.task.Alphabet;
import lab.carousel.task.Sequence;
import lab.carousel.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkCommandTest extends CommandInFolder {

    private static final Path NETWORKS = Path.of("src/test/resources/lab/carousel/file/model");

    private static final String FLIP_FLOP =
            """
            {"format": "carousel experiment", "version": 1, "engine": "kernel", "task": {"source": "flipFlop", "bits": 2},
             "hyperparameters": {"output": "linear", "hiddenUnits": 2, "epochs": 1}}
            """;

    private static String network(String name) {
        return NETWORKS.resolve(name).toString();
    }

    @Test
    void saysWhatANetworkOfKerasIs() {
        assertThat(run("network %s", network("keras3-lstm-2.keras"))).isZero();

        assertThat(carousel.output)
                .isEqualTo(
                        """
                        Cell: LSTM
                        Layers: 2, with 3 units each
                        Symbols: 4; outputs: 4
                        Functions of the cell: sigmoid for the gates, tanh for candidate and state
                        Outputs: softmax
                        The file does not say which symbols and sequences the network learned.
                        """);
    }

    /** In both formats: each cell is trained, saved, and described when it is opened. */
    @ParameterizedTest
    @MethodSource("lab.carousel.model.layout.Cell#all")
    void saysOfEveryCellWhatItIs(Cell cell) {
        for (String file : List.of("m.npz", "m.safetensors")) {
            assertThat(run("train --epochs 1 --set %s --set hiddenUnits=3 --model @" + file, "cell=" + word(cell)))
                    .isZero();
            assertThat(run("network @" + file)).isZero();
            assertThat(carousel.output)
                    .startsWith("Cell: " + cell.words().text()
                            + "\nLayers: 1, with 3 units each\nSymbols: 5; outputs: 5\n"
                            + (cell.gates().size() > 1 ? "Functions of the cell: " : "Function of the units: tanh\n"))
                    .endsWith("The file says what the network learned: a task of 5 symbols.\n");
        }
    }

    private static Object word(Cell cell) {
        return Settings.CELL.written(Hyperparameters.reference().with(Settings.CELL, cell));
    }

    @Test
    void ofNumbersItSaysInputsAndWhichTask() throws IOException {
        Files.writeString(folder.resolve("f.carousel"), FLIP_FLOP);
        assertThat(run("train @f.carousel --quiet --model @m.npz")).isZero();
        assertThat(run("network @m.npz")).isZero();
        assertThat(carousel.output)
                .contains("Inputs: 2; outputs: 2\n", "Outputs: linear\n")
                .endsWith("The file says what the network learned: Flip-flop.\n");
    }

    @Test
    void aFileThatDoesNotTellItsOutputsCanBeOneOfNumbers() {
        assertThat(run("network %s --order rnn,fc --output linear", network("torch-lstm-1.npz")))
                .isZero();
        assertThat(carousel.output).contains("Inputs: 4; outputs: 4\n", "Outputs: linear\n");
        assertRefused(
                "Options: sigmoid | softmax | linear | squared",
                "network %s --order rnn,fc --output relu",
                network("torch-lstm-1.npz"));
    }

    @Test
    void whereMoreThanOneOrderFitsOneMustBeChosen() {
        assertThat(run("network %s", network("torch-lstm-1.npz"))).isEqualTo(2);
        assertThat(carousel.output).isEmpty();
        assertThat(carousel.errors)
                .contains("Order of the layers: several options fit", "--order \"rnn, fc\" | --order \"fc, rnn\"");

        assertThat(run("network %s --order rnn,fc", network("torch-lstm-1.npz")))
                .isZero();
        assertThat(carousel.output)
                .contains(
                        "Order of the layers: rnn,fc (chosen; not stated in the file)",
                        "Order of the gates in the arrays: i f g o (assumed; not stated in the file)",
                        "Between cells and outputs: nothing (assumed; not stated in the file)",
                        "Function of the outputs: sigmoid (assumed; not stated in the file)");

        assertRefused(
                "Carousel has no network with a linear layer",
                "network %s --order fc,rnn",
                network("torch-lstm-1.npz"));
        assertRefused("leaves nothing open here", "network %s --activation relu", network("keras3-lstm-1.keras"));
    }

    /** As the equations give it in NumPy. */
    @ParameterizedTest
    @ValueSource(strings = {"keras3-gru-1.keras", "own-lstm1997-2.safetensors", "own-peephole-2.npz"})
    void writesWhatTheNetworkGivesOnATask(String file) throws IOException {
        Task task = new Task(
                new Alphabet(List.of("a", "b", "c", "d")),
                List.of(new Sequence(List.of("c", "a", "b", "d", "b", "a"))));
        ExperimentFile.write(
                folder.resolve("it.carousel"), new Experiment(task, Hyperparameters.reference(), EngineName.KERNEL));

        assertThat(run("network %s --experiment @it.carousel --states @states.npz", network(file)))
                .isZero();

        Tensor outputs = Npz.read(ZipContent.read(folder.resolve("states.npz")))
                .tensors()
                .get("outputs");
        assertThat(outputs.shape()).containsExactly(1, 5, 4);
        double[] expected = Files.readAllLines(NETWORKS.resolve(file + ".csv")).stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .mapToDouble(Double::parseDouble)
                .toArray();
        assertThat(outputs.values()).containsExactly(expected, within(1e-14));
    }

    @Test
    void whatCannotBeOpenedOrDoneIsSaid() {
        assertRefused("NestedDenseModel", "network %s", network("written-by-keras-3.15.keras"));
        assertRefused("belong together", "network %s --states @states.npz", network("keras3-gru-1.keras"));
        assertThat(folder.resolve("states.npz")).doesNotExist();
    }
}
