package lab.carousel.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.carousel.engine.PlainTraining;
import lab.carousel.engine.Stretch.Cut;
import lab.carousel.engine.Trainer;
import lab.carousel.engine.TrainerContract;
import lab.carousel.model.Clipping;
import lab.carousel.model.Experiment;
import lab.carousel.model.Optimiser;
import lab.carousel.model.Output;
import lab.carousel.model.UpdateInterval;
import lab.carousel.model.layout.Parameters;
import lab.carousel.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The kernel's updates against finite differences and against {@link PlainTraining}. */
class KernelTrainerTest extends TrainerContract {

    KernelTrainerTest() {
        super(new KernelEngine(), new Reach(20, 1e-11));
    }

    @Override
    protected void checkGradient(String what, double[] gradient, double[] expected) {
        for (int index = 0; index < expected.length; index++) {
            // Below a millionth the differences themselves are not that exact
            double size = Math.max(Math.abs(expected[index]), 1e-6);
            assertThat((gradient[index] - expected[index]) / size)
                    .as("%s, parameter %d: %s", what, index, gradient[index])
                    .isBetween(-1e-6, 1e-6);
        }
    }

    @ParameterizedTest
    @EnumSource
    void equalsThePlainReimplementationOverLongStretches(Output output) {
        String symbols = IntStream.rangeClosed(0, 71)
                .mapToObj(step -> String.valueOf(step * step % 7 % 5))
                .collect(Collectors.joining(" "));
        Task task = Task.parse("0 1 2 3 4", symbols, "4 0 1 2");
        checkSameTraining(experiment(task, new Cut(UpdateInterval.WHOLE_SEQUENCE, 1), output, Optimiser.SGD), 5);
        checkSameTraining(experiment(task, new Cut(UpdateInterval.WHOLE_SEQUENCE, 3), output, Optimiser.ADAM), 5);
    }

    /** So many that the output kernel has a row for each unit. */
    @ParameterizedTest
    @EnumSource
    void equalsThePlainReimplementationWithManyOutputs(Output output) {
        String alphabet = IntStream.range(0, 60).mapToObj(String::valueOf).collect(Collectors.joining(" "));
        Task task = Task.parse(alphabet, "3 59 1 2 3 17 17", "4 8 31 2 4");
        for (UpdateInterval interval : List.of(UpdateInterval.ONE_STEP, UpdateInterval.WHOLE_SEQUENCE)) {
            Experiment experiment = experiment(task, new Cut(interval, 1), output, Optimiser.ADAM);
            assertThat(new Weights(experiment.layout()).outputsByUnit).isTrue();
            checkSameTraining(experiment, 5);
            checkClipping(experiment(task, new Cut(interval, 1), output, Optimiser.SGD));
        }
    }

    /** One update along the clipped gradient is as much shorter as the gradient is. */
    private void checkClipping(Experiment experiment) {
        int[] sequence = experiment.task().encoded(0);
        int times = experiment.hyperparameters().updateInterval() == UpdateInterval.ONE_STEP ? 1 : 6;
        double[] before = random(experiment.layout()).toArray();
        Trainer plain = new PlainTraining(experiment, random(experiment.layout()));
        plain.update(sequence, 0, times, 1);
        double[] change = difference(plain.parameters().toArray(), before);
        double norm = Math.sqrt(Product.dot(change, change))
                / experiment.hyperparameters().learningRate();
        Trainer clipped = trainer(
                experiment.with(all -> all.withClipping(Clipping.atNorm(norm / 4))), random(experiment.layout()));
        clipped.update(sequence, 0, times, 1);
        double[] clippedChange = difference(clipped.parameters().toArray(), before);
        for (int index = 0; index < change.length; index++) {
            assertThat(clippedChange[index]).isCloseTo(change[index] / 4, within(1e-14));
        }
    }

    private static double[] difference(double[] one, double[] other) {
        return IntStream.range(0, one.length)
                .mapToDouble(index -> one[index] - other[index])
                .toArray();
    }

    @Test
    void startsFromTheGivenParameters() {
        Experiment experiment = Experiment.reference();
        Parameters initial = random(experiment.layout());
        assertThat(trainer(experiment, initial).parameters()).isEqualTo(initial);
    }

    @Test
    void slotsThatTakeNoPartKeepTheirState() {
        Experiment experiment = experiment(new Cut(UpdateInterval.ONE_STEP, 2), Output.SIGMOID, Optimiser.SGD);
        int[] sequence = {3, 0, 1, 2, 3, 1};
        PlainTraining plain = new PlainTraining(experiment, random(experiment.layout()));
        Trainer trainer = trainer(experiment, random(experiment.layout()));
        for (Trainer each : List.of(plain, trainer)) {
            each.update(sequence, 0, 2, 2);
            each.update(sequence, 4, 1, 1);
        }
        assertThat(trainer.update(sequence, 0, 1, 2)).isCloseTo(plain.update(sequence, 0, 1, 2), within(1e-14));
    }
}
