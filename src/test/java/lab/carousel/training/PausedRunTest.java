package lab.carousel.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.model.Clipping;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Optimiser;
import lab.carousel.model.Order;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.UpdateInterval;
import lab.carousel.model.layout.Cell;
import lab.carousel.task.PaperTask;
import lab.carousel.task.Task;
import lab.carousel.training.loss.LossHistory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs that are put aside and gone on with. */
class PausedRunTest {

    /** Without an optimiser that remembers anything, going on is as if there had been no pause. */
    private static Experiment forgetful(Order order) {
        Hyperparameters hyperparameters = Hyperparameters.reference()
                .withOptimiser(Optimiser.SGD)
                .withMomentum(0)
                .withLearningRate(0.5)
                .withOrder(order)
                .withEpochs(40);
        return Experiment.reference().with(hyperparameters);
    }

    private static Snapshot after(Training training, int epochs) {
        while (training.position().epoch() < epochs) {
            training.advance();
        }
        return training.snapshot();
    }

    private static double[] losses(Snapshot snapshot) {
        LossHistory.View history = snapshot.history();
        return IntStream.range(0, history.size())
                .mapToDouble(point -> history.loss(0, point))
                .toArray();
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void goesOnAsIfThereHadBeenNoPause(Order order) {
        Experiment experiment = forgetful(order);
        Snapshot there;
        Snapshot uninterrupted;
        try (Training training = new Training(experiment, new KernelEngine())) {
            there = after(training, 15);
            uninterrupted = after(training, 40);
        }
        try (Training resumed = new Training(new PausedRun(there, Optional.empty()), new KernelEngine())) {
            assertThat(resumed.position()).isEqualTo(there.position());
            assertThat(resumed.snapshot().parameters()).isEqualTo(there.parameters());
            assertThat(resumed.snapshot().recorded().size()).isEqualTo(16);
            Snapshot end = after(resumed, 40);
            assertThat(end.parameters()).isEqualTo(uninterrupted.parameters());
            assertThat(losses(end)).containsExactly(losses(uninterrupted));
            assertThat(end.recorded().size()).isEqualTo(41);
            assertThat(resumed.isFinished()).isTrue();
        }
    }

    static Stream<Experiment> remembering() {
        Hyperparameters reference = Hyperparameters.reference().withEpochs(40).withLearningRate(0.01);
        return Stream.of(
                        reference,
                        reference.withOptimiser(Optimiser.RMSPROP),
                        reference.withOptimiser(Optimiser.SGD).withMomentum(0.9),
                        reference.withOrder(Order.SHUFFLED).withLayers(2).withHiddenUnits(5),
                        reference.withResetPolicy(ResetPolicy.NEVER).withCell(Cell.GRU),
                        reference.withBatchSize(2).withResetPolicy(ResetPolicy.AFTER_EPOCH),
                        reference.withCell(Cell.RECURRENT),
                        reference.withCell(Cell.DENSE),
                        reference
                                .withUpdateInterval(UpdateInterval.WHOLE_SEQUENCE)
                                .withClipping(Clipping.atNorm(0.1)))
                .map(Experiment.reference()::with);
    }

    @ParameterizedTest
    @MethodSource("remembering")
    void withTheMemoryOfItsTrainerItGoesOnToTheLastBit(Experiment experiment) {
        try (Training training = new Training(experiment, new KernelEngine())) {
            after(training, 15);
            for (int update = 0;
                    update < 3 && !experiment.hyperparameters().updateInterval().isWholeSequence();
                    update++) {
                // Into the middle of a sequence
                training.advance();
            }
            PausedRun paused = new PausedRun(training.snapshot(), Optional.empty(), training.memory());
            Snapshot uninterrupted = after(training, 40);
            try (Training resumed = new Training(paused, new KernelEngine());
                    Training forgetful =
                            new Training(new PausedRun(paused.snapshot(), Optional.empty()), new KernelEngine())) {
                assertThat(resumed.memory()).as("before the first update").isEqualTo(paused.memory());
                Snapshot end = after(resumed, 40);
                assertThat(end.parameters()).isEqualTo(uninterrupted.parameters());
                assertThat(losses(end)).containsExactly(losses(uninterrupted));
                assertThat(after(forgetful, 40).parameters())
                        .as("the memory matters")
                        .isNotEqualTo(uninterrupted.parameters());
            }
        }
    }

    @Test
    void aTrainerGoesOnAfterSoManyUpdatesThatItsCorrectionIsDone() {
        Experiment experiment =
                Experiment.reference().with(Hyperparameters.reference().withEpochs(1_000));
        try (Training training = new Training(experiment, new KernelEngine())) {
            Snapshot there = after(training, 990);
            PausedRun paused = new PausedRun(there, Optional.empty(), training.memory());
            assertThat(paused.memory().orElseThrow().updates()).isEqualTo(7_920);
            try (Training resumed = new Training(paused, new KernelEngine())) {
                assertThat(after(resumed, 1_000).parameters())
                        .isEqualTo(after(training, 1_000).parameters());
            }
        }
    }

    @Test
    void goesOnInTheMiddleOfAnEpoch() {
        Experiment experiment = forgetful(Order.SHUFFLED);
        try (Training training = new Training(experiment, new KernelEngine())) {
            after(training, 3);
            training.advance();
            training.advance();
            Snapshot there = training.snapshot();
            try (Training resumed = new Training(new PausedRun(there, Optional.empty()), new KernelEngine())) {
                assertThat(resumed.position()).isEqualTo(there.position()).isNotEqualTo(Position.START);
                assertThat(resumed.isAtEndOfEpoch()).isFalse();
                resumed.advance();
                training.advance();
                assertThat(resumed.position()).isEqualTo(training.position());
            }
        }
    }

    @Test
    void aDrawnTaskGoesOnWithTheSequencesThatComeNext() {
        Experiment experiment = forgetful(Order.AS_LISTED);
        Experiment drawn =
                new Experiment(Task.drawn(PaperTask.noisyGap(5, 5)), experiment.hyperparameters(), experiment.engine());
        try (Training training = new Training(drawn, new KernelEngine())) {
            Snapshot there = after(training, 4);
            PausedRun paused = new PausedRun(there, Optional.empty());
            assertThat(paused.isPossible()).isTrue();
            try (Training resumed = new Training(paused, new KernelEngine())) {
                Snapshot next = after(resumed, 6);
                assertThat(next.parameters()).isEqualTo(after(training, 6).parameters());
                assertThat(next.criterion()).isPresent();
            }
        }
    }

    @Test
    void aFinishedAndADivergedRunStayWhatTheyAre() {
        Experiment experiment = forgetful(Order.AS_LISTED);
        try (Training training = new Training(experiment, new KernelEngine())) {
            Snapshot end = after(training, 40);
            Divergence where = new Divergence(41, 1, 1);
            try (Training finished = new Training(new PausedRun(end, Optional.empty()), new KernelEngine());
                    Training diverged = new Training(new PausedRun(end, Optional.of(where)), new KernelEngine())) {
                assertThat(finished.isFinished()).isTrue();
                assertThat(finished.divergence()).isEmpty();
                assertThat(diverged.divergence()).contains(where);
            }
        }
    }

    @Test
    void refusesAPlaceWhereNoRunIsEver() {
        Snapshot impossible = SampleSnapshot.reference(3);
        PausedRun paused = new PausedRun(impossible, Optional.empty());
        assertThat(paused.isPossible()).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new Training(paused, new KernelEngine()));
    }

    @Test
    void aRunOfADrawnTaskHasACriterionAndNoOtherHas() {
        Experiment drawn = new Experiment(
                Task.drawn(PaperTask.noisyGap(5, 5)),
                forgetful(Order.AS_LISTED).hyperparameters(),
                Experiment.reference().engine());
        try (Training training = new Training(drawn, new KernelEngine())) {
            Snapshot there = after(training, 2);
            assertThat(new PausedRun(there, Optional.empty()).isPossible()).isTrue();
            Snapshot without = new Snapshot(
                    there.experiment(),
                    there.position(),
                    there.parameters(),
                    there.evaluation(),
                    there.floor(),
                    there.history(),
                    Optional.empty(),
                    there.recorded(),
                    there.origin(),
                    there.update());
            assertThat(new PausedRun(without, Optional.empty()).isPossible()).isFalse();
        }
    }
}
