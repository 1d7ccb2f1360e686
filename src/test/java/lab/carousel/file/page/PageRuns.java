package lab.carousel.file.page;

import java.util.stream.Stream;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Output;
import lab.carousel.model.Settings;
import lab.carousel.model.UpdateInterval;
import lab.carousel.task.DrawnTask;
import lab.carousel.task.Task;
import lab.carousel.task.drawn.DrawnKinds;
import lab.carousel.training.RecordedRuns;
import lab.carousel.training.Snapshot;

/** Runs for the tests of the page. */
final class PageRuns {

    private PageRuns() {}

    /** A task with the settings that tests type into the page: 9 units, rate 0.02, the whole sequence, 150 epochs, seed 77. */
    static Experiment typed(Task task) {
        return new Experiment(
                task,
                Hyperparameters.reference()
                        .with(Settings.HIDDEN_UNITS, 9)
                        .with(Settings.LEARNING_RATE, 0.02)
                        .with(Settings.UPDATE_INTERVAL, UpdateInterval.WHOLE_SEQUENCE)
                        .with(Settings.EPOCHS, 150)
                        .with(Settings.SEED, 77L),
                EngineName.KERNEL);
    }

    /** A small task of each drawn kind, with 3 units. */
    static Stream<Experiment> drawn(int epochs) {
        return DrawnKinds.ALL.stream()
                .map(kind -> new Experiment(
                        Task.drawn(DrawnTask.of(
                                kind,
                                kind.parameters().stream()
                                        .mapToInt(each -> Math.max(each.least(), 3))
                                        .toArray())),
                        Hyperparameters.reference()
                                .with(Settings.EPOCHS, epochs)
                                .with(Settings.HIDDEN_UNITS, 3)
                                .with(Settings.OUTPUT, Output.of(kind.targets())),
                        EngineName.KERNEL));
    }

    static Snapshot trained(Experiment experiment) {
        return RecordedRuns.end(experiment);
    }
}
