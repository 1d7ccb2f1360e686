package lab.carousel.engine.dl4j;

import static lab.carousel.engine.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import lab.carousel.engine.PlainTraining;
import lab.carousel.engine.Trainer;
import lab.carousel.engine.TrainerContract;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.Optimiser;
import lab.carousel.model.Output;
import lab.carousel.model.UpdateInterval;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.Quantity;
import lab.carousel.task.Task;
import org.junit.jupiter.api.Test;

/** Deeplearning4j's updates against finite differences and against {@link PlainTraining}. */
class Dl4jTrainerTest extends TrainerContract {

    Dl4jTrainerTest() {
        super(new Dl4jEngine(), new Reach(6, 1e-12));
    }

    @Override
    protected void checkGradient(String what, double[] gradient, double[] expected) {
        assertNear(gradient, expected, 1e-8, () -> what);
    }

    @Test
    void equalsThePlainReimplementationOnTheReferenceTask() {
        checkSameTraining(Experiment.reference(), 20);
        checkSameTraining(
                Experiment.reference()
                        .with(Hyperparameters.reference().withUpdateInterval(UpdateInterval.WHOLE_SEQUENCE)),
                40);
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
                    + layout.layer(0).column(Quantity.FORGET_GATE);
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
}
