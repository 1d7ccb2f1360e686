package lab.carousel.engine.kernel;

import static lab.carousel.engine.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import lab.carousel.engine.Stretch;
import lab.carousel.engine.Trainer;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.Optimiser;
import lab.carousel.model.Output;
import lab.carousel.model.Outputs;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.RandomParameters;
import lab.carousel.task.Steps;
import lab.carousel.task.Target;
import lab.carousel.task.Task;
import lab.carousel.training.Training;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.converter.ConvertWith;
import org.junit.jupiter.params.provider.CsvSource;

/** Label smoothing asks the outputs in training for what Keras's losses ask for, and changes nothing else. */
class LabelSmoothingTest {

    private static final int K = 5;
    /** The symbol after the first one of the reference, 3 0 1 2 3. */
    private static final int TARGET = 0;

    private static Experiment experiment(Output output, double smoothing) {
        return Experiment.reference()
                .with(Hyperparameters.reference()
                        .with(Settings.OUTPUT, output)
                        .with(Settings.OPTIMISER, Optimiser.SGD)
                        .with(Settings.LEARNING_RATE, 0.5)
                        .with(Settings.LABEL_SMOOTHING, smoothing));
    }

    /** The biases of the outputs after the first update: of the tutorial's parameters they are the last ones. */
    private static double[] outputBiases(Experiment experiment) {
        try (Trainer trainer = new KernelEngine().start(experiment, InitialParameters.of(experiment))) {
            Stretch.of(experiment).get(0).update(trainer);
            double[] all = trainer.parameters().toArray();
            return Arrays.copyOfRange(all, all.length - K, all.length);
        }
    }

    /** dz is y minus the target, for sigmoid divided by K, and a bias goes down it by the learning rate. */
    @ParameterizedTest
    @CsvSource({"SIGMOID, -0.02, 0.02", "SOFTMAX, -0.16, 0.04"})
    void targetsMoveTowardsOneHalfOrOneInK(
            @ConvertWith(Outputs.ByName.class) Output output, double target, double others) {
        double[] plain = outputBiases(experiment(output, 0));
        double[] smoothed = outputBiases(experiment(output, 0.2));
        for (int k = 0; k < K; k++) {
            assertThat(smoothed[k] - plain[k])
                    .as("output %d", k)
                    .isCloseTo(0.5 * (k == TARGET ? target : others), within(1e-15));
        }
    }

    @Test
    void lossAndBitsStayThoseOfTheTargets() {
        Experiment smoothed = experiment(Output.SOFTMAX, 0.3);
        try (Training plain = new Training(experiment(Output.SOFTMAX, 0), new KernelEngine());
                Training training = new Training(smoothed, new KernelEngine())) {
            assertThat(training.snapshot().evaluation().loss())
                    .isEqualTo(plain.snapshot().evaluation().loss());
        }
        assertThat(smoothed.memorylessFloor())
                .isEqualTo(experiment(Output.SOFTMAX, 0).memorylessFloor());
    }

    @Test
    void withSigmoidHalfGoesToEachSideOfEveryOutputWhetherItIsLegalOrNot() {
        Hyperparameters settings = Hyperparameters.reference().with(Settings.HIDDEN_UNITS, 3);
        Experiment plain = new Experiment(Task.parse("0 1 2", "0 1 2"), settings, EngineName.KERNEL);
        double[][] rows = {{0.3, -0.5, 1}};
        Steps set = Steps.ofRows(rows, Target.ofSet(IntStream.of(0, 2)));
        Steps numbers = Steps.ofRows(rows, Target.ofNumbers(0.9, 0.1, 0.9));
        assertNear(
                updated(plain.with(settings.with(Settings.LABEL_SMOOTHING, 0.2)), set),
                updated(plain, numbers),
                1e-14,
                () -> "smoothed");
    }

    private static Parameters updated(Experiment experiment, Steps steps) {
        try (Trainer trainer = new KernelEngine().start(experiment, RandomParameters.of(experiment.layout(), 5))) {
            trainer.update(steps, 0, 1, 1);
            return trainer.parameters();
        }
    }
}
