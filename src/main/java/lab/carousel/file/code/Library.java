package lab.carousel.file.code;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.CellLibrary;
import lab.carousel.task.Steps;
import lab.carousel.task.SupplyRule;
import lab.carousel.task.series.Leak;
import lab.carousel.task.series.Series;
import lab.carousel.text.Message;

public enum Library {
    KERAS("Keras", CellLibrary.KERAS),
    PYTORCH("PyTorch", CellLibrary.PYTORCH),
    /** Deeplearning4j 1.0.0-M2.1, in Java. */
    DEEPLEARNING4J("Deeplearning4j", CellLibrary.DEEPLEARNING4J);

    private final String title;
    private final CellLibrary cells;

    Library(String title, CellLibrary cells) {
        this.title = title;
        this.cells = cells;
    }

    public String title() {
        return title;
    }

    /** {@code .py} or {@code .java}. */
    public String extension() {
        return this == DEEPLEARNING4J ? ".java" : ".py";
    }

    CellLibrary cells() {
        return cells;
    }

    String template() {
        return name().toLowerCase(Locale.ROOT) + extension();
    }

    /** Why an experiment cannot be exported: it would train something else in this library. */
    public Optional<Message> obstacle(Experiment experiment) {
        Hyperparameters hyperparameters = experiment.hyperparameters();
        Optional<Message> drawn = experiment.task().supply().rule().map(SupplyRule::title);
        if (drawn.isPresent()) {
            return Optional.of(Message.of("code.obstacle.drawn", drawn.get()));
        }
        Optional<Leak> leak =
                Series.of(experiment.task()).map(series -> series.feed().leak());
        if (leak.isPresent() && this == DEEPLEARNING4J) {
            return Optional.of(Message.of("code.obstacle.series"));
        }
        if (leak.equals(Optional.of(Leak.WINDOWS))) {
            return Optional.of(Message.of("code.obstacle.windows"));
        }
        if (this == KERAS && leavesSlotsOut(experiment)) {
            return Optional.of(Message.of("code.obstacle.kerasSlots"));
        }
        if (this == DEEPLEARNING4J && !Settings.kernelOnly(hyperparameters).isEmpty()) {
            return Optional.of(Message.of("code.obstacle.deeplearning4j", Settings.kernelOnlyWords(hyperparameters)));
        }
        if (hyperparameters.get(Settings.OPTIMISER).in(cells).isEmpty()) {
            return Optional.of(
                    Message.of("code.obstacle.optimiser", title, Settings.OPTIMISER.valueText(hyperparameters)));
        }
        return hyperparameters.get(Settings.CELL).obstacle(cells);
    }

    /**
     * Whether at the end of a sequence some slots have no step left, but must keep their states. A stateful network of
     * Keras always feeds all its slots.
     */
    private static boolean leavesSlotsOut(Experiment experiment) {
        Hyperparameters hyperparameters = experiment.hyperparameters();
        boolean keepsStates = hyperparameters.get(Settings.CELL).isRecurrent()
                && (hyperparameters.get(Settings.RESET_POLICY) == ResetPolicy.AFTER_EPOCH
                        || hyperparameters.get(Settings.RESET_POLICY) == ResetPolicy.NEVER);
        int lag = hyperparameters.get(Settings.LAG);
        return keepsStates
                && Arrays.stream(experiment.task().supply().learned())
                        .mapToInt(Steps::size)
                        .anyMatch(steps -> (steps - lag + 1) % hyperparameters.get(Settings.BATCH_SIZE) != 0);
    }
}
