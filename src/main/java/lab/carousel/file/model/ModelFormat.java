package lab.carousel.file.model;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import lab.carousel.file.model.keras.KerasFile;
import lab.carousel.file.model.network.ReadNetwork;
import lab.carousel.file.model.onnx.OnnxModel;
import lab.carousel.file.model.tensor.NamedTensors;
import lab.carousel.file.model.tensor.Npz;
import lab.carousel.file.model.tensor.Safetensors;
import lab.carousel.file.model.torch.TorchArray;
import lab.carousel.model.Experiment;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.CellLibrary;
import lab.carousel.model.layout.Parameters;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;

/** File formats of trained networks. All but Deeplearning4j's hold the experiment, too. */
public enum ModelFormat {
    /** Double precision. */
    KERAS(".keras", Optional.of(CellLibrary.KERAS), KerasFile::bytes),
    /** Single precision. */
    ONNX(".onnx", Optional.of(CellLibrary.ONNX), OnnxModel::bytes),
    /** Arrays of every cell in double precision: those of PyTorch where it has the cell. */
    SAFETENSORS(".safetensors", Optional.empty(), (experiment, parameters) -> {
        Map<String, String> texts = new HashMap<>(ReadNetwork.texts(experiment));
        texts.put("format", "pt");
        return Safetensors.bytes(new NamedTensors(TorchArray.of(parameters), texts));
    }),
    /** The same arrays for NumPy. */
    NPZ(
            ".npz",
            Optional.empty(),
            (experiment, parameters) ->
                    Npz.bytes(new NamedTensors(TorchArray.of(parameters), ReadNetwork.texts(experiment)))),
    /** Double precision. */
    DEEPLEARNING4J(".zip", Optional.of(CellLibrary.DEEPLEARNING4J), ModelZip::bytes);

    private final String ending;
    /** The library whose cells alone it has. */
    private final Optional<CellLibrary> library;

    private final BiFunction<Experiment, Parameters, byte[]> bytes;

    ModelFormat(String ending, Optional<CellLibrary> library, BiFunction<Experiment, Parameters, byte[]> bytes) {
        this.ending = ending;
        this.library = library;
        this.bytes = bytes;
    }

    public byte[] bytes(Experiment experiment, Parameters parameters) {
        return bytes.apply(experiment, parameters);
    }

    /** Why a network of such cells cannot be written; empty if it can. */
    public Optional<Message> obstacle(Cell cell) {
        return library.flatMap(cell::obstacle);
    }

    public String ending() {
        return ending;
    }

    /**
     * @throws InvalidInput if the extension has no format
     */
    public static ModelFormat of(Path file) {
        String name = file.toString();
        return Arrays.stream(values())
                .filter(format -> name.regionMatches(
                        true, name.length() - format.ending.length(), format.ending, 0, format.ending.length()))
                .findFirst()
                .orElseThrow(() -> new InvalidInput(
                        "network.format",
                        file,
                        Arrays.stream(values()).map(ModelFormat::ending).collect(Collectors.joining(", "))));
    }
}
