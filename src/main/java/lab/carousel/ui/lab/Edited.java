package lab.carousel.ui.lab;

import java.util.Optional;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.task.Task;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;

/**
 * What the editors hold.
 *
 * @param experiment as edited; empty where something in it is not valid
 * @param problem    why a valid task and valid hyperparameters cannot work together, if they cannot
 * @param engine     the chosen one
 */
record Edited(Optional<Experiment> experiment, Optional<Message> problem, EngineName engine) {

    static Edited of(Experiment experiment) {
        return new Edited(Optional.of(experiment), Optional.empty(), experiment.engine());
    }

    static Edited of(Optional<Task> task, Optional<Hyperparameters> hyperparameters, EngineName engine) {
        if (task.isEmpty() || hyperparameters.isEmpty()) {
            return new Edited(Optional.empty(), Optional.empty(), engine);
        }
        try {
            return of(new Experiment(task.get(), hyperparameters.get(), engine));
        } catch (InvalidInput invalid) {
            return new Edited(Optional.empty(), Optional.of(invalid.problem()), engine);
        }
    }

    /** Whether the chosen engine is quick enough to train anew with every edit. */
    boolean canBeLive() {
        return engine == EngineName.KERNEL;
    }
}
