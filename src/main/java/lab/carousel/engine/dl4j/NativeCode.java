package lab.carousel.engine.dl4j;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads Deeplearning4j's native code, and sets it up. Every thread that uses Deeplearning4j calls {@link #load} first.
 * Loading is done when this class is initialised, so it is done once, and threads that need it at the same time wait for
 * it.
 */
final class NativeCode {

    private static final Logger LOG = LoggerFactory.getLogger(NativeCode.class);

    private static final Optional<Message> PROBLEM = setUp();

    private NativeCode() {}

    private static Optional<Message> setUp() {
        // Read when the first native class loads. 0 spares each allocation a look at how much memory the process has.
        System.setProperty("org.bytedeco.javacpp.maxphysicalbytes", "0");
        try {
            INDArray loaded = Nd4j.zeros(DataType.DOUBLE, 1, 1);
            Nd4j.factory().blas().setMaxThreads(1);
            loaded.close();
            return Optional.empty();
        } catch (RuntimeException | LinkageError failure) {
            LOG.error("Deeplearning4j cannot be loaded", failure);
            Throwable cause = failure;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            // JavaCPP unpacks the native code into a folder; that there is none is an IOException, the innermost of
            // four
            return Optional.of(
                    cause instanceof IOException
                            ? Message.of(
                                    "model.engine.noFolder",
                                    Path.of(System.getProperty("user.home"), ".javacpp"),
                                    System.getProperty("java.io.tmpdir"))
                            : Message.of("model.engine.notLoaded", String.valueOf(cause.getMessage())));
        }
    }

    /**
     * Returns when the native code is loaded (at once, except the first time) and set up for the calling thread. OpenMP
     * keeps its number of threads for each calling thread apart, so the thread that trains has to call this itself.
     *
     * @throws InvalidInput if it cannot be loaded on this machine
     */
    static void load() {
        InvalidInput.throwIf(PROBLEM);
        // The arrays are small: handing parts of them to other threads costs more than it gains. And with one thread
        // sums are taken in the same order on every machine.
        NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
    }
}
