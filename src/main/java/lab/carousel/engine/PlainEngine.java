package lab.carousel.engine;

import java.util.function.BiFunction;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Parameters;

/** An engine whose trainers need to know of an experiment no more than its hyperparameters. */
public abstract class PlainEngine implements Engine {

    private final EngineName name;
    private final BiFunction<Hyperparameters, Parameters, Trainer> trainers;

    protected PlainEngine(EngineName name, BiFunction<Hyperparameters, Parameters, Trainer> trainers) {
        this.name = name;
        this.trainers = trainers;
    }

    @Override
    public final EngineName name() {
        return name;
    }

    @Override
    public final Trainer start(Experiment experiment, Parameters initial) {
        return trainers.apply(
                experiment.hyperparameters().with(Settings.LOSS_WEIGHTING, experiment.lossWeighting()), initial);
    }
}
