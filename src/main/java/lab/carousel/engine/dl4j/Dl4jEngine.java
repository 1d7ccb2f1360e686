package lab.carousel.engine.dl4j;

import lab.carousel.engine.Engine;
import lab.carousel.engine.Trainer;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Parameters;

/** Trains with Deeplearning4j's own solver, in double precision. The reference that other engines must equal. */
public final class Dl4jEngine implements Engine {

    /**
     * Loads the native code and runs one tiny update through it, so that the first real one does not wait for that.
     * Takes a second or two the first time, so call it on a background thread; {@link #start} waits for it if need
     * be.
     */
    public static void preload() {
        Experiment experiment = Experiment.reference();
        ParameterOrder order = new ParameterOrder(experiment.layout());
        try (Trainer trainer = new Dl4jTrainer(experiment, Parameters.of(order.layout(), new double[order.size()]))) {
            trainer.update(new int[] {0, 1}, 0, 1, 1);
        }
    }

    @Override
    public EngineName name() {
        return EngineName.DL4J;
    }

    @Override
    public Trainer start(Experiment experiment, Parameters initial) {
        return new Dl4jTrainer(experiment, initial);
    }
}
