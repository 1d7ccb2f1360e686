package lab.carousel.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lab.carousel.engine.Engine;
import lab.carousel.engine.ForwardingTrainer;
import lab.carousel.engine.Trainer;
import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Optimiser;
import lab.carousel.model.Settings;
import lab.carousel.model.UpdateInterval;
import lab.carousel.model.layout.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A training writes over the parameters of epochs that nobody holds, and of no others. */
class ReusedParametersTest {

    private static final int EPOCHS = 700;

    /** A picture of a training, and all numbers in it at the moment it was taken. */
    private record Taken(Snapshot snapshot, List<double[]> numbers) {

        static Taken now(Training training) {
            Snapshot snapshot = training.snapshot();
            return new Taken(snapshot, numbers(snapshot));
        }

        static List<double[]> numbers(Snapshot snapshot) {
            List<double[]> numbers = new ArrayList<>();
            numbers.add(snapshot.parameters().toArray());
            snapshot.recorded()
                    .all()
                    .forEach(epoch -> numbers.add(epoch.parameters().toArray()));
            snapshot.update().ifPresent(update -> {
                numbers.add(update.before().toArray());
                numbers.add(update.after().toArray());
            });
            return numbers;
        }

        void assertUnchanged() {
            List<double[]> later = numbers(snapshot);
            assertThat(later).hasSameSizeAs(numbers);
            for (int index = 0; index < later.size(); index++) {
                assertThat(later.get(index)).isEqualTo(numbers.get(index));
            }
        }
    }

    private static Experiment experiment(UpdateInterval interval) {
        return Experiment.reference()
                .with(Hyperparameters.reference()
                        .with(Settings.HIDDEN_UNITS, 3)
                        .with(Settings.EPOCHS, EPOCHS)
                        .with(Settings.UPDATE_INTERVAL, interval));
    }

    /** A history of 15 epochs, so that most are given up. */
    private static Training training(Experiment experiment, Engine engine) {
        return new Training(
                experiment,
                engine,
                Optional.empty(),
                new ParameterHistory(experiment, 15 * ParameterHistory.bytesPerEpoch(experiment)));
    }

    /** Asked in the middle of epochs and at their ends, often and seldom, watched and not. */
    @ParameterizedTest
    @CsvSource({"1, 1", "1, 3", "1, 8", "1, 37", "1, 200", "4, 1", "4, 2", "4, 5", "4, 64"})
    void noPictureChangesWhileTrainingGoesOn(int interval, int updatesBetween) {
        Experiment experiment = experiment(new UpdateInterval(interval));
        List<Taken> taken = new ArrayList<>();
        try (Training training = training(experiment, new KernelEngine());
                Training alone = training(experiment, new KernelEngine())) {
            for (long update = 0; !training.isFinished(); update++) {
                training.watchUpdates(update / 500 % 2 == 1);
                training.advance();
                alone.advance();
                if (update % 3 == 0) {
                    training.evaluation();
                }
                if (update % updatesBetween == 0) {
                    taken.add(Taken.now(training));
                    if (taken.size() > 60) {
                        taken.remove(0).assertUnchanged();
                    }
                }
            }
            taken.add(Taken.now(training));
            taken.forEach(Taken::assertUnchanged);
            assertThat(alone.snapshot().parameters())
                    .isEqualTo(training.snapshot().parameters());
            assertThat(alone.snapshot().recorded().all())
                    .isEqualTo(training.snapshot().recorded().all());
        }
    }

    /** The last good network is told of after the next one was found to be none. */
    @Test
    void theLastGoodNetworkOutlivesTheOneThatDiverged() {
        Experiment wild = Experiment.reference()
                .with(Hyperparameters.reference()
                        .with(Settings.HIDDEN_UNITS, 3)
                        .with(Settings.EPOCHS, EPOCHS)
                        .with(Settings.OPTIMISER, Optimiser.SGD));
        List<double[]> epochs = new ArrayList<>();
        Engine broken = new CountingEngine() {
            @Override
            double[] seen(double[] values) {
                epochs.add(values.clone());
                if (epochs.size() == 400) {
                    values[0] = Double.POSITIVE_INFINITY;
                }
                return values;
            }
        };
        try (Training training = training(wild, broken)) {
            while (!training.isFinished()) {
                training.advance();
            }
            assertThat(training.divergence().map(Divergence::epoch)).contains(400);
            assertThat(training.snapshot().parameters().toArray()).isEqualTo(epochs.get(398));
        }
    }

    @Test
    void anEpochThatNobodyAsksForAndThatIsNotKeptTakesNoMemory() {
        CountingEngine engine = new CountingEngine();
        try (Training training = training(experiment(UpdateInterval.WHOLE_SEQUENCE), engine)) {
            while (!training.isFinished()) {
                training.advance();
            }
            int kept = training.snapshot().recorded().size();
            assertThat(kept).isLessThan(16);
            assertThat(engine.made + engine.writtenOver).isEqualTo(EPOCHS);
            assertThat(engine.made).isLessThan(60);
        }
    }

    @Test
    void anUpdateThatIsWatchedButThatNobodyAsksForTakesNoMemory() {
        CountingEngine engine = new CountingEngine();
        try (Training training = training(experiment(new UpdateInterval(1)), engine)) {
            training.watchUpdates(true);
            while (!training.isFinished()) {
                training.advance();
            }
        }
        // Eight updates in an epoch: two of them after the picture of its end need arrays of their own
        assertThat(engine.writtenOver).isGreaterThanOrEqualTo(6 * EPOCHS);
        assertThat(engine.made).isLessThan(3 * EPOCHS + 60);
    }

    /** The kernel, with a count of how its parameters are asked for. */
    private static class CountingEngine implements Engine {

        int made;
        int writtenOver;

        double[] seen(double[] values) {
            return values;
        }

        @Override
        public Trainer start(Experiment experiment, Parameters initial) {
            return new ForwardingTrainer(new KernelEngine().start(experiment, initial)) {
                @Override
                public Parameters parameters() {
                    made++;
                    Parameters now = super.parameters();
                    return Parameters.of(now.layout(), seen(now.toArray()));
                }

                @Override
                public Parameters parameters(Parameters over) {
                    writtenOver++;
                    Parameters now = super.parameters(over);
                    double[] values = seen(now.toArray());
                    return Parameters.writtenOver(now, into -> System.arraycopy(values, 0, into, 0, into.length));
                }
            };
        }
    }
}
