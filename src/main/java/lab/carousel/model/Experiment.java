package lab.carousel.model;

import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.task.MemorylessFloor;
import lab.carousel.task.ScoredSteps;
import lab.carousel.task.Task;
import lab.carousel.text.InvalidInput;

/**
 * A task, the hyperparameters and the engine: everything that determines a run, and what a file holds.
 *
 * @param task            what is to be learned
 * @param hyperparameters how
 * @param engine          with what
 */
public record Experiment(Task task, Hyperparameters hyperparameters, EngineName engine) {

    /**
     * Checks that task and hyperparameters can work together.
     *
     * @throws InvalidInput if a sequence is shorter than the lag, the batch has more slots than the longest sequence has
     *                      steps with a whole lag before them, or the engine cannot train this
     */
    public Experiment {
        int lag = hyperparameters.lag();
        if (lag > task.shortestSteps()) {
            throw new InvalidInput("model.lag.overSteps", lag, task.shortestSteps());
        }
        int steps = task.longestSteps() - (lag - 1);
        if (hyperparameters.batchSize() > steps) {
            throw new InvalidInput("model.batchSize.overSteps", hyperparameters.batchSize(), steps);
        }
        engine.obstacle(task, hyperparameters).ifPresent(message -> {
            throw new InvalidInput(message);
        });
    }

    /** The reference experiment: the tutorial (DESIGN §1). */
    public static Experiment reference() {
        return new Experiment(Task.reference(), Hyperparameters.reference(), EngineName.KERNEL);
    }

    /** The same with other hyperparameters. */
    public Experiment with(Hyperparameters other) {
        return new Experiment(task, other, engine);
    }

    /**
     * The weights of the steps in training. Where the network has outputs for some symbols only, those can be asked for
     * at the last step alone, whatever the hyperparameters say.
     */
    public LossWeighting lossWeighting() {
        return task.outputs() < task.alphabet().size() ? LossWeighting.LAST_STEP : hyperparameters.lossWeighting();
    }

    /** The steps that loss, recall and margin are taken over: those with an error signal, unless the task says so. */
    public ScoredSteps scoredSteps() {
        return new ScoredSteps(
                hyperparameters.lag() - 1,
                task.scoresLastStepOnly() || lossWeighting().isLastStepOnly());
    }

    /**
     * The lowest loss that a predictor could reach which sees only the last m symbols.
     *
     * @param symbolsSeen m, at least 1
     */
    public MemorylessFloor.Loss floor(int symbolsSeen) {
        return hyperparameters.output().floor(MemorylessFloor.of(task, symbolsSeen, scoredSteps()));
    }

    /** The shape of the network's parameters. */
    public ParameterLayout layout() {
        return new ParameterLayout(
                task.alphabet().size(),
                task.outputs(),
                hyperparameters.hiddenUnits(),
                hyperparameters.cell(),
                hyperparameters.layers());
    }
}
