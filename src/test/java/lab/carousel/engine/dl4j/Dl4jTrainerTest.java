package lab.carousel.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import lab.carousel.engine.PlainTraining;
import lab.carousel.engine.SameTraining;
import lab.carousel.engine.Stretch;
import lab.carousel.engine.Stretch.Cut;
import lab.carousel.engine.Trainer;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.Optimiser;
import lab.carousel.model.Output;
import lab.carousel.model.UpdateInterval;
import lab.carousel.model.layout.Gate;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Parameters;
import lab.carousel.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Deeplearning4j's updates against finite differences and against {@link PlainTraining}. */
class Dl4jTrainerTest {

    /** Five steps and three, so that groups of two and of four are not always full. */
    private static final Task UNEVEN = Task.parse("0 1 2 3 4", "3 0 1 2 3 1", "4 0 1 2");

    static List<Cut> cuts() {
        return Stretch.cuts();
    }

    private static Experiment experiment(Cut cut, Output output, Optimiser optimiser) {
        Hyperparameters hyperparameters = Hyperparameters.reference()
                .withHiddenUnits(6)
                .withUpdateInterval(cut.interval())
                .withBatchSize(cut.batchSize())
                .withOutput(output)
                .withOptimiser(optimiser)
                .withLearningRate(0.05);
        return new Experiment(UNEVEN, hyperparameters, EngineName.DL4J);
    }

    /** Parameters none of which are special: no zeros, no equal biases. */
    private static Parameters random(ParameterLayout layout) {
        SplittableRandom random = new SplittableRandom(5);
        return Parameters.of(layout, random.doubles(layout.size(), -0.8, 0.8).toArray());
    }

