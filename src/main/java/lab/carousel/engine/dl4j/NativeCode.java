package lab.carousel.engine.dl4j;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * Loads Deeplearning4j's native code, and sets it up. Every thread that uses Deeplearning4j calls {@link #load} first.
 * Loading is done when this class is initialised, so it is done once, and threads that need it at the same time wait for
 * it.
 */
final class NativeCode {

    static {
        // Read when the first native class loads. 0 spares each allocation a look at how much memory the process has.
        System.setProperty("org.bytedeco.javacpp.maxphysicalbytes", "0");
        INDArray loaded = Nd4j.zeros(DataType.DOUBLE, 1, 1);
        Nd4j.factory().blas().setMaxThreads(1);
        loaded.close();
    }

    private NativeCode() {}

    /**
     * Returns when the native code is loaded (at once, except the first time) and set up for the calling thread. OpenMP
     * keeps its number of threads for each calling thread apart, so the thread that trains has to call this itself.
     */
    static void load() {
        // The arrays are small: handing parts of them to other threads costs more than it gains. And with one thread
        // sums are taken in the same order on every machine.
        NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
    }
}
