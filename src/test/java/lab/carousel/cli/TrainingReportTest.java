package lab.carousel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.LossWeighting;
import lab.carousel.model.Settings;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.Evaluations;
import lab.carousel.model.verdict.Evaluator;
import lab.carousel.task.MemorylessFloor;
import lab.carousel.task.PaperTask;
import lab.carousel.task.Task;
import lab.carousel.training.ParameterHistory;
import lab.carousel.training.Position;
import lab.carousel.training.SampleSnapshot;
import lab.carousel.training.Snapshot;
import lab.carousel.training.loss.LossHistory;
import org.junit.jupiter.api.Test;

class TrainingReportTest {

    private static TrainingReport results(Experiment experiment, Evaluation evaluation) {
        Snapshot snapshot = new Snapshot(
                experiment,
                Position.START,
                InitialParameters.of(experiment),
                evaluation,
                experiment.hyperparameters().get(Settings.OUTPUT).floor(MemorylessFloor.of(experiment.task(), 1)),
                new LossHistory(experiment.task().sequences().size()).view(),
                Optional.empty(),
                new ParameterHistory(experiment).view(),
                Optional.empty(),
                Optional.empty());
        return new TrainingReport(snapshot, new Evaluator(experiment));
    }

    @Test
    void stepsWithoutAnErrorSignalAreNeitherRightNorWrong() {
        Experiment experiment = Experiment.reference()
                .with(Hyperparameters.reference().with(Settings.LOSS_WEIGHTING, LossWeighting.LAST_STEP));
        Evaluation evaluation = Evaluations.of(1, new double[] {1, 1}, 0, 2, 2, 1, -1);
        assertThat(table(results(experiment, evaluation)).subList(2, 6))
                .satisfies(lines -> assertThat(lines.subList(0, 3)).allMatch(line -> line.endsWith("does not count")))
                .satisfies(lines -> assertThat(lines.get(3)).doesNotContain("does not count"));
    }

    @Test
    void longSymbolsWidenTheTable() {
        Experiment experiment = new Experiment(
                Task.parse("a elephant 🎠", "🎠 elephant a"), Hyperparameters.reference(), EngineName.DL4J);
        Evaluation evaluation = Evaluations.of(1, new double[] {1}, 0, 2, 0, 0, Double.NaN);
        assertThat(table(results(experiment, evaluation)).subList(0, 3))
                .satisfies(lines -> assertThat(lines.get(1)).isEqualTo("input     expected  predicted"))
                .satisfies(lines -> assertThat(lines.get(2)).startsWith("🎠         elephant  "));
    }

    @Test
    void aLongDrawnSequenceIsShownAtItsDecidingStepOnly() {
        Experiment reference = Experiment.reference();
        Snapshot snapshot = SampleSnapshot.of(
                new Experiment(Task.drawn(PaperTask.fixedGap(50)), reference.hyperparameters(), reference.engine()), 3);
        List<String> table = table(new TrainingReport(snapshot, new Evaluator(snapshot.experiment())));

        assertThat(table).hasSize(8);
        assertThat(table.get(0)).isEqualTo("sequence 1, the deciding of its 50 steps");
        assertThat(table.get(2)).startsWith("a49    x ");
        assertThat(table.get(6)).startsWith("a49    y ");
    }

    @Test
    void aDrawnTaskSaysWhetherItIsSolved() {
        Experiment reference = Experiment.reference();
        Snapshot snapshot = SampleSnapshot.of(
                new Experiment(Task.drawn(PaperTask.noisyGap(3, 2)), reference.hyperparameters(), reference.engine()),
                4);

        assertThat(new TrainingReport(snapshot, new Evaluator(snapshot.experiment())).summary())
                .last()
                .isEqualTo("solved?  not solved yet: Largest error 0.500 after 40 sequences learned, after 3 fresh ones"
                        + " within 0.2.");
    }

    private static List<String> table(TrainingReport report) {
        List<String> lines = new ArrayList<>();
        report.table(lines::add);
        return lines;
    }
}
