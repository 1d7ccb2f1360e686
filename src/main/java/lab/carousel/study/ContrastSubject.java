package lab.carousel.study;

import lab.carousel.model.Experiment;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.layout.Parameters;
import lab.carousel.task.Task;

/**
 * A network as it is fed.
 *
 * @param experiment its task and how it is fed
 */
public record ContrastSubject(String name, Experiment experiment, Parameters parameters) {

    /** Whether the steps of another one are the same. */
    public boolean hasTheTaskOf(ContrastSubject other) {
        Task task = experiment.task();
        Task others = other.experiment.task();
        return task.alphabet().equals(others.alphabet())
                && task.sequences().equals(others.sequences())
                && task.outputs() == others.outputs();
    }

    /** Whether a unit is the same one in another network: both began with the same weights. */
    boolean hasTheUnitsOf(ContrastSubject other) {
        return InitialParameters.of(experiment).equals(InitialParameters.of(other.experiment));
    }
}
