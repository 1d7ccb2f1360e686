package lab.carousel.picture.loss;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.function.IntToDoubleFunction;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Output;
import lab.carousel.model.Settings;
import lab.carousel.model.UpdateInterval;
import lab.carousel.task.PaperTask;
import lab.carousel.task.Task;
import lab.carousel.training.loss.LossHistories;
import lab.carousel.training.loss.LossHistory;
import org.junit.jupiter.api.Test;

class LossLabelsTest {

    private final LossLabels reference = new LossLabels(Experiment.reference());

    @Test
    void nameTheLinesAndTheFloor() {
        assertThat(reference.line(0)).isEqualTo("Mean over the epoch");
        assertThat(reference.line(1)).isEqualTo("Sequence 1: 3 0 1 2 3");
        assertThat(reference.floorNames()).containsExactly("memoryless floor 0.0693", "floor 0.0693", "0.0693");
        assertThat(reference.lossAxis()).isEqualTo("Loss (binary cross-entropy, mean over the outputs)");
    }

    @Test
    void takeTheFloorOfTheLossInUse() {
        Hyperparameters softmax = Hyperparameters.reference().with(Settings.OUTPUT, Output.SOFTMAX);
        LossLabels labels = new LossLabels(Experiment.reference().with(softmax));
        assertThat(labels.floorNames()).startsWith("memoryless floor 0.1733");
        assertThat(labels.lossAxis()).isEqualTo("Loss (categorical cross-entropy)");
    }

    @Test
    void shortenALongSequence() {
        Task task = Task.parse("a b", "a b ".repeat(100));
        LossLabels labels = new LossLabels(new Experiment(task, Hyperparameters.reference(), EngineName.DL4J));
        assertThat(labels.line(1)).isEqualTo("Sequence 1: a b a b a b a b a b …");
    }

    @Test
    void nameTheFirstSixSequencesAndCountTheOthers() {
        String[] sequences = Collections.nCopies(9, "a b").toArray(String[]::new);
        Task task = Task.parse("a b", sequences);
        LossLabels labels = new LossLabels(new Experiment(task, Hyperparameters.reference(), EngineName.DL4J));
        assertThat(labels.namedLines()).isEqualTo(7);
        assertThat(labels.linesBeyond(7)).isEqualTo("and 3 more");
        assertThat(reference.namedLines()).isEqualTo(3);
        assertThat(reference.linesBeyond(3)).isEmpty();
    }

    @Test
    void tellSinceWhenTheLossIsBelowTheFloor() {
        assertThat(reference.belowSince(below(epoch -> 0.5 / epoch))).hasValue(8);
        assertThat(reference.belowSince(below(epoch -> epoch == 100 ? 0.2 : 0.5 / epoch)))
                .as("above it once more")
                .hasValue(101);
        assertThat(reference.belowSince(below(epoch -> epoch == 250 ? 0.07 : 0.01)))
                .isEmpty();
        assertThat(reference.belowSince(below(epoch -> 0.0692))).as("hardly").isEmpty();
        assertThat(reference.belowSince(below(epoch -> 0.01))).hasValue(1);
        assertThat(reference.belowSince(
                        LossHistories.ofTwoSequences(0, epoch -> 1).view()))
                .isEmpty();
    }

    private static LossHistory.View below(IntToDoubleFunction losses) {
        return LossHistories.ofTwoSequences(250, losses).view();
    }

    @Test
    void tellFloorsOfPredictorsThatSeeMore() {
        LossLabels deeper = new LossLabels(
                Experiment.reference().with(Hyperparameters.reference().with(Settings.LAG, 2)));
        assertThat(deeper.floors()).extracting(LossLabels.Floor::order).containsExactly(2, 4);
        assertThat(deeper.floor())
                .isEqualTo(Experiment.reference()
                        .with(Hyperparameters.reference().with(Settings.LAG, 2))
                        .memorylessFloor());
        assertThat(reference.name(reference.floors().get(1))).isEqualTo("floor of order 4: 0");
        Task easy = Task.parse("a b c", "a b c");
        assertThat(new LossLabels(new Experiment(easy, Hyperparameters.reference(), EngineName.KERNEL)).floorNames())
                .startsWith("memoryless floor 0");
        Task drawn = Task.drawn(PaperTask.randomGap(10));
        assertThat(new LossLabels(new Experiment(drawn, Hyperparameters.reference(), EngineName.KERNEL)).floors())
                .hasSize(1);
    }

    @Test
    void describeTheTraining() {
        assertThat(reference.recipe())
                .isEqualTo(
                        "2 sequences: 3 0 1 2 3 …; LSTM, 20 hidden units, update interval 1 step, Adam with learning rate 0.001, seed 1");
        Hyperparameters other = Hyperparameters.reference()
                .with(Settings.HIDDEN_UNITS, 1)
                .with(Settings.UPDATE_INTERVAL, UpdateInterval.WHOLE_SEQUENCE)
                .with(Settings.SEED, 12345L);
        assertThat(new LossLabels(Experiment.reference().with(other)).recipe())
                .isEqualTo(
                        "2 sequences: 3 0 1 2 3 …; LSTM, 1 hidden unit, update interval whole sequence, Adam with learning rate 0.001, seed 12345");
    }

    @Test
    void sumUpTheChartForThoseWhoDoNotSeeIt() {
        assertThat(reference.summary(
                        LossHistories.ofTwoSequences(250, epoch -> 0.5 / epoch).view()))
                .isEqualTo("Loss chart over 250 epochs: first loss 0.5000, last loss 0.0020, lowest loss 0.0020 after"
                        + " epoch 250. It is below the memoryless floor 0.0693 from epoch 8: only memory can do that.");
        assertThat(reference.summary(LossHistories.ofTwoSequences(3, epoch -> Math.abs(epoch - 2) + 0.07)
                        .view()))
                .isEqualTo("Loss chart over 3 epochs: first loss 1.0700, last loss 1.0700, lowest loss 0.0700 after"
                        + " epoch 2. It ends above the memoryless floor 0.0693.");
        assertThat(reference.summary(
                        LossHistories.ofTwoSequences(1, epoch -> 0.0694).view()))
                .startsWith("Loss chart over 1 epoch: ")
                .endsWith("It ends on the memoryless floor 0.0693.");
        Experiment easy = new Experiment(Task.parse("a b", "a b"), Hyperparameters.reference(), EngineName.DL4J);
        assertThat(new LossLabels(easy)
                        .summary(LossHistories.ofTwoSequences(1, epoch -> 0.5).view()))
                .endsWith("The memoryless floor is 0: no memory is needed to get there.");
        assertThat(reference.summary(LossHistories.ofTwoSequences(0, epoch -> 1).view()))
                .isEqualTo("Loss chart, nothing learned yet.");
    }
}
