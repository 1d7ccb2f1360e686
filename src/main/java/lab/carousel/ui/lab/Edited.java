package lab.carousel.ui.lab;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.task.Task;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;

/** The experiment as edited, or why what stands in the editors is none. */
final class Edited {

    final ReadOnlyObjectWrapper<Optional<Experiment>> experiment = new ReadOnlyObjectWrapper<>(Optional.empty());
    final ReadOnlyObjectWrapper<Optional<Message>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    /** Whether the chosen engine is quick enough to train anew with every edit. */
    final ReadOnlyBooleanWrapper canBeLive = new ReadOnlyBooleanWrapper();

    Edited(Experiment initial) {
        experiment.set(Optional.of(initial));
        canBeLive.set(isQuick(initial.engine()));
    }

    private static boolean isQuick(EngineName engine) {
        return engine == EngineName.KERNEL;
    }

    /** Takes over what the editors hold; empty where they hold something that is not valid. */
    void edit(Optional<Task> task, Optional<Hyperparameters> hyperparameters, EngineName engine) {
        Optional<Experiment> now = Optional.empty();
        Optional<Message> conflict = Optional.empty();
        if (task.isPresent() && hyperparameters.isPresent()) {
            try {
                now = Optional.of(new Experiment(task.get(), hyperparameters.get(), engine));
            } catch (InvalidInput invalid) {
                conflict = Optional.of(invalid.problem());
            }
        }
        problem.set(conflict);
        experiment.set(now);
        canBeLive.set(isQuick(engine));
    }
}
