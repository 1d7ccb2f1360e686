package lab.carousel.ui.forks;

import java.util.Optional;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.layout.Cell;
import lab.carousel.task.OwnBeginnings;
import lab.carousel.task.memory.UnknowableStep.Reason;
import lab.carousel.text.InvalidInput;

/** What makes steps known that nobody can know. */
final class Mending {

    private Mending() {}

    /** The experiment with what a reason asks for; empty if that cannot be. */
    static Optional<Experiment> of(Experiment experiment, Reason reason) {
        Hyperparameters settings = experiment.hyperparameters();
        try {
            return switch (reason) {
                case TASK ->
                    OwnBeginnings.of(experiment.task())
                            .map(task -> new Experiment(task, settings, experiment.engine()));
                case NO_STATE -> Optional.of(experiment.with(settings.withCell(Cell.LSTM)));
                case RESET_EVERY_STEP, NO_BEGINNING ->
                    Optional.of(experiment.with(settings.withResetPolicy(ResetPolicy.AFTER_SEQUENCE)));
                case SLOTS -> Optional.of(experiment.with(settings.withBatchSize(1)));
            };
        } catch (InvalidInput unsuitable) {
            // The engine cannot train it: then there is nothing to offer
            return Optional.empty();
        }
    }
}
