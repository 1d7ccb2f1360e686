package lab.carousel.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.Sample;
import lab.carousel.engine.Engine;
import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Optimiser;
import lab.carousel.model.Order;
import lab.carousel.model.Output;
import lab.carousel.model.Presets;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Settings;
import lab.carousel.model.UpdateInterval;
import lab.carousel.model.layout.Cell;
import lab.carousel.study.many.WatchedEngine;
import lab.carousel.task.DrawnParameter;
import lab.carousel.task.DrawnTask;
import lab.carousel.task.StoppingRule;
import lab.carousel.task.Task;
import lab.carousel.task.drawn.DrawnKinds;
import lab.carousel.task.drawn.NoisyGap;
import lab.carousel.training.loss.LossCourse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** However a run is looked at, put aside or kept quiet, it comes to the same end, to the last bit. */
class SameRunTest {

    private static final Engine ENGINE = new KernelEngine();

    static Stream<Experiment> listed() {
        Hyperparameters reference =
                Hyperparameters.reference().with(Settings.EPOCHS, 40).with(Settings.LEARNING_RATE, 0.01);
        Hyperparameters forgetful =
                reference.with(Settings.OPTIMISER, Optimiser.SGD).with(Settings.MOMENTUM, 0.0);
        return Stream.concat(
                        Cell.all().stream()
                                .map(cell -> reference.with(Settings.CELL, cell).with(Settings.HIDDEN_UNITS, 5)),
                        Stream.of(
                                reference,
                                forgetful,
                                forgetful.with(Settings.ORDER, Order.SHUFFLED),
                                forgetful.with(Settings.MOMENTUM, 0.9),
                                reference.with(Settings.OPTIMISER, Optimiser.RMSPROP),
                                reference.with(Settings.ORDER, Order.SHUFFLED).with(Settings.LAYERS, 2),
                                reference
                                        .with(Settings.RESET_POLICY, ResetPolicy.NEVER)
                                        .with(Settings.CELL, Cell.GRU),
                                reference
                                        .with(Settings.BATCH_SIZE, 2)
                                        .with(Settings.RESET_POLICY, ResetPolicy.AFTER_EPOCH),
                                reference
                                        .with(Settings.UPDATE_INTERVAL, UpdateInterval.WHOLE_SEQUENCE)
                                        .with(Settings.CLIPPING, 0.1)))
                .map(Experiment.reference()::with);
    }

    private static Snapshot after(Training training, int epochs) {
        while (training.position().epoch() < epochs && !training.isFinished()) {
            training.advance();
        }
        return training.snapshot();
    }

    private static double[] losses(Snapshot snapshot) {
        LossCourse history = snapshot.history();
        return IntStream.range(0, history.size())
                .mapToDouble(point -> history.loss(0, point))
                .toArray();
    }

    private static void assertSame(Snapshot one, Snapshot other) {
        assertThat(one.position()).isEqualTo(other.position());
        assertThat(one.parameters()).isEqualTo(other.parameters());
        assertThat(one.evaluation()).isEqualTo(other.evaluation());
        assertThat(one.criterion()).isEqualTo(other.criterion());
    }

    @ParameterizedTest
    @MethodSource("listed")
    void whoeverLooks(Experiment experiment) {
        try (Training alone = new Training(experiment, ENGINE);
                Training seen = new Training(experiment, ENGINE);
                Training endOnly = Training.endOnly(experiment, ENGINE);
                QuietTraining quiet = new QuietTraining(experiment, ENGINE)) {
            for (int update = 0; !alone.isFinished(); update++) {
                seen.watchUpdates(update % 7 < 4);
                seen.advance();
                alone.advance();
                endOnly.advance();
                quiet.advance();
                Snapshot now = seen.snapshot();
                assertThat(now.update().isPresent()).isEqualTo(update % 7 < 4);
                if (seen.isAtEndOfEpoch()) {
                    assertThat(quiet.evaluate()).contains(now.evaluation());
                    assertThat(quiet.evaluate()).contains(now.evaluation());
                }
            }
            assertSame(seen.snapshot(), alone.snapshot());
            assertSame(endOnly.snapshot(), alone.snapshot());
            assertThat(alone.snapshot().update()).isEmpty();
            assertThat(losses(seen.snapshot())).containsExactly(losses(alone.snapshot()));
            assertThat(alone.snapshot().recorded().size()).isEqualTo(41);
            assertThat(endOnly.snapshot().recorded().size()).as("start and end").isEqualTo(2);
            assertThat(quiet.epoch()).isEqualTo(40);
            assertThat(quiet.isFinished() && quiet.isAtEndOfEpoch()).isTrue();
        }
    }

