package lab.carousel.file.model.keras;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import lab.carousel.file.disk.ReadProgress;
import lab.carousel.file.disk.ZipContent;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.file.json.JsonText;
import lab.carousel.file.model.network.FoundNetwork;
import lab.carousel.file.model.network.LayerArrays;
import lab.carousel.file.model.network.OpenQuestion;
import lab.carousel.file.model.network.ReadNetwork;
import lab.carousel.file.model.tensor.Tensor;
import lab.carousel.model.Experiment;
import lab.carousel.model.Output;
import lab.carousel.model.Settings;
import lab.carousel.model.Squashing;
import lab.carousel.model.layout.BlockKind;
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
    /** Variables of a layer, in the order of Keras. */
    private static final Map<BlockKind, String> VARIABLES = new EnumMap<>(Map.of(
            BlockKind.INPUT_KERNEL, "kernel",
            BlockKind.RECURRENT_KERNEL, "recurrent_kernel",
            BlockKind.BIAS, "bias"));

    private final String file;
    private final BiFunction<KerasLayer, BlockKind, Optional<Tensor>> weights;

    private KerasNetwork(String file, BiFunction<KerasLayer, BlockKind, Optional<Tensor>> weights) {
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
            checkSize(zip, METADATA);
            Optional<Experiment> told = zip.has(METADATA)
                    ? Optional.ofNullable(zip.json(METADATA).members().get(ReadNetwork.EXPERIMENT))
                            .map(json -> ExperimentFile.parse(file, json.text()))
                    : Optional.empty();
            return new KerasNetwork(file, (layer, array) -> arrays.array(path(layer, array, isOld))).read(stack, told);
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
            return new KerasNetwork(
                            file,
                            (layer, array) -> arrays.arrayWithin(
                                    List.of("model_weights", layer.name()), VARIABLES.getOrDefault(array, "")))
                    .read(stack, Optional.empty());
        }
    }

    /** Rejects a description too long for a supported network. */
    private static void checkSize(ZipContent zip, String entry) {
        if (zip.has(entry) && zip.bytes(entry).length > MOST_TEXT_BYTES) {
            throw new InvalidInput("file.read.tooLarge", zip.place(entry), MOST_TEXT_MEGABYTES);
        }
    }

    /** Path of an array: Keras 3 names groups by the classes of layers, and arrays by numbers. */
    private static List<String> path(KerasLayer layer, BlockKind array, boolean isOld) {
        boolean isDense = layer.kind().equals(KerasLayer.DENSE);
        String kind =
                layer.kind().equals("SimpleRNN") ? "simple_rnn" : layer.kind().toLowerCase(Locale.ROOT);
        List<String> path =
                new ArrayList<>(List.of(isOld ? OLD_LAYERS : "layers", KerasFile.name(kind, layer.number())));
        if (!isDense) {
            path.add("cell");
        }
        int number = isDense && array == BlockKind.BIAS
                ? 1
                : List.copyOf(VARIABLES.keySet()).indexOf(array);
        path.addAll(List.of("vars", String.valueOf(number)));
        return path;
    }

    private FoundNetwork read(KerasStack stack, Optional<Experiment> told) {
        List<LayerArrays> layers = stack.layers().stream()
                .map(layer -> arrays(layer, stack.cell()))
                .toList();
        Parameters parameters = LayerArrays.together(
                stack.cell(), layers, arrays(stack.outputs(), Cell.DENSE), told.map(Experiment::layout));
        Optional<Output> toldOutput =
                told.map(experiment -> experiment.hyperparameters().get(Settings.OUTPUT));
        Optional<Squashing> toldActivation = toldOutput.map(Output::squashing);
        Optional<Squashing> activation = stack.output().map(Output::squashing);
        if (toldActivation.isPresent() && activation.isPresent() && !toldActivation.equals(activation)) {
            throw new InvalidInput("network.otherExperiment", file);
        }
        Function<Output, ReadNetwork> network =
                output -> new ReadNetwork(parameters, output, Optional.empty(), stack.remarks());
        return toldOutput
                .or(stack::output)
                .map(network)
                .map(certain -> told.map(experiment -> certain.withExperiment(file, experiment))
                        .orElse(certain))
                .map(FoundNetwork::withoutQuestions)
                .orElseGet(() -> new FoundNetwork(
                        List.of(OpenQuestion.OUTPUT), answers -> network.apply(OpenQuestion.output(answers))));
    }

    private LayerArrays arrays(KerasLayer layer, Cell cell) {
        Map<BlockKind, Tensor> arrays = new EnumMap<>(BlockKind.class);
        Tensor kernel = required(layer, BlockKind.INPUT_KERNEL);
        if (kernel.rank() != 2) {
            throw new InvalidInput("network.layer.matrix", layer.name(), kernel.shapeText());
        }
        int width = kernel.length(1);
        int units = layer.units();
        if (width != units * cell.gates().size()) {
            throw new InvalidInput("network.keras.units", layer.name(), kernel.shapeText(), units);
        }
        arrays.put(BlockKind.INPUT_KERNEL, kernel);
        boolean isBiased = layer.is("use_bias", true);
        if (cell.hasRecurrentBias()) {
            Tensor both = isBiased ? required(layer, BlockKind.BIAS) : Tensor.zeros(2, width);
            if (!both.shape().equals(List.of(2, width))) {
                throw new InvalidInput("network.layer.shape", layer.name(), both.shapeText(), "2 x " + width);
            }
            arrays.put(BlockKind.BIAS, Tensor.of(Arrays.copyOf(both.values(), width)));
            arrays.put(BlockKind.RECURRENT_BIAS, Tensor.of(Arrays.copyOfRange(both.values(), width, 2 * width)));
        } else {
            arrays.put(BlockKind.BIAS, isBiased ? required(layer, BlockKind.BIAS) : Tensor.zeros(width));
        }
        if (cell.isRecurrent()) {
            arrays.put(BlockKind.RECURRENT_KERNEL, required(layer, BlockKind.RECURRENT_KERNEL));
        }
        return new LayerArrays(layer.name(), arrays);
    }

    private Tensor required(KerasLayer layer, BlockKind array) {
        return weights.apply(layer, array)
                .orElseThrow(() -> new InvalidInput(
                        "network.keras.missing", file, layer.name(), VARIABLES.getOrDefault(array, "")));
    }
}
