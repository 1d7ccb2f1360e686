package lab.carousel.engine.kernel;

import lab.carousel.engine.Engine;
import lab.carousel.engine.Trainer;
import lab.carousel.model.Experiment;
import lab.carousel.model.layout.Parameters;

public final class KernelEngine implements Engine {

    @Override
    public Trainer start(Experiment experiment, Parameters initial) {
        return new KernelTrainer(experiment.trained(), initial);
    }
}
