package lab.carousel.file.model.keras;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import lab.carousel.file.disk.ReadProgress;
import lab.carousel.file.disk.ZipContent;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.file.json.JsonText;
import lab.carousel.file.json.JsonValue;
import lab.carousel.file.model.network.FoundNetwork;
import lab.carousel.file.model.network.LayerArrays;
import lab.carousel.file.model.network.NetworkAssembly;
import lab.carousel.file.model.network.OpenQuestion;
import lab.carousel.file.model.network.ReadNetwork;
import lab.carousel.file.model.tensor.Tensor;
import lab.carousel.model.Experiment;
import lab.carousel.model.Output;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Parameters;
import lab.carousel.text.InvalidInput;

/**
 * Reads networks that Keras saved: the zip of Keras 3 ({@code .keras}), and the HDF5 file of Keras 2 and 3 ({@code
 * .h5}). Only descriptions and numbers are read; nothing is ever run.
 */
public final class KerasNetwork {

    static final String CONFIG = "config.json";
    static final String METADATA = "metadata.json";
    /** Split, so that it does not look like a message key. */
    static final String WEIGHTS = "model" + ".weights.h5";

    private static final String MODEL_CONFIG = "model_config";
    private static final String OLD_LAYERS = "_layer_checkpoint_dependencies";
    private static final int MOST_TEXT_MEGABYTES = 4;
    private static final int MOST_TEXT_BYTES = MOST_TEXT_MEGABYTES * 1_000_000;
    private static final List<String> VARIABLES = List.of("kernel", "recurrent_kernel", "bias");

    private interface Weights {

        /** One of {@link #VARIABLES}; empty if the layer has none. */
        Optional<Tensor> array(KerasLayer layer, String variable);
    }

    private final String file;
    private final Weights weights;

    private KerasNetwork(String file, Weights weights) {
        this.file = file;
        this.weights = weights;
    }

    public static boolean isHdf(byte[] bytes) {
        return HdfArrays.isHdf(bytes);
    }

    public static boolean isKeras(ZipContent zip) {
        return zip.has(CONFIG) && (zip.has(WEIGHTS) || zip.has(METADATA));
    }

    /**
     * Reads a zip of Keras 3.
     *
     * @throws InvalidInput if it holds no supported network; names the layer
     */
    public static FoundNetwork of(String file, ZipContent zip, ReadProgress progress) {
        checkSize(zip, CONFIG);
        KerasStack stack = KerasStack.of(zip.json(CONFIG));
        try (HdfArrays arrays = HdfArrays.open(zip.place(WEIGHTS), zip.bytes(WEIGHTS), progress)) {
            boolean isOld = arrays.has(OLD_LAYERS);
            Weights weights = (layer, variable) -> arrays.array(path(layer, variable, isOld));
            checkSize(zip, METADATA);
            Optional<String> told = zip.has(METADATA)
                    ? Optional.ofNullable(zip.json(METADATA).members().get(ReadNetwork.EXPERIMENT))
                            .map(JsonValue::text)
                    : Optional.empty();
            return new KerasNetwork(file, weights).read(stack, told.map(json -> ExperimentFile.parse(file, json)));
        }
    }

    /**
     * Reads an HDF5 file of Keras.
     *
     * @throws InvalidInput if it holds no supported network; names the layer
     */
    public static FoundNetwork of(String file, byte[] bytes, ReadProgress progress) {
        try (HdfArrays arrays = HdfArrays.open(file, bytes, progress)) {
            String config =
                    arrays.text(MODEL_CONFIG).orElseThrow(() -> new InvalidInput("network.hdf5.noConfig", file));
            KerasStack stack = KerasStack.of(JsonText.parse(file + ", " + MODEL_CONFIG, config));
            Weights weights = (layer, variable) -> arrays.arrayWithin(List.of("model_weights", layer.name()), variable);
            return new KerasNetwork(file, weights).read(stack, Optional.empty());
        }
    }

    /** Rejects a description too long for a supported network. */
    private static void checkSize(ZipContent zip, String entry) {
        if (zip.has(entry) && zip.bytes(entry).length > MOST_TEXT_BYTES) {
            throw new InvalidInput("file.read.tooLarge", zip.place(entry), MOST_TEXT_MEGABYTES);
        }
    }

