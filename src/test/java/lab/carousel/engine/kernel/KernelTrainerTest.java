package lab.carousel.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Parameters;
import lab.carousel.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The kernel's updates against finite differences and against {@link PlainTraining}. */
class KernelTrainerTest {

    /** Five steps and three, so that groups of two and of four are not always full. */
    private static final Task UNEVEN = Task.parse("0 1 2 3 4", "3 0 1 2 3 1", "4 0 1 2");

    static List<Cut> cuts() {
        return Stretch.cuts();
    }

    private static Experiment experiment(Task task, Cut cut, Output output, Optimiser optimiser) {
        Hyperparameters hyperparameters = Hyperparameters.reference()
                .withHiddenUnits(6)
                .withUpdateInterval(cut.interval())
                .withBatchSize(cut.batchSize())
                .withOutput(output)
                .withOptimiser(optimiser)
                .withLearningRate(0.05);
        return new Experiment(task, hyperparameters, EngineName.KERNEL);
    }

    private static Trainer trainer(Experiment experiment, Parameters initial) {
        return new KernelEngine().start(experiment, initial);
    }

    /** Parameters none of which are special: no zeros, no equal biases. */
    private static Parameters random(ParameterLayout layout) {
        SplittableRandom random = new SplittableRandom(5);
        return Parameters.of(layout, random.doubles(layout.size(), -0.8, 0.8).toArray());
    }

    @ParameterizedTest
    @MethodSource("cuts")
    void takesTheGradientOfEveryParameterFromTheCarriedState(Cut cut) {
        for (Output output : Output.values()) {
            Experiment experiment = experiment(UNEVEN, cut, output, Optimiser.SGD);
            Parameters initial = random(experiment.layout());
            PlainTraining plain = new PlainTraining(experiment, initial);
            Trainer trainer = trainer(experiment, initial);
            for (Stretch stretch : Stretch.of(experiment)) {
                plain.setLearningRate(1);
                trainer.setLearningRate(1);
                double[] expected = plain.numericGradient(
                        stretch.sequence(), stretch.firstStep(), stretch.times(), stretch.slots());
                double[] before = trainer.parameters().toArray();
                stretch.update(trainer);
                double[] after = trainer.parameters().toArray();
                for (int index = 0; index < expected.length; index++) {
                    double gradient = before[index] - after[index];
                    // Below a millionth the differences themselves are not that exact
                    double size = Math.max(Math.abs(expected[index]), 1e-6);
                    assertThat((gradient - expected[index]) / size)
                            .as("%s %s, parameter %d: %s", cut, output, index, gradient)
                            .isBetween(-1e-6, 1e-6);
                }
                // No reset: the state goes from one sequence into the next
                stretch.update(plain);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cuts")
    void equalsThePlainReimplementation(Cut cut) {
        for (Output output : Output.values()) {
            for (Optimiser optimiser : Optimiser.values()) {
                assertSameTraining(experiment(UNEVEN, cut, output, optimiser), 20);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void equalsThePlainReimplementationOverLongStretches(Output output) {
        String symbols = IntStream.rangeClosed(0, 71)
                .mapToObj(step -> String.valueOf(step * step % 7 % 5))
                .collect(Collectors.joining(" "));
        Task task = Task.parse("0 1 2 3 4", symbols, "4 0 1 2");
        assertSameTraining(experiment(task, new Cut(UpdateInterval.WHOLE_SEQUENCE, 1), output, Optimiser.SGD), 5);
        assertSameTraining(experiment(task, new Cut(UpdateInterval.WHOLE_SEQUENCE, 3), output, Optimiser.ADAM), 5);
    }

    private static void assertSameTraining(Experiment experiment, int epochs) {
        SameTraining.check(new KernelEngine(), experiment, epochs, 1e-11, 1e-10);
    }

    @Test
    void startsFromTheGivenParameters() {
        Experiment experiment = Experiment.reference();
        Parameters initial = random(experiment.layout());
        assertThat(trainer(experiment, initial).parameters()).isEqualTo(initial);
    }

    @ParameterizedTest
    @EnumSource
    void reportsTheLossesOfTheTraceFromTheCarriedState(Output output) {
        Experiment experiment = experiment(UNEVEN, new Cut(UpdateInterval.ONE_STEP, 1), output, Optimiser.SGD);
        Parameters initial = random(experiment.layout());
        SameTraining.checkLossesOfTrace(new KernelEngine(), experiment, initial);
    }

    @Test
    void slotsThatTakeNoPartKeepTheirState() {
        Experiment experiment = experiment(UNEVEN, new Cut(UpdateInterval.ONE_STEP, 2), Output.SIGMOID, Optimiser.SGD);
        int[] sequence = {3, 0, 1, 2, 3, 1};
        PlainTraining plain = new PlainTraining(experiment, random(experiment.layout()));
        Trainer trainer = trainer(experiment, random(experiment.layout()));
        for (Trainer each : List.of(plain, trainer)) {
            each.update(sequence, 0, 2, 2);
            each.update(sequence, 4, 1, 1);
        }
        assertThat(trainer.update(sequence, 0, 1, 2)).isCloseTo(plain.update(sequence, 0, 1, 2), within(1e-14));
    }

    @ParameterizedTest
    @EnumSource
    void keepsTheMemoryOfTheOptimiserWhenTheLearningRateChanges(Optimiser optimiser) {
        SameTraining.checkFallingRate(
                new KernelEngine(), experiment(UNEVEN, new Cut(UpdateInterval.ONE_STEP, 1), Output.SIGMOID, optimiser));
    }

    @Test
    void reportsALossThatIsNoNumberWhenItDiverges() {
        Experiment experiment =
                experiment(UNEVEN, new Cut(UpdateInterval.WHOLE_SEQUENCE, 1), Output.SIGMOID, Optimiser.SGD);
        Trainer trainer = trainer(experiment, InitialParameters.of(experiment));
        trainer.setLearningRate(Double.MAX_VALUE);
        double loss = 0;
        for (int update = 0; update < 100 && Double.isFinite(loss); update++) {
            loss = trainer.update(experiment.task().encoded()[0], 0, 5, 1);
        }
        assertThat(Double.isFinite(loss)).isFalse();
    }
}
