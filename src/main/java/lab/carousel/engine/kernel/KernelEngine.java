package lab.carousel.engine.kernel;

import lab.carousel.engine.PlainEngine;
import lab.carousel.model.EngineName;

public final class KernelEngine extends PlainEngine {

    public KernelEngine() {
        super(EngineName.KERNEL, KernelTrainer::new);
    }
}
