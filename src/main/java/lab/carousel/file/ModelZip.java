package lab.carousel.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import lab.carousel.engine.dl4j.PlainNetwork;
import lab.carousel.model.Experiment;
import lab.carousel.model.Parameters;
import org.deeplearning4j.util.ModelSerializer;

/**
 * A trained network as a model zip of Deeplearning4j, which {@code ModelSerializer.restoreMultiLayerNetwork} loads
 * without this program. It holds the configuration and the parameters, but not the memory of the optimiser.
 */
public final class ModelZip {

    private ModelZip() {}

    /**
     * The contents of the zip. May take a second or two the first time, when native code is loaded.
     *
     * @param experiment how the network was trained
     * @param parameters the network, in the layout of the experiment
     */
    public static byte[] bytes(Experiment experiment, Parameters parameters) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ModelSerializer.writeModel(PlainNetwork.of(experiment, parameters), bytes, false);
        return bytes.toByteArray();
    }

    /**
     * Writes the zip. The file is there whole or not at all, and an older one stays until then.
     *
     * @throws IOException if the file cannot be written
     */
    public static void write(Experiment experiment, Parameters parameters, Path file) throws IOException {
        byte[] bytes = bytes(experiment, parameters);
        Path target = file.toAbsolutePath();
        Path unfinished = Files.createTempFile(target.getParent(), target.getFileName().toString(), ".tmp");
        try {
            Files.write(unfinished, bytes);
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }
}
