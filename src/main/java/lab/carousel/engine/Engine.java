package lab.carousel.engine;

import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.layout.Parameters;

/** A way to train networks. Engines have no state of their own and may be used by many threads. */
public interface Engine {

    /** Its name, as it stands in files. */
    EngineName name();

    /**
     * Makes a trainer for an experiment. May take a second or two the first time, when native code is loaded.
     *
     * @param experiment what is to be trained
     * @param initial    the parameters to start from, in the layout of the experiment
     */
    Trainer start(Experiment experiment, Parameters initial);
}
