package lab.carousel.engine.kernel;

import lab.carousel.engine.PlainEngine;
import lab.carousel.model.EngineName;

/** Our own engine: the arithmetic of an update and nothing else. */
public final class KernelEngine extends PlainEngine {

    /** An engine, which has no state. */
    public KernelEngine() {
        super(EngineName.KERNEL, KernelTrainer::new);
    }
}
