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
