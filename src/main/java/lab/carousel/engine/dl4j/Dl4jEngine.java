package lab.carousel.engine.dl4j;

import lab.carousel.engine.PlainEngine;
import lab.carousel.model.EngineName;

/** Trains with Deeplearning4j's own solver, in double precision. The reference that other engines must equal. */
public final class Dl4jEngine extends PlainEngine {

    public Dl4jEngine() {
        super(EngineName.DL4J, Dl4jTrainer::new);
    }
}
