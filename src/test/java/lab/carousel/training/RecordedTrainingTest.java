package lab.carousel.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.Presets;
import lab.carousel.model.Settings;
import lab.carousel.model.verdict.Verdict;
import org.junit.jupiter.api.Test;

/** What a training records of itself, and going on from there. */
class RecordedTrainingTest {

    private static Experiment epochs(int epochs) {
        Experiment reference = Experiment.reference();
        return reference.with(reference.hyperparameters().with(Settings.EPOCHS, epochs));
    }

    private static Snapshot end(Experiment experiment, Optional<Origin> origin) {
        return RecordedRuns.end(experiment, new KernelEngine(), origin);
    }

    @Test
    void withoutItsPastASnapshotIsTheSameButHoldsNoOtherState() {
        Snapshot end = end(epochs(4), Optional.empty());
        Snapshot alone = end.withoutPast();
        assertThat(alone.recorded().size()).isZero();
        assertThat(alone.with(end.recorded())).isEqualTo(end);
    }

    @Test
    void theMiddleOfAnEpochIsNotRecorded() {
        try (Training training = new Training(epochs(3), new KernelEngine())) {
            for (int update = 0; update < 11; update++) {
                training.advance();
                training.snapshot();
            }
            PastParameters recorded = training.snapshot().recorded();
            assertThat(recorded.size()).isEqualTo(2);
            assertThat(recorded.get(1).position()).isEqualTo(new Position(1, 2, 4, 8));
        }
    }

    @Test
    void aRunGoesOnFromAPastStateWithAFreshOptimiser() {
        Snapshot end = end(epochs(40), Optional.empty());
        Origin origin = end.at(end.recorded().get(25)).asOrigin();
        try (Training training = new Training(epochs(15), new KernelEngine(), Optional.of(origin))) {
            Snapshot start = training.snapshot();
            assertThat(start.position()).isEqualTo(new Position(25, 0, 0, 200));
            assertThat(start.lastEpoch()).isEqualTo(40);
            assertThat(start.history().size()).isEqualTo(25);
            assertThat(start.parameters()).isEqualTo(end.recorded().get(25).parameters());
            assertThat(start.evaluation()).isEqualTo(end.recorded().get(25).evaluation());
            assertThat(start.origin()).contains(origin);
            assertThat(origin.parameters()).isSameAs(end.recorded().get(25).parameters());
            assertThat(origin.epoch()).isEqualTo(25);
        }
        Snapshot continued = end(epochs(15), Optional.of(origin));
        assertThat(continued.position().epoch()).isEqualTo(40);
        assertThat(continued.position().updates()).isEqualTo(320);
        assertThat(continued.history().wentOnAt()).isEqualTo(25);
        for (int epoch = 1; epoch <= 40; epoch++) {
            assertThat(continued.history().epoch(epoch - 1)).isEqualTo(epoch);
        }
        assertThat(continued.history().loss(0, 24))
                .as("the curve before")
                .isEqualTo(end.history().loss(0, 24));
        assertThat(continued.recorded().get(0).epoch()).isEqualTo(25);
        // Adam's memory of the first 25 epochs is gone
        assertThat(continued.parameters()).isNotEqualTo(end.parameters());
    }

    @Test
    void aStateOfAnotherShapeIsRefused() {
        Experiment small =
                Experiment.reference().with(Hyperparameters.reference().with(Settings.HIDDEN_UNITS, 3));
        Origin origin = Origin.opened(InitialParameters.of(small));
        assertThatThrownBy(() -> new Training(epochs(3), new KernelEngine(), Optional.of(origin)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDrawnTaskIsRecordedWithTheEvaluationAndTheCriterionOfThatTime() {
        Experiment experiment = Presets.named("paper2cShort");
        try (Training training = new Training(experiment, new KernelEngine())) {
            Snapshot atTen = null;
            while (!training.isFinished()) {
                training.advance();
                if (training.isAtEndOfEpoch() && training.position().epoch() == 10) {
                    atTen = training.snapshot();
                }
            }
            Snapshot end = training.snapshot();
            assertThat(end.verdict()).isEqualTo(Verdict.REMEMBERS);
            RecordedEpoch tenth = end.recorded().get(10);
            assertThat(tenth.evaluation()).isEqualTo(atTen.evaluation());
            assertThat(tenth.criterion()).isEqualTo(atTen.criterion());
            RecordedEpoch last = end.recorded().get(end.recorded().size() - 1);
            assertThat(last.criterion().orElseThrow().isSolved()).isTrue();
            assertThat(last.criterion()).isEqualTo(end.criterion());
        }
    }
}
