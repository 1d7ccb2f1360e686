package lab.carousel.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import lab.carousel.engine.Engine;
import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Order;
import lab.carousel.model.Presets;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.study.many.WatchedEngine;
import lab.carousel.task.PaperTask;
import lab.carousel.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QuietTrainingTest {

    private static void assertSame(Experiment experiment) {
        try (Training training = new Training(experiment, new KernelEngine());
                QuietTraining quiet = new QuietTraining(experiment, new KernelEngine())) {
            while (!training.isFinished()) {
                training.advance();
            }
            while (!quiet.isFinished()) {
                quiet.advance();
            }
            Snapshot end = training.snapshot();
            assertThat(quiet.epoch()).isEqualTo(end.position().epoch());
            assertThat(quiet.evaluate()).contains(end.evaluation());
            assertThat(quiet.criterion()).isEqualTo(end.criterion());
            assertThat(quiet.isAtEndOfEpoch()).isTrue();
        }
    }

    @Test
    void comesToWhatATrainingComesTo() {
        Hyperparameters tutorial = Experiment.reference().hyperparameters();
        assertSame(Experiment.reference());
        assertSame(
                Experiment.reference().with(tutorial.withOrder(Order.SHUFFLED).withEpochs(20)));
        assertSame(Experiment.reference().with(tutorial.withEpochs(0)));
    }

    @ParameterizedTest
    @EnumSource(Cell.class)
    void evaluatesEveryEpochAsATrainingDoes(Cell cell) {
        Experiment experiment = Experiment.reference()
                .with(all -> all.withCell(cell).withBatchSize(2).withEpochs(20).withLearningRate(0.05));
        try (Training training = new Training(experiment, new KernelEngine());
                QuietTraining quiet = new QuietTraining(experiment, new KernelEngine())) {
            while (!training.isFinished()) {
                training.advance();
                quiet.advance();
                if (training.isAtEndOfEpoch()) {
                    Evaluation evaluation = training.snapshot().evaluation();
                    assertThat(quiet.evaluate()).contains(evaluation);
                    assertThat(quiet.evaluate()).contains(evaluation);
                }
            }
        }
    }

    @Test
    void solvesADrawnTaskAfterAsManySequences() {
        Hyperparameters settings = Presets.named("paper2cShort")
                .hyperparameters()
                .withGateBias(Hyperparameters.reference().gateBias().withChronoSpan(12));
        Experiment experiment = new Experiment(Task.drawn(PaperTask.noisyGap(2, 2)), settings, EngineName.KERNEL);
        assertSame(experiment);
        try (QuietTraining quiet = new QuietTraining(experiment, new KernelEngine())) {
            while (!quiet.isFinished()) {
                quiet.advance();
            }
            assertThat(quiet.isSolved()).isTrue();
            assertThatThrownBy(quiet::advance).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void tellsWhereItDiverges() {
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
