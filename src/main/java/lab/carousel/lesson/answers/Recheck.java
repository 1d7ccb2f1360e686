package lab.carousel.lesson.answers;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import lab.carousel.engine.Engine;
import lab.carousel.lesson.LessonResult;
import lab.carousel.lesson.LessonRun;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.training.QuietTraining;

/** Trains a run again from its seed and settings, and compares what comes of it. Used in the background. */
public final class Recheck {

    /** Most multiplications for one run, about a minute. */
    private static final double MOST_WORK = 3e10;

    private final Engine kernel;
    private final BooleanSupplier isCancelled;

    public Recheck(Engine kernel, BooleanSupplier isCancelled) {
        this.kernel = kernel;
        this.isCancelled = isCancelled;
    }

    /** Checks a run; unchanged if that was cancelled. */
    public PooledRun of(PooledRun pooled) {
        LessonRun run = pooled.run();
        if (pooled.check() != Check.OPEN) {
            return pooled;
        }
        Optional<TrainedNetwork> found = network(run);
        if (isCancelled.getAsBoolean()) {
            return pooled;
        }
        return found.map(network -> LessonResult.of(network.evaluation()))
                .map(result -> pooled.with(
                        result.verdict() == run.result().verdict()
                                        && result.right() == run.result().right()
                                ? Check.CONFIRMED
                                : Check.CORRECTED,
                        result))
                .orElseGet(() -> pooled.with(Check.UNCHECKED, run.result()));
    }

    private static double work(Experiment experiment, int epochs) {
        return (double) experiment.task().steps()
                * epochs
                * experiment.layout().size()
                * experiment.hyperparameters().get(Settings.LAG);
    }

    /** The network of a run, equal to the last bit; empty if it diverges, or would take too long here. */
    public Optional<TrainedNetwork> network(LessonRun run) {
        Experiment experiment =
                new Experiment(run.experiment().task(), run.experiment().hyperparameters(), EngineName.KERNEL);
        if (work(experiment, run.epoch()) > MOST_WORK) {
            return Optional.empty();
        }
        try (QuietTraining training = new QuietTraining(experiment, kernel)) {
            while (!training.isFinished() && training.epoch() < run.epoch() && !isCancelled.getAsBoolean()) {
                training.advance();
            }
            return training.evaluate()
                    .map(evaluation ->
                            new TrainedNetwork(experiment, training.epoch(), training.parameters(), evaluation));
        }
    }
}
