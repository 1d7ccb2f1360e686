package lab.carousel.ui.forks;

import static org.assertj.core.api.Assertions.assertThat;

import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.task.Task;
import lab.carousel.task.memory.UnknowableStep;
import org.junit.jupiter.api.Test;

class MendingTest {

    private static final Hyperparameters REFERENCE = Hyperparameters.reference();

    @Test
    void mendsWhateverKeepsStepsFromBeingKnown() {
        mends(Task.parse("A B C", "A B C", "A C B"), REFERENCE);
        mends(Task.reference(), REFERENCE.with(Settings.CELL, Cell.DENSE));
        mends(Task.reference(), REFERENCE.with(Settings.RESET_POLICY, ResetPolicy.EVERY_STEP));
        mends(Task.reference(), REFERENCE.with(Settings.BATCH_SIZE, 4));
    }

    private static void mends(Task task, Hyperparameters settings) {
        Experiment experiment = new Experiment(task, settings, EngineName.KERNEL);
        UnknowableStep step = experiment.memory().unknowable().get(0);
        Experiment mended = ForksPlace.mended(experiment, step.reason()).orElseThrow();
        assertThat(mended.memory().unknowable()).as(step.toString()).isEmpty();
    }
}
