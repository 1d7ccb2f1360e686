package lab.carousel.engine.dl4j;

import lab.carousel.engine.Engine;
import lab.carousel.engine.Trainer;
import lab.carousel.model.Experiment;
import lab.carousel.model.layout.Parameters;

/** Trains with Deeplearning4j's own solver, in double precision. The reference that other engines must equal. */
public final class Dl4jEngine implements Engine {

    @Override
    public Trainer start(Experiment experiment, Parameters initial) {
        return new Dl4jTrainer(experiment.trained(), initial);
    }
}