    @ParameterizedTest
    @MethodSource("cuts")
    void takesTheGradientFromTheCarriedState(Cut cut) {
        for (Output output : Output.values()) {
            Experiment experiment = experiment(cut, output, Optimiser.SGD);
            Parameters initial = random(experiment.layout());
            PlainTraining plain = new PlainTraining(experiment, initial);
            try (Trainer trainer = new Dl4jTrainer(experiment.hyperparameters(), initial)) {
                for (Stretch s : Stretch.of(experiment)) {
                    double[] expected = plain.numericGradient(s.sequence(), s.firstStep(), s.times(), s.slots());
                    double[] before = trainer.parameters().toArray();
                    s.update(trainer);
                    double[] after = trainer.parameters().toArray();
                    double[] gradient = new double[before.length];
                    for (int index = 0; index < gradient.length; index++) {
                        gradient[index] = (before[index] - after[index]) / 0.05;
                    }
                    assertThat(gradient).containsExactly(expected, within(1e-8));
                    // No reset: the state goes from one sequence into the next
                    s.update(plain);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cuts")
    void equalsThePlainReimplementation(Cut cut) {
        for (Output output : Output.values()) {
            for (Optimiser optimiser : Optimiser.values()) {
                assertSameTraining(experiment(cut, output, optimiser), 6);
            }
        }
    }

    @Test
    void equalsThePlainReimplementationOnTheReferenceTask() {
        assertSameTraining(Experiment.reference(), 20);
        assertSameTraining(
                Experiment.reference()
                        .with(Hyperparameters.reference().withUpdateInterval(UpdateInterval.WHOLE_SEQUENCE)),
                40);
    }

    private static void assertSameTraining(Experiment experiment, int epochs) {
        SameTraining.check(new Dl4jEngine(), experiment, epochs, 1e-12, 1e-11);
    }

    @Test
    void movesEveryBlockOfParametersWithAnUpdateAtEveryStep() {
        Experiment experiment = Experiment.reference();
        ParameterLayout layout = experiment.layout();
        Parameters initial = InitialParameters.of(experiment);
        try (Trainer trainer = new Dl4jTrainer(experiment.hyperparameters(), initial)) {
            int[] sequence = experiment.task().encoded()[0];
            trainer.update(sequence, 0, 1, 1);
            Parameters afterFirst = trainer.parameters();
            trainer.update(sequence, 1, 1, 1);
            Parameters afterSecond = trainer.parameters();

            assertThat(moved(
                            initial,
                            afterFirst,
                            layout.layer(0).recurrentKernel(),
                            layout.layer(0).bias()))
                    .isZero();
            assertThat(moved(
                            afterFirst,
                            afterSecond,
                            layout.layer(0).recurrentKernel(),
                            layout.layer(0).bias()))
                    .isEqualTo(layout.layer(0).bias() - layout.layer(0).recurrentKernel());
            int forget = layout.layer(0).inputKernel()
                    + sequence[1] * layout.layer(0).gateWidth()
                    + layout.layer(0).column(Gate.FORGET);
            assertThat(moved(afterFirst, afterSecond, forget, forget + layout.units()))
                    .isEqualTo(layout.units());
            assertThat(moved(afterFirst, afterSecond, layout.layer(0).bias(), layout.size()))
                    .isEqualTo(layout.size() - layout.layer(0).bias());
        }
    }

    private static int moved(Parameters before, Parameters after, int from, int to) {
        int moved = 0;
        for (int index = from; index < to; index++) {
            if (before.get(index) != after.get(index)) {
                moved++;
            }
        }
        return moved;
    }

    @ParameterizedTest
    @EnumSource
    void reportsTheLossesOfTheTraceFromTheCarriedState(Output output) {
        Experiment experiment = experiment(new Cut(UpdateInterval.ONE_STEP, 1), output, Optimiser.SGD);
        Parameters initial = random(experiment.layout());
        SameTraining.checkLossesOfTrace(new Dl4jEngine(), experiment, initial);
    }

    @ParameterizedTest
    @EnumSource
    void keepsTheMemoryOfTheOptimiserWhenTheLearningRateChanges(Optimiser optimiser) {
        SameTraining.checkFallingRate(
                new Dl4jEngine(), experiment(new Cut(UpdateInterval.ONE_STEP, 1), Output.SIGMOID, optimiser));
    }

    @Test
    void staysRightWhereOutputsRoundToZeroAndOne() {
        ParameterLayout layout = new ParameterLayout(2, 1);
        Task task = Task.parse("a b", "a a b");
        for (double bias : new double[] {30, 50, 900}) {
            double[] values = new double[layout.size()];
            // Without regard to the input, the first output is all but 1 and the second all but 0
            values[layout.outputBias()] = bias;
            values[layout.outputBias() + 1] = -bias;
            for (Output output : Output.values()) {
                Hyperparameters hyperparameters = Hyperparameters.reference()
                        .withHiddenUnits(1)
                        .withOutput(output)
                        .withOptimiser(Optimiser.SGD)
                        .withLearningRate(1);
                Experiment experiment = new Experiment(task, hyperparameters, EngineName.DL4J);
                try (Trainer trainer = new Dl4jTrainer(experiment.hyperparameters(), Parameters.of(layout, values))) {
                    assertThat(trainer.update(new int[] {0, 0, 1}, 0, 1, 1)).isBetween(0.0, 1e-12);
                    double largest = output == Output.SOFTMAX ? -Math.log(Double.MIN_NORMAL) : bias;
                    double expected = output == Output.SOFTMAX ? Math.min(2 * bias, largest) : bias;
                    assertThat(trainer.update(new int[] {0, 0, 1}, 1, 1, 1)).isCloseTo(expected, within(1e-9));
                    // The gradient of a net input is the output minus what is wanted: 1 and -1, and the mean halves it
                    double share = output == Output.SOFTMAX ? 1 : 0.5;
                    Parameters after = trainer.parameters();
                    assertThat(after.get(layout.outputBias())).isCloseTo(bias - share, within(1e-9));
                    assertThat(after.get(layout.outputBias() + 1)).isCloseTo(share - bias, within(1e-9));
                }
            }
        }
    }

    @Test
    void reportsALossThatIsNoNumberWhenItDiverges() {
        Experiment experiment = experiment(new Cut(UpdateInterval.WHOLE_SEQUENCE, 1), Output.SIGMOID, Optimiser.SGD);
        try (Trainer trainer = new Dl4jTrainer(experiment.hyperparameters(), InitialParameters.of(experiment))) {
            trainer.setLearningRate(Double.MAX_VALUE);
            double loss = 0;
            for (int update = 0; update < 100 && Double.isFinite(loss); update++) {
                loss = trainer.update(experiment.task().encoded()[0], 0, 5, 1);
            }
            assertThat(Double.isFinite(loss)).isFalse();
        }
    }
}
