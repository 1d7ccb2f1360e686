package lab.carousel.study.many;

import java.util.function.UnaryOperator;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.task.Task;

/** What a choice makes of an experiment. Always gives the same for the same experiment. */
@FunctionalInterface
public interface Change {

    /** @throws lab.carousel.text.InvalidInput if there is no such experiment */
    Experiment applyTo(Experiment experiment);

    static Change of(UnaryOperator<Hyperparameters> change) {
        return experiment -> experiment.with(change).checked();
    }

    static Change to(Task task) {
        return experiment -> new Experiment(task, experiment.hyperparameters(), experiment.engine()).checked();
    }

    default Change and(Change next) {
        return experiment -> next.applyTo(applyTo(experiment));
    }
}
