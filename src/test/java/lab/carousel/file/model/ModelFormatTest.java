package lab.carousel.file.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lab.carousel.Sample;
import lab.carousel.file.model.network.LayerArrays;
import lab.carousel.file.model.network.ReadNetwork;
import lab.carousel.file.model.tensor.NamedTensors;
import lab.carousel.file.model.tensor.Safetensors;
import lab.carousel.file.model.tensor.Tensor;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.Output;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.CellLibrary;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Parameters;
import lab.carousel.task.DrawnTask;
import lab.carousel.task.Task;
import lab.carousel.task.drawn.DrawnTasks;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ModelFormatTest {

    /** Not one bit of a network in this format, which has no checksum of its own, can be another one; without -Pexhaustive, one or two of each byte. */
    @Test
    void everyFlippedBitOfSafetensorsIsSeen() {
        Experiment small = Experiment.reference().with(all -> all.with(Settings.HIDDEN_UNITS, 1));
        byte[] whole = ModelFormat.SAFETENSORS.bytes(small, InitialParameters.of(small));
        NamedTensors right = Safetensors.read("it", whole);
        int key = new String(whole, StandardCharsets.ISO_8859_1).indexOf("carousel.crc32c");
        for (int bit = 0; bit < whole.length * Byte.SIZE; bit += Sample.isExhaustive() ? 1 : 7) {
            byte[] flipped = whole.clone();
            flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            boolean isInKey = bit / Byte.SIZE >= key && bit / Byte.SIZE < key + 15;
            try {
                NamedTensors read = Safetensors.read("it", flipped);
                assertThat(isInKey || flipped[bit / Byte.SIZE] <= ' ')
                        .as("byte %d", bit / Byte.SIZE)
                        .isTrue();
                assertThat(read.tensors()).usingRecursiveComparison().isEqualTo(right.tensors());
            } catch (InvalidInput refused) {
                assertThat(refused).hasMessageContaining("it");
            }
        }
    }

    /** As those before there was a checksum: the number of its letters is kept, so that all offsets are. */
    @Test
    void safetensorsOfAnOlderVersionOpenWithARemark() throws IOException {
        Experiment small = Experiment.reference().with(all -> all.with(Settings.HIDDEN_UNITS, 1));
        byte[] whole = ModelFormat.SAFETENSORS.bytes(small, InitialParameters.of(small));
        Path file = Files.write(folder.resolve("new.safetensors"), whole);
        assertThat(ModelFile.find(file).with(Map.of()).remarks()).isEmpty();
        String old = new String(whole, StandardCharsets.ISO_8859_1).replace("carousel.crc32c", "carousel.before");
        Path older = Files.write(folder.resolve("old.safetensors"), old.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(ModelFile.find(older).with(Map.of()).remarks())
                .containsExactly(Message.of("file.unchecked", older.toString()));
    }

    @TempDir
    private Path folder;

    /** An experiment of a cell, with two layers where that is not the reference. */
    static Experiment experiment(Cell cell, Output output) {
        return Experiment.reference().with(settings(cell, output));
    }

    private static Hyperparameters settings(Cell cell, Output output) {
        return Hyperparameters.reference()
                .with(Settings.CELL, cell)
                .with(Settings.OUTPUT, output)
                .with(Settings.LAYERS, output == Output.SOFTMAX ? 2 : 1)
                .with(Settings.HIDDEN_UNITS, 6);
    }

    /** All weights are others than 0, biases too, but for one whose sign is all it has. */
    static Parameters parameters(Experiment experiment) {
        ParameterLayout layout = experiment.layout();
        double[] values = InitialParameters.of(experiment).toArray();
        for (int index = 0; index < values.length; index++) {
            values[index] += Math.sin(index) / 3;
        }
        values[layout.layer(0).bias()] = -0.0;
        return Parameters.of(layout, values);
    }

    /** With every cell that a library has. */
    static Stream<Experiment> experiments(CellLibrary library) {
        return experiments()
                .filter(experiment -> experiment.layout().cell().name(library).isPresent());
    }

    static Stream<Experiment> experiments() {
        return Cell.all().stream()
                .flatMap(cell -> Stream.of(Output.SIGMOID, Output.SOFTMAX).map(output -> experiment(cell, output)));
    }

    /** With numbers instead of symbols, too. */
    static Stream<Experiment> allExperiments() {
        DrawnTask kind = DrawnTasks.named("adding").kind();
        Task task = Task.drawn(DrawnTask.of(kind, 20));
        Stream<Experiment> numbers = Stream.of(Output.LINEAR, Output.SQUARED).flatMap(output -> Cell.all().stream()
                .map(cell -> new Experiment(task, settings(cell, output), EngineName.KERNEL)));
        return Stream.concat(experiments(), numbers);
    }

    /** Every cell in every format that Carousel opens, or the format says why it has none. */
    @ParameterizedTest
    @MethodSource("allExperiments")
    void isReadBackBitForBitWithWhatItLearned(Experiment experiment) throws IOException {
        Parameters parameters = parameters(experiment);
        for (ModelFormat format : new ModelFormat[] {ModelFormat.KERAS, ModelFormat.SAFETENSORS, ModelFormat.NPZ}) {
            Cell cell = experiment.layout().cell();
            if (format == ModelFormat.KERAS && cell.name(CellLibrary.KERAS).isEmpty()) {
                assertThat(format.obstacle(cell)).contains(Message.of("model.network.noSuchCell", "Keras"));
                continue;
            }
            assertThat(format.obstacle(cell)).isEmpty();
            Path file = folder.resolve("network" + format.ending());
            Files.write(file, format.bytes(experiment, parameters));

            ReadNetwork read = ModelFile.find(file).with(Map.of());

            assertThat(read.parameters()).as("%s", format).isEqualTo(parameters);
            assertThat(read.experiment()).contains(experiment);
            assertThat(read.experiment(experiment.task()).layout()).isEqualTo(experiment.layout());
            assertThat(read.output()).isEqualTo(experiment.hyperparameters().get(Settings.OUTPUT));
            assertThat(read.remarks()).isEmpty();
        }
    }

    @Test
    void isWrittenInOneOrderInEveryRunOfTheProgram() {
        Tensor bias = new Tensor(List.of(1), new double[] {0.5});
        Map<String, String> oneWay = new LinkedHashMap<>();
        oneWay.put("format", "pt");
        oneWay.put("carousel", "{}");

        assertThat(new String(
                        Safetensors.bytes(new NamedTensors(Map.of("bias", bias), oneWay)), StandardCharsets.UTF_8))
                .contains(
                        "{\"__metadata__\":{\"carousel\":\"{}\",\"carousel.crc32c\":\"22d40d23\",\"format\":\"pt\"},");
    }

    @ParameterizedTest
    @CsvSource({
        "network.keras, KERAS",
        "a.b.ONNX, ONNX",
        "x.safetensors, SAFETENSORS",
        "x.npz, NPZ",
        "x.zip, DEEPLEARNING4J"
    })
    void isChosenByTheEndingOfAName(String name, ModelFormat format) {
        assertThat(ModelFormat.of(Path.of(name))).isEqualTo(format);
    }

    @Test
    void namesTheEndingsThereAre() {
        assertThatThrownBy(() -> ModelFormat.of(Path.of("network.pt")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(".keras, .onnx, .safetensors, .npz, .zip");
    }

    @ParameterizedTest
    @EnumSource
    void aFormatHasTheCellsOfItsLibrary(ModelFormat format) {
        boolean isDeeplearning4j = format == ModelFormat.DEEPLEARNING4J;
        assertThat(format.obstacle(Cell.LSTM)).isEmpty();
        assertThat(format.obstacle(Cell.GRU).isPresent()).isEqualTo(isDeeplearning4j);
        assertThat(format.obstacle(Cell.DENSE)).isEmpty();
    }

    @Test
    void aFileOfWeightsAloneNeedsATaskWithAsManySymbols() {
        Experiment experiment = experiment(Cell.LSTM, Output.SIGMOID);
        ReadNetwork read = ReadNetwork.of(parameters(experiment), Output.SOFTMAX);

        Experiment chosen = read.experiment(experiment.task());

        assertThat(chosen.layout()).isEqualTo(experiment.layout());
        assertThat(chosen.hyperparameters().get(Settings.OUTPUT)).isEqualTo(Output.SOFTMAX);
    }

    /** The network of a task of numbers can have one input; of symbols there are always more. */
    @Test
    void aSingleInputNeedsAnExperimentThatSaysSo() {
        ParameterLayout layout = new ParameterLayout(1, 1, 3, Cell.GRU, 2);
        double[] values = new double[layout.size()];
        Arrays.setAll(values, index -> index + 0.5);
        Parameters parameters = Parameters.of(layout, values);
        List<LayerArrays> layers = LayerArrays.of(parameters);

        assertThat(LayerArrays.together(Cell.GRU, layers.subList(0, 2), layers.get(2), Optional.of(layout)))
                .isEqualTo(parameters);
        assertThatThrownBy(() -> LayerArrays.together(Cell.GRU, layers.subList(0, 2), layers.get(2), Optional.empty()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("has 1 inputs");
    }
}