    /** In the middle of a sequence, with what its trainer remembers; without that it goes on in another way. */
    @ParameterizedTest
    @MethodSource("listed")
    void putAsideAndGoneOnWith(Experiment experiment) {
        try (Training training = new Training(experiment, ENGINE)) {
            after(training, 15);
            for (int update = 0;
                    update < 3
                            && !experiment
                                    .hyperparameters()
                                    .get(Settings.UPDATE_INTERVAL)
                                    .isWholeSequence();
                    update++) {
                training.advance();
            }
            Snapshot there = training.snapshot();
            PausedRun paused = new PausedRun(there, Optional.empty(), training.memory());
            Snapshot uninterrupted = after(training, 40);
            try (Training resumed = new Training(paused, ENGINE);
                    Training forgetful = new Training(new PausedRun(there, Optional.empty()), ENGINE)) {
                assertSame(resumed.snapshot(), there);
                assertThat(resumed.memory()).as("before the first update").isEqualTo(paused.memory());
                Snapshot end = after(resumed, 40);
                assertSame(end, uninterrupted);
                assertThat(losses(end)).containsExactly(losses(uninterrupted));
                assertThat(end.recorded().size()).isEqualTo(41);
                assertThat(after(forgetful, 40).parameters()).isNotEqualTo(uninterrupted.parameters());
            }
        }
    }

    /** With an optimiser without a memory, at the end of an epoch, nothing needs to be remembered. */
    @ParameterizedTest
    @MethodSource("listed")
    void thoseOfEachEpochAreTheEndsOfShorterRuns(Experiment experiment) {
        Hyperparameters settings = experiment.hyperparameters();
        Snapshot end = RecordedRuns.end(experiment, ENGINE, Optional.empty());
        for (int epoch : new int[] {0, 1, 17, 40}) {
            Snapshot alone =
                    RecordedRuns.end(experiment.with(settings.with(Settings.EPOCHS, epoch)), ENGINE, Optional.empty());
            Snapshot past = end.at(end.recorded().get(epoch));
            assertSame(past, alone);
            assertThat(past.verdict()).isEqualTo(alone.verdict());
            assertThat(past.floor()).isEqualTo(alone.floor());
            assertThat(past.history().size()).isEqualTo(epoch);
            assertThat(past.experiment()).isSameAs(end.experiment());
        }
        if (settings.get(Settings.OPTIMISER) == Optimiser.SGD && settings.get(Settings.MOMENTUM) == 0) {
            Origin origin = end.at(end.recorded().get(25)).asOrigin();
            Snapshot gone = RecordedRuns.end(
                    experiment.with(
                            settings.with(Settings.ORDER, Order.AS_LISTED).with(Settings.EPOCHS, 15)),
                    ENGINE,
                    Optional.of(origin));
            if (settings.get(Settings.ORDER) == Order.AS_LISTED) {
                assertThat(gone.parameters()).isEqualTo(end.parameters());
            }
            try (Training resumed =
                    new Training(new PausedRun(end.at(end.recorded().get(25)), Optional.empty()), ENGINE)) {
                assertSame(after(resumed, 40), end);
            }
        }
    }

    @Test
    void afterSoManyUpdatesThatTheCorrectionOfAdamIsDone() {
        Experiment experiment = Experiment.reference().with(all -> all.with(Settings.EPOCHS, 1_000));
        try (Training training = new Training(experiment, ENGINE)) {
            Snapshot there = after(training, 990);
            PausedRun paused = new PausedRun(there, Optional.empty(), training.memory());
            assertThat(paused.memory().orElseThrow().updates()).isEqualTo(7_920);
            try (Training resumed = new Training(paused, ENGINE)) {
                assertSame(after(resumed, 1_000), after(training, 1_000));
            }
        }
    }

