package lab.carousel.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.IntStream;
import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Output;
import lab.carousel.model.Settings;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.task.DrawnTask;
import lab.carousel.task.Task;
import lab.carousel.task.drawn.DrawnTasks;
import lab.carousel.training.loss.LossCsv;
import org.junit.jupiter.api.Test;

/** While a drawn task trains, ten of its 200 fixed sequences are fed an epoch; where it stands still, all of them. */
class StandingStillTest {

    private static final int EPOCHS = 30;
    private static final Experiment ADDING = new Experiment(
            Task.drawn(DrawnTask.of(DrawnTasks.named("adding").kind(), 20)),
            Hyperparameters.reference()
                    .with(Settings.HIDDEN_UNITS, 2)
                    .with(Settings.OUTPUT, Output.LINEAR)
                    .with(Settings.LEARNING_RATE, 0.01)
                    .with(Settings.EPOCHS, EPOCHS),
            EngineName.KERNEL);

    private static Training training() {
        return new Training(ADDING, new KernelEngine());
    }

    private static void advance(Training training, int epoch) {
        while (training.epoch() < epoch) {
            training.advance();
        }
    }

    private static void assertAtOnce(Snapshot snapshot) {
        Evaluation evaluation = snapshot.evaluation();
        assertThat(evaluation).isEqualTo(Evaluation.of(ADDING, snapshot.parameters()));
        assertThat(evaluation.sample().sequences()).isEqualTo(200);
    }

    @Test
    void allAreFedAtTheStartAndAtTheEndAndTenMoreAnEpochBetween() {
        try (Training training = training()) {
            assertAtOnce(training.snapshot());
            for (int epoch = 1; epoch < EPOCHS; epoch++) {
                advance(training, epoch);
                Snapshot now = training.snapshot();
                assertThat(now.evaluation().sample().sequences()).isEqualTo(Math.min(200, 10 * epoch));
                assertThat(now.evaluation().sample().epochs()).isEqualTo(Math.min(20, epoch));
                assertThat(now.evaluation().loss())
                        .isNotEqualTo(Evaluation.of(ADDING, now.parameters()).loss());
                assertThat(now.history().loss(0, epoch - 1))
                        .isEqualTo(now.evaluation().loss());
            }
            advance(training, EPOCHS);
            Snapshot end = training.snapshot();
            assertAtOnce(end);
            assertThat(end.history().loss(0, EPOCHS - 1))
                    .isEqualTo(end.evaluation().loss());
            assertThat(LossCsv.of(end.history()).csv())
                    .startsWith("epoch,loss,recall,margin,bits,separation,separation_before,standard_error\n")
                    .endsWith(LossCsv.row(EPOCHS, end.evaluation()));
        }
    }

    @Test
    void aPauseTellsTheLossOfTheNetworkAsItIsInCurveAndHistory() {
        try (Training training = training()) {
            advance(training, 7);
            double lagging = training.evaluation().loss();
            training.rest();
            Snapshot paused = training.snapshot();
            assertAtOnce(paused);
            double loss = paused.evaluation().loss();
            assertThat(loss).isNotEqualTo(lagging);
            assertThat(paused.history().lossNow()).isEqualTo(loss);
            assertThat(paused.history().size()).isEqualTo(7);
            assertThat(paused.recorded().get(7).evaluation()).isEqualTo(paused.evaluation());
            training.rest();
            assertThat(training.snapshot()).isSameAs(paused);
        }
    }

    @Test
    void aPauseInTheMiddleOfAnEpochLeavesTheCurve() {
        try (Training training = training()) {
            advance(training, 3);
            training.advance();
            training.rest();
            Snapshot paused = training.snapshot();
            assertAtOnce(paused);
            assertThat(paused.history().size()).isEqualTo(3);
            assertThat(paused.history().sample(2).sequences()).isEqualTo(30);
        }
    }

    /** The same curve, whether it was put aside in the pause or not. */
    @Test
    void aRunPutAsideInAPauseGoesOnWithTheSameLosses() {
        try (Training training = training()) {
            advance(training, 7);
            training.rest();
            PausedRun aside = new PausedRun(training.snapshot(), Optional.empty(), training.memory());
            try (Training again = new Training(aside, new KernelEngine())) {
                advance(training, 20);
                advance(again, 20);
                assertThat(IntStream.range(0, 20)
                                .mapToDouble(point -> again.snapshot().history().loss(0, point)))
                        .containsExactly(IntStream.range(0, 20)
                                .mapToObj(point -> training.snapshot().history().loss(0, point))
                                .toArray(Double[]::new));
                assertThat(again.evaluation().sample())
                        .isEqualTo(training.evaluation().sample());
            }
        }
    }

    @Test
    void aPastMomentThatIsLookedAtIsFedAll() {
        try (Training training = training()) {
            advance(training, 12);
            Snapshot now = training.snapshot();
            Snapshot past = now.at(now.recorded().get(5));
            assertThat(past.evaluation().sample().sequences()).isEqualTo(50);
            assertAtOnce(past.atOnce());
            assertThat(past.atOnce().position()).isEqualTo(past.position());
            Snapshot known = past.atOnce();
            assertThat(known.atOnce()).isSameAs(known);
        }
    }
}
