package lab.carousel.engine.dl4j;

import lab.carousel.engine.Trainer;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.layout.Parameters;

/** Makes Deeplearning4j's trainer for what has no task. */
public final class Dl4jTrainers {

    private Dl4jTrainers() {}

    public static Trainer of(Hyperparameters hyperparameters, Parameters initial) {
        return new Dl4jTrainer(hyperparameters, initial);
    }
}
