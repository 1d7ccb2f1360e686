package lab.carousel.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import lab.carousel.model.Experiment;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.Output;
import lab.carousel.model.RandomStreams;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Parameters;
import lab.carousel.task.DrawnTask;
import lab.carousel.task.Task;
import lab.carousel.task.drawn.DrawnTasks;
import org.junit.jupiter.api.Test;

class DrawnScoresTest {

    private static Experiment of(Output output, String name, int... numbers) {
        DrawnTask kind = DrawnTasks.named(name).kind();
        Experiment reference = Experiment.reference();
        return new Experiment(
                Task.drawn(DrawnTask.of(kind, numbers)),
                reference
                        .hyperparameters()
                        .with(Settings.OUTPUT, output)
                        .with(Settings.HIDDEN_UNITS, 2)
                        .with(Settings.EPOCHS, 3),
                reference.engine());
    }

    /** All weights 0: each output is its bias at every step. */
    private static DrawnScores answering(double always, Experiment experiment, int epochs) {
        double[] values = new double[experiment.layout().size()];
        Arrays.fill(values, values.length - experiment.task().outputs(), values.length, always);
        return DrawnScores.of(experiment, Parameters.of(experiment.layout(), values), epochs)
                .orElseThrow();
    }

    @Test
    void sequencesOfTrainingAndFreshOnesAreCountedApart() {
        Experiment adding = of(Output.LINEAR, "adding", 20);
        DrawnTask source = (DrawnTask) adding.task().supply();
        RandomStreams streams = RandomStreams.of(1);
        DrawnScores scores = answering(0.5, adding, 3);
        check(scores.trained(), 30, source, streams.training());
        check(scores.fresh(), 2_000, source, streams.test());
        assertThat(scores.fresh().loss()).isCloseTo(0.0396, within(0.003));
        assertThat(scores.fresh().share()).isBetween(0.05, 0.25);
        assertThat(answering(0.5, adding, 1_000).trained().sequences()).isEqualTo(2_000);
        assertThat(answering(9, adding, 3).fresh().share()).isZero();
    }

    /** Right where 0.5 is off by less than 0.04. */
    private static void check(DrawnScores.Score score, int sequences, DrawnTask source, SplittableRandom random) {
        double[] off = IntStream.range(0, sequences)
                .mapToObj(s -> source.draw(random))
                .mapToDouble(steps -> steps.target(steps.size() - 1).wanted(0) - 0.5)
                .toArray();
        assertThat(score.sequences()).isEqualTo(sequences);
        assertThat(score.share())
                .isEqualTo((double) DoubleStream.of(off)
                                .filter(each -> Math.abs(each) < 0.04)
                                .count()
                        / sequences);
        assertThat(score.loss())
                .isCloseTo(DoubleStream.of(off).map(each -> each * each).sum() / sequences, within(1e-12));
    }

    @Test
    void beforeTrainingThereIsNoneThatItWasTrainedOn() {
        DrawnScores scores = answering(0.5, of(Output.LINEAR, "adding", 20), 0);
        assertThat(scores.trained().sequences()).isZero();
        assertThat(scores.trained().loss()).isNaN();
        assertThat(scores.words()).endsWith("trained on none yet; of others 16.8 % of 2,000 (loss 0.0373).");
    }

    @Test
    void aPoolIsTakenWholeAndWordsOnOneAnother() {
        DrawnScores reber = answering(0, of(Output.SOFTMAX, "reber"), 3);
        assertThat(reber.trained().sequences()).isEqualTo(256);
        assertThat(reber.fresh().sequences()).isEqualTo(256);
        assertThat(reber.fresh().share()).isZero();
        assertThat(reber.fresh().loss()).isCloseTo(Math.log(7), within(1e-12));
        DrawnScores words = answering(0, of(Output.SIGMOID, "anbn", 10), 3);
        assertThat(words.trained().sequences()).isEqualTo(10);
        assertThat(words.fresh().sequences()).isEqualTo(990);
    }

    @Test
    void aListHasNone() {
        Experiment listed = Experiment.reference();
        assertThat(DrawnScores.of(listed, InitialParameters.of(listed), 3)).isEmpty();
    }
}