    /** Drawn tasks end when they are solved, and go on with the sequences that come next. */
    @ParameterizedTest
    @ValueSource(ints = {2, 20})
    void ofDrawnSequences(int gap) {
        Hyperparameters settings =
                Presets.named("paper2cShort").hyperparameters().with(Settings.CHRONO_SPAN, gap + 10);
        Experiment experiment = new Experiment(Task.drawn(NoisyGap.of(gap, gap)), settings, EngineName.KERNEL);
        Snapshot end = RecordedRuns.end(experiment, ENGINE, Optional.empty());
        try (Training seen = new Training(experiment, ENGINE);
                QuietTraining quiet = new QuietTraining(experiment, ENGINE)) {
            while (!seen.isFinished()) {
                seen.advance();
                seen.snapshot();
            }
            assertSame(seen.snapshot(), end);
            while (!quiet.isFinished()) {
                quiet.advance();
            }
            assertThat(quiet.evaluate()).contains(end.evaluation());
            assertThat(quiet.criterion()).isEqualTo(end.criterion());
            assertThat(quiet.isSolved()).isTrue();
            assertThatThrownBy(quiet::advance).isInstanceOf(IllegalStateException.class);
        }
        try (Training training = new Training(experiment, ENGINE)) {
            PausedRun paused = new PausedRun(after(training, 4), Optional.empty(), training.memory());
            assertThat(paused.isPossible()).isTrue();
            try (Training resumed = new Training(paused, ENGINE)) {
                Snapshot next = after(resumed, 6);
                assertThat(next.parameters()).isEqualTo(after(training, 6).parameters());
                assertThat(next.criterion()).isPresent();
            }
        }
    }

    /** Those that are examined while they are trained, and those with strings of their own. */
    static Stream<Experiment> examined() {
        Hyperparameters settings = Hyperparameters.reference()
                .with(Settings.HIDDEN_UNITS, 3)
                .with(Settings.LEARNING_RATE, 0.02)
                .with(Settings.UPDATE_INTERVAL, UpdateInterval.WHOLE_SEQUENCE)
                .with(Settings.EPOCHS, 12);
        Stream<Experiment> all = DrawnKinds.ALL.stream()
                .filter(kind -> kind.pool() > 0
                        || kind.hasSets()
                        || task(kind).stoppingRule().orElseThrow().exam() == StoppingRule.Exam.TRAINED)
                .flatMap(kind -> Stream.of(UpdateInterval.WHOLE_SEQUENCE, UpdateInterval.ONE_STEP)
                        .map(interval -> new Experiment(
                                Task.drawn(task(kind)),
                                settings.with(Settings.UPDATE_INTERVAL, interval)
                                        .with(Settings.OUTPUT, Output.of(kind.targets())),
                                EngineName.KERNEL)));
        return Sample.of(
                1,
                all.toList(),
                each -> each.hyperparameters().get(Settings.UPDATE_INTERVAL),
                each -> each.task().targets(),
                each -> each.task().supply().hasSets(),
                each -> ((DrawnTask) each.task().supply()).pool());
    }

    private static DrawnTask task(DrawnTask kind) {
        return DrawnTask.of(
                kind, kind.parameters().stream().mapToInt(DrawnParameter::least).toArray());
    }

    @ParameterizedTest
    @MethodSource("examined")
    void whoeverLooksAtSequencesThatCount(Experiment experiment) {
        Snapshot end = RecordedRuns.end(experiment, ENGINE, Optional.empty());
        try (Training training = new Training(experiment, ENGINE);
                QuietTraining quiet = new QuietTraining(experiment, ENGINE)) {
            Snapshot there = after(training, 5);
            for (int update = 0; update < 7; update++) {
                training.advance();
                there = training.snapshot();
            }
            PausedRun paused = new PausedRun(there, Optional.empty(), training.memory());
            assertThat(paused.isPossible()).isTrue();
            while (!quiet.isFinished()) {
                quiet.advance();
            }
            assertThat(quiet.criterion()).isEqualTo(end.criterion());
            try (Training resumed = new Training(paused, ENGINE)) {
                assertThat(resumed.snapshot().criterion()).isEqualTo(there.criterion());
                Snapshot gone = after(resumed, 12);
                assertThat(gone.parameters()).isEqualTo(end.parameters());
                assertThat(gone.position()).isEqualTo(end.position());
                assertThat(gone.criterion()).isEqualTo(end.criterion());
            }
        }
        Criterion criterion = end.criterion().orElseThrow();
        // The first look after the last long examination stays where it is not time for another
        assertThat(criterion.trained())
                .isLessThanOrEqualTo(10L * end.position().epoch())
                .isPositive();
    }

    @Test
    void aQuietOneTellsWhereItDiverges() {
        Engine wild = new WatchedEngine((run, update, loss) -> update == 13 ? Double.NaN : loss);
        try (QuietTraining quiet = new QuietTraining(Experiment.reference(), wild)) {
            while (!quiet.isFinished()) {
                quiet.advance();
            }
            assertThat(quiet.divergence()).contains(new Divergence(2, 2, 1));
            assertThat(quiet.evaluate()).isEmpty();
        }
    }
}