    /** Path of an array: Keras 3 names groups by the classes of layers, and arrays by numbers. */
    private static List<String> path(KerasLayer layer, String variable, boolean isOld) {
        boolean isDense = layer.kind().equals("Dense");
        String kind =
                layer.kind().equals("SimpleRNN") ? "simple_rnn" : layer.kind().toLowerCase(Locale.ROOT);
        String group = layer.number() == 0 ? kind : kind + "_" + layer.number();
        int number = isDense && variable.equals("bias") ? 1 : VARIABLES.indexOf(variable);
        return Stream.concat(
                        Stream.of(isOld ? OLD_LAYERS : "layers", group),
                        isDense
                                ? Stream.of("vars", String.valueOf(number))
                                : Stream.of("cell", "vars", String.valueOf(number)))
                .toList();
    }

    private FoundNetwork read(KerasStack stack, Optional<Experiment> told) {
        List<LayerArrays> layers = new ArrayList<>();
        for (KerasLayer layer : stack.layers()) {
            layers.add(arrays(layer, stack.cell()));
        }
        Parameters parameters = NetworkAssembly.of(stack.cell(), layers, arrays(stack.outputs(), Cell.DENSE));
        Function<Output, ReadNetwork> network =
                output -> new ReadNetwork(parameters, output, Optional.empty(), stack.remarks());
        if (told.isPresent()
                && stack.output().isPresent()
                && told.get().hyperparameters().get(Settings.OUTPUT)
                        != stack.output().get()) {
            throw new InvalidInput("network.otherExperiment", file);
        }
        Optional<Output> output = told.map(
                        experiment -> experiment.hyperparameters().get(Settings.OUTPUT))
                .or(stack::output);
        if (output.isPresent()) {
            ReadNetwork certain = network.apply(output.get());
            return FoundNetwork.withoutQuestions(told.map(experiment -> certain.withExperiment(file, experiment))
                    .orElse(certain));
        }
        return new FoundNetwork(
                List.of(OpenQuestion.usually(OpenQuestion.Subject.OUTPUT, "sigmoid", "softmax")),
                answers -> network.apply(
                        "softmax".equals(answers.get(OpenQuestion.Subject.OUTPUT)) ? Output.SOFTMAX : Output.SIGMOID));
    }

    private LayerArrays arrays(KerasLayer layer, Cell cell) {
        Tensor kernel = required(layer, "kernel");
        if (kernel.rank() != 2) {
            throw new InvalidInput("network.layer.matrix", layer.name(), kernel.shapeText());
        }
        int width = kernel.length(1);
        int units = layer.units();
        if (width != units * cell.gates().size()) {
            throw new InvalidInput("network.keras.units", layer.name(), kernel.shapeText(), units);
        }
        boolean hasTwo = cell == Cell.GRU;
        Tensor written = layer.is("use_bias", true)
                ? required(layer, "bias")
                : hasTwo ? Tensor.zeros(2, width) : Tensor.zeros(width);
        if (hasTwo && !written.shape().equals(List.of(2, width))) {
            throw new InvalidInput("network.layer.shape", layer.name(), written.shapeText(), "2 x " + width);
        }
        Tensor bias = hasTwo ? row(written, 0) : written;
        Optional<Tensor> second = hasTwo ? Optional.of(row(written, 1)) : Optional.empty();
        Optional<Tensor> recurrent =
                cell.isRecurrent() ? Optional.of(required(layer, "recurrent_kernel")) : Optional.empty();
        return new LayerArrays(layer.name(), kernel, recurrent, bias, second);
    }

    private Tensor required(KerasLayer layer, String variable) {
        return weights.array(layer, variable)
                .orElseThrow(() -> new InvalidInput("network.keras.missing", file, layer.name(), variable));
    }

    private static Tensor row(Tensor matrix, int row) {
        int width = matrix.length(1);
        return Tensor.of(Arrays.copyOfRange(matrix.values(), row * width, (row + 1) * width));
    }
}
