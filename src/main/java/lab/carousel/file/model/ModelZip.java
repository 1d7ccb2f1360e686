package lab.carousel.file.model;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import lab.carousel.engine.dl4j.PlainNetwork;
import lab.carousel.model.Experiment;
import lab.carousel.model.layout.Parameters;
import org.deeplearning4j.util.ModelSerializer;

/**
 * A trained network as a model zip of Deeplearning4j, which {@code ModelSerializer.restoreMultiLayerNetwork} loads
 * without this program. It holds the configuration and the parameters, but not the memory of the optimiser.
 */
public final class ModelZip {

    private ModelZip() {}

    /** Bytes of the zip. May take a second or two the first time, when native code is loaded. */
    public static byte[] bytes(Experiment experiment, Parameters parameters) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ModelSerializer.writeModel(PlainNetwork.of(experiment, parameters), bytes, false);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        return bytes.toByteArray();
    }
}
