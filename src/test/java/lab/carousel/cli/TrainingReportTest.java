package lab.carousel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.LossWeighting;
import lab.carousel.model.Order;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Settings;
import lab.carousel.model.verdict.Evaluator;
import lab.carousel.task.DrawnTask;
import lab.carousel.task.Task;
import lab.carousel.task.drawn.FixedGap;
import lab.carousel.task.drawn.NoisyGap;
import lab.carousel.training.SampleSnapshot;
import lab.carousel.training.Snapshot;
import org.junit.jupiter.api.Test;

class TrainingReportTest {

    private static TrainingReport report(Experiment experiment, int epoch) {
        Snapshot snapshot = SampleSnapshot.of(experiment, epoch);
        return new TrainingReport(snapshot, new Evaluator(experiment));
    }

    private static Experiment drawn(DrawnTask task) {
        Experiment reference = Experiment.reference();
        return new Experiment(Task.drawn(task), reference.hyperparameters(), reference.engine());
    }

    @Test
    void stepsWithoutAnErrorSignalAreNeitherRightNorWrong() {
        Experiment experiment = Experiment.reference()
                .with(Hyperparameters.reference().with(Settings.LOSS_WEIGHTING, LossWeighting.LAST_STEP));
        assertThat(table(report(experiment, 0)).subList(2, 6))
                .satisfies(lines -> assertThat(lines.subList(0, 3)).allMatch(line -> line.endsWith("does not count")))
                .satisfies(lines -> assertThat(lines.get(3)).doesNotContain("does not count"));
    }

    @Test
    void theTableOfShuffledSequencesThatCarryTheStateSaysWhichOrderItShows() {
        Hyperparameters shuffled = Hyperparameters.reference().with(Settings.ORDER, Order.SHUFFLED);
        Experiment resets = Experiment.reference().with(shuffled);
        Experiment carries = resets.with(shuffled.with(Settings.RESET_POLICY, ResetPolicy.NEVER));

        assertThat(table(report(carries, 0))).startsWith("listed order");
        assertThat(table(report(resets, 0))).doesNotContain("listed order");
    }

    @Test
    void longSymbolsWidenTheTable() {
        Experiment experiment = new Experiment(
                Task.parse("a elephant 🎠", "🎠 elephant a"), Hyperparameters.reference(), EngineName.DL4J);
        assertThat(table(report(experiment, 0)).subList(0, 3))
                .satisfies(lines -> assertThat(lines.get(1)).isEqualTo("input     expected  predicted"))
                .satisfies(lines -> assertThat(lines.get(2)).startsWith("🎠         elephant  "));
    }

    @Test
    void manyLegalSymbolsStandBesideTheNextColumn() {
        Task task = Task.parse(
                        "0 1 2 3 4 5 6 7 8 9", "0 1 0", "0 2 0", "0 3 0", "0 4 0", "0 5 0", "0 6 0", "0 7 0", "0 8 0")
                .withSets(true);
        List<String> table = table(report(new Experiment(task, Hyperparameters.reference(), EngineName.KERNEL), 0));
        assertThat(table.get(2)).matches("0 +1\\|2\\|3\\|4\\|5\\|6\\|7\\|8  \\d(\\|\\d){7}( +wrong)?");
    }

    @Test
    void aLongDrawnSequenceIsShownAtItsDecidingStepOnly() {
        List<String> table = table(report(drawn(FixedGap.of(50)), 3));

        assertThat(table).hasSize(8);
        assertThat(table.get(0)).isEqualTo("sequence 1, the deciding steps of its 50");
        assertThat(table.get(2)).startsWith("a49    x ");
        assertThat(table.get(6)).startsWith("a49    y ");
    }

    @Test
    void aDrawnTaskSaysWhetherItIsSolved() {
        assertThat(report(drawn(NoisyGap.of(3, 2)), 4).summary())
                .endsWith(
                        "solved?  not solved yet: Largest error 0.500 after training on 40 sequences, after 3 fresh ones"
                                + " below 0.2.",
                        "share    Below the bound, at all steps that the task asks for: of sequences it was trained on 0 % of 40"
                                + " (loss 0.7114); of others 0 % of 2,000 (loss 0.7300).");
    }

    private static List<String> table(TrainingReport report) {
        List<String> lines = new ArrayList<>();
        report.table(lines::add);
        return lines;
    }
}
