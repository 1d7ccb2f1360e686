package lab.carousel.picture.loss;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.LossFloor;
import lab.carousel.model.Output;
import lab.carousel.model.Settings;
import lab.carousel.model.UpdateInterval;
import lab.carousel.model.verdict.Evaluations;
import lab.carousel.model.verdict.LossSample;
import lab.carousel.task.Task;
import lab.carousel.task.drawn.RandomGap;
import lab.carousel.task.series.Series;
import lab.carousel.task.series.SeriesFeed;
import lab.carousel.task.series.ShippedSeries;
import lab.carousel.training.loss.LossCourse;
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

    /** In the page and in a narrow window they were the mean and sequence 1. */
    @Test
    void callThePartsOfASeriesByOneNameHoweverLittleRoomThereIs() {
        Task task = Series.task(ShippedSeries.AIRLINE.data(), SeriesFeed.of(144));
        Hyperparameters linear = Hyperparameters.reference().with(Settings.OUTPUT, Output.LINEAR);
        LossLabels labels = new LossLabels(new Experiment(task, linear, EngineName.KERNEL));
        for (IntFunction<String> names :
                List.<IntFunction<String>>of(labels::line, labels::shortLine, labels::shortestLine)) {
            assertThat(names.apply(0)).isEqualTo("Test part");
            assertThat(names.apply(1)).isEqualTo("Training part");
        }
        assertThat(labels.mean(LossSample.NONE)).isEqualTo("Test part");
        assertThat(labels.lossAxis()).isEqualTo("Loss (squared error of the scaled values)");
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
    void haveALineForEachOfSixSequencesAndABandForMore() {
        String[] sequences = Collections.nCopies(9, "a b").toArray(String[]::new);
        Task task = Task.parse("a b", sequences);
        LossLabels labels = new LossLabels(new Experiment(task, Hyperparameters.reference(), EngineName.DL4J));
        assertThat(labels.hasSpread()).isTrue();
        assertThat(labels.lines()).isEqualTo(1);
        assertThat(labels.spread()).isEqualTo("9 sequences, lowest to highest");
        assertThat(reference.hasSpread()).isFalse();
        assertThat(reference.lines()).isEqualTo(3);
    }

    @Test
    void tellSinceWhenTheLossIsBelowTheFloor() {
        assertThat(reference.below(below(epoch -> 0.5 / epoch))).hasValue(new LossLabels.Below(8, false, false));
        assertThat(reference.below(below(epoch -> epoch == 100 ? 0.2 : 0.5 / epoch)))
                .as("a spike does not move it, and is told")
                .hasValue(new LossLabels.Below(8, true, false));
        assertThat(reference.below(below(epoch -> epoch == 3 ? 0.01 : 0.5 / epoch)))
                .as("it did not stay")
                .hasValue(new LossLabels.Below(8, false, false));
        assertThat(reference.below(below(epoch -> epoch == 250 ? 0.07 : 0.01)))
                .as("above it now")
                .isEmpty();
        assertThat(reference.below(below(epoch -> 0.01).now(0.1443)))
                .as("above it since the last epoch")
                .isEmpty();
        assertThat(reference.below(below(epoch -> 0.0692))).as("hardly").isEmpty();
        assertThat(reference.below(below(epoch -> 0.01))).hasValue(new LossLabels.Below(1, false, false));
        assertThat(reference.below(LossHistories.ofTwoSequences(0, epoch -> 1).view()))
                .isEmpty();
    }

    /** Losses that are above and below the floor in turn, each time much shorter or much longer than what was before. */
    @Test
    void tellTheFirstEpochFromWhichAnyCurveStaysBelowHoweverFewPointsAreKept() {
        SplittableRandom random = new SplittableRandom(27);
        int found = 0;
        for (int curve = 0; curve < 60; curve++) {
            List<Double> losses = new ArrayList<>();
            int since = 0;
            boolean hasSpikes = false;
            while (losses.size() < (curve % 2 == 0 ? LossHistory.CAPACITY / 2 : 4 * LossHistory.CAPACITY)) {
                append(losses, since > 0 ? 3 * (losses.size() - since) : 500, 0.3);
                since = losses.size() + 1;
                hasSpikes = false;
                append(losses, 400 + random.nextInt(3_000), 0.03);
                for (int spike = random.nextInt(4); spike > 0; spike--) {
                    append(losses, 1 + random.nextInt(100), 0.2);
                    append(losses, 20 + random.nextInt(500), 0.02);
                    hasSpikes = true;
                }
            }
            if (since > 0 && random.nextInt(4) == 0) {
                append(losses, 16, 0.25);
                since = 0;
            }
            LossCourse history = LossHistories.ofTwoSequences(losses.size(), epoch -> losses.get(epoch - 1))
                    .view();
            Optional<LossLabels.Below> below = reference.below(history);
            assertThat(below.isPresent()).as("curve %d", curve).isEqualTo(since > 0);
            if (since > 0) {
                assertThat(below.orElseThrow().epoch()).isBetween(since, since + history.epochsPerPoint() - 1);
                assertThat(below.orElseThrow().hasSpikes()).isEqualTo(hasSpikes);
                found++;
            }
        }
        assertThat(found).isBetween(10, 55);
    }

    private static void append(List<Double> losses, int epochs, double loss) {
        losses.addAll(Collections.nCopies(epochs, loss));
    }

    @Test
    void neverSayThatOnlyMemoryDoesItWhileAStepAtAForkIsWrong() {
        LossLabels.Below position = new LossLabels.Below(8, false, false);
        assertThat(reference.words(position).get(0))
                .containsExactly("below the floor from epoch 8:", "thanks to the position, not the clue");
        LossHistory history = new LossHistory(2);
        history.add(1, Evaluations.of(0.01, new double[] {0.01, 0.01}, 8, 8, 2, 0.01, 0.5));
        assertThat(reference.words(reference.below(history.view()).orElseThrow()))
                .containsExactly(
                        List.of("below the floor from epoch 1:", "only memory can do that"), List.of("from epoch 1"));
    }

    private static LossCourse below(IntToDoubleFunction losses) {
        return LossHistories.ofTwoSequences(250, losses).view();
    }

    @Test
    void tellFloorsOfPredictorsThatSeeMore() {
        LossLabels deeper = new LossLabels(
                Experiment.reference().with(Hyperparameters.reference().with(Settings.LAG, 2)));
        assertThat(deeper.floors()).extracting(LossFloor::order).containsExactly(2, 4);
        assertThat(deeper.floor())
                .isEqualTo(Experiment.reference()
                        .with(Hyperparameters.reference().with(Settings.LAG, 2))
                        .memorylessFloor());
        assertThat(reference.name(reference.floors().get(1))).isEqualTo("floor of order 4: 0");
        Task easy = Task.parse("a b c", "a b c");
        assertThat(new LossLabels(new Experiment(easy, Hyperparameters.reference(), EngineName.KERNEL)).floorNames())
                .startsWith("memoryless floor 0");
        Task drawn = Task.drawn(RandomGap.of(10));
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
                        + " epoch 250. It is below the memoryless floor 0.0693 from epoch 8: thanks to the position, not"
                        + " the clue.");
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
