package lab.carousel.model;

import lab.carousel.message.InvalidInput;
import lab.carousel.task.Task;

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
     * @throws InvalidInput if the batch has more slots than the longest sequence has steps
     */
    public Experiment {
        if (hyperparameters.batchSize() > task.longestSteps()) {
            throw new InvalidInput(
                    "model.batchSize.overSteps", hyperparameters.batchSize(), task.longestSteps());
        }
    }

    /** The reference experiment: the tutorial (DESIGN §1). */
    public static Experiment reference() {
        return new Experiment(Task.reference(), Hyperparameters.reference(), EngineName.DL4J);
    }

    /** The same with other hyperparameters. */
    public Experiment with(Hyperparameters other) {
        return new Experiment(task, other, engine);
    }

    /** The shape of the network's parameters. */
    public ParameterLayout layout() {
        return new ParameterLayout(task.alphabet().size(), hyperparameters.hiddenUnits());
    }
}
