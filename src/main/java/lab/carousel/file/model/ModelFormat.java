package lab.carousel.file.model;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.file.model.keras.KerasFile;
import lab.carousel.file.model.network.ReadNetwork;
import lab.carousel.file.model.onnx.OnnxModel;
import lab.carousel.file.model.tensor.Npz;
import lab.carousel.file.model.tensor.Safetensors;
import lab.carousel.file.model.tensor.TensorFile;
import lab.carousel.file.model.torch.TorchArrays;
import lab.carousel.model.Experiment;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Parameters;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;

/** How a trained network can be written to a file. All but Deeplearning4j's tell what the network learned, too. */
public enum ModelFormat {
    /** Keras 3, in double precision. */
    KERAS(".keras", Cell.Library.KERAS) {
        @Override
        public byte[] bytes(Experiment experiment, Parameters parameters) {
            return KerasFile.bytes(parameters, experiment.hyperparameters().output(), texts(experiment));
        }
    },
    /** ONNX, in single precision. */
    ONNX(".onnx", Cell.Library.ONNX) {
        @Override
        public byte[] bytes(Experiment experiment, Parameters parameters) {
            return OnnxModel.bytes(parameters, experiment.hyperparameters().output(), texts(experiment));
        }
    },
    /** The arrays of a PyTorch module, in double precision. */
    SAFETENSORS(".safetensors", Cell.Library.PYTORCH) {
        @Override
        public byte[] bytes(Experiment experiment, Parameters parameters) {
            Map<String, String> texts = Map.of("format", "pt", ReadNetwork.EXPERIMENT, json(experiment));
            return Safetensors.bytes(new TensorFile(TorchArrays.of(parameters), texts));
        }
    },
    /** The same arrays for NumPy. */
    NPZ(".npz", Cell.Library.PYTORCH) {
        @Override
        public byte[] bytes(Experiment experiment, Parameters parameters) {
            return Npz.bytes(new TensorFile(TorchArrays.of(parameters), texts(experiment)));
        }
    },
    /** Deeplearning4j, in double precision. */
    DEEPLEARNING4J(".zip", Cell.Library.DEEPLEARNING4J) {
        @Override
        public byte[] bytes(Experiment experiment, Parameters parameters) {
            return ModelZip.bytes(experiment, parameters);
        }
    };

    private final String ending;
    private final Cell.Library library;

    ModelFormat(String ending, Cell.Library library) {
        this.ending = ending;
        this.library = library;
    }

    /**
     * The bytes of a file.
     *
     * @param experiment how the network was trained
     * @param parameters the network, in the layout of the experiment
     */
    public abstract byte[] bytes(Experiment experiment, Parameters parameters);

    /** Why there is no file of a network of such cells, if there is none. */
    public Optional<Message> obstacle(Cell cell) {
        return cell.obstacle(library);
    }

    /** How the names of its files end, with the dot. */
    public String ending() {
        return ending;
    }

    private static String json(Experiment experiment) {
        return ExperimentFile.toJson(experiment);
    }

    private static Map<String, String> texts(Experiment experiment) {
        return Map.of(ReadNetwork.EXPERIMENT, json(experiment));
    }

    /**
     * The format that the name of a file asks for.
     *
     * @throws InvalidInput if it asks for none
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
