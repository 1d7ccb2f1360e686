package lab.carousel.file.model;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import lab.carousel.engine.dl4j.PlainNetwork;
import lab.carousel.model.Experiment;
import lab.carousel.model.layout.Parameters;
import org.deeplearning4j.util.ModelSerializer;

/**
 * A trained network as a model zip of Deeplearning4j, which {@code ModelSerializer.restoreMultiLayerNetwork} loads
 * without this program. It holds the configuration and the parameters, but not the memory of the optimiser,
 * nor the time: the same network is the same bytes.
 */
public final class ModelZip {

    private ModelZip() {}

    /** Bytes of the zip. May take a second or two the first time, when native code is loaded. */
    public static byte[] bytes(Experiment experiment, Parameters parameters) {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ModelSerializer.writeModel(PlainNetwork.of(experiment, parameters), written, false);
            copyWithoutTimes(written.toByteArray(), bytes);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        return bytes.toByteArray();
    }

    private static void copyWithoutTimes(byte[] zip, OutputStream target) throws IOException {
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(zip));
                ZipOutputStream to = new ZipOutputStream(target)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                ZipEntry timeless = new ZipEntry(entry.getName());
                timeless.setTime(0);
                to.putNextEntry(timeless);
                from.transferTo(to);
            }
        }
    }
}
