package lab.carousel.engine;

import lab.carousel.model.Experiment;
import lab.carousel.model.layout.Parameters;

/** A way to train networks. Engines have no state of their own and may be used by many threads. */
@FunctionalInterface
public interface Engine {

    /** May take a second or two the first time, when native code is loaded. */
    Trainer start(Experiment experiment, Parameters initial);
}
