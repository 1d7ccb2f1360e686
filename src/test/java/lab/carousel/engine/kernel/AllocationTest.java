package lab.carousel.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import lab.carousel.engine.Stretch;
import lab.carousel.engine.Trainer;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.LossWeighting;
import lab.carousel.model.Optimiser;
import lab.carousel.model.Output;
import lab.carousel.model.Settings;
import lab.carousel.model.UpdateInterval;
import lab.carousel.model.layout.Cell;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An update allocates nothing, whatever the settings. */
class AllocationTest {

    static List<Hyperparameters> settings() {
        Hyperparameters small = Hyperparameters.reference().with(Settings.HIDDEN_UNITS, 3);
        Hyperparameters whole = small.with(Settings.UPDATE_INTERVAL, UpdateInterval.WHOLE_SEQUENCE);
        return List.of(
                small,
                whole.with(Settings.LAYERS, 2)
                        .with(Settings.OUTPUT, Output.SOFTMAX)
                        .with(Settings.CLIPPING, 0.1),
                whole.with(Settings.CELL, Cell.GRU)
                        .with(Settings.LAG, 2)
                        .with(Settings.BATCH_SIZE, 2)
                        .with(Settings.OPTIMISER, Optimiser.SGD)
                        .with(Settings.MOMENTUM, 0.9),
                small.with(Settings.CELL, Cell.RECURRENT)
                        .with(Settings.LOSS_WEIGHTING, LossWeighting.LAST_STEP)
                        .with(Settings.OPTIMISER, Optimiser.RMSPROP),
                small.with(Settings.CELL, Cell.DENSE).with(Settings.OPTIMISER, Optimiser.SGD));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void nothing(Hyperparameters hyperparameters) {
        Experiment experiment = Experiment.reference().with(hyperparameters);
        List<Stretch> epoch = Stretch.of(experiment);
        try (Trainer trainer = new KernelEngine().start(experiment, InitialParameters.of(experiment))) {
            update(trainer, epoch, 10_000);
            ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            long before = thread.getCurrentThreadAllocatedBytes();
            update(trainer, epoch, 100_000);
            // Some hundred bytes may be those of the measurement itself; one object per update would be over a million
            assertThat(thread.getCurrentThreadAllocatedBytes() - before).isLessThan(10_000);
        }
    }

    private static void update(Trainer trainer, List<Stretch> epoch, int updates) {
        for (int update = 0; update < updates; update++) {
            Stretch stretch = epoch.get(update % epoch.size());
            stretch.update(trainer);
            if (stretch.endsSequence()) {
                trainer.resetState();
            }
        }
    }
}
