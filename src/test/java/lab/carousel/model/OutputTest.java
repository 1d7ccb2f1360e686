package lab.carousel.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import lab.carousel.task.MemorylessFloor;
import lab.carousel.task.PredictorFloor;
import lab.carousel.task.ScoredSteps;
import lab.carousel.task.Target;
import lab.carousel.task.TargetKind;
import lab.carousel.task.Task;
import lab.carousel.training.RecordedRuns;
import lab.carousel.training.loss.LossCourse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OutputTest {

    private static final double LN3 = Math.log(3);

    @Test
    void sigmoidOutputsStandOnTheirOwnAndTheirCrossEntropyIsTheMean() {
        double[] z = {0, LN3, -LN3};
        double expected = -(Math.log(0.5) + Math.log(0.75) + Math.log(0.75)) / 3;
        assertThat(Output.SIGMOID.loss(z, Target.of(1))).isEqualTo(expected, within(1e-15));
        Output.SIGMOID.activate(z);
        assertThat(z).containsExactly(new double[] {0.5, 0.75, 0.25}, within(1e-15));
    }

    @Test
    void softmaxOutputsShareOneAndTheirCrossEntropyIsThatOfTheTarget() {
        double[] z = {0, LN3, Math.log(4)};
        assertThat(Output.SOFTMAX.loss(z, Target.of(0))).isEqualTo(Math.log(8), within(1e-15));
        assertThat(Output.SOFTMAX.loss(z, Target.of(2))).isEqualTo(Math.log(2), within(1e-15));
        Output.SOFTMAX.activate(z);
        assertThat(z).containsExactly(new double[] {1.0 / 8, 3.0 / 8, 4.0 / 8}, within(1e-15));
    }

    @Test
    void theLossStaysRightWhereTheOutputRoundsToNoughtOrOne() {
        assertThat(Output.SIGMOID.loss(new double[] {800, -800}, Target.of(1))).isEqualTo(800);
        assertThat(Output.SOFTMAX.loss(new double[] {800, -800}, Target.of(1))).isEqualTo(1_600);
        double tiny = Math.exp(-100);
        assertThat(Output.SIGMOID.loss(new double[] {100, -100}, Target.of(0))).isEqualTo(tiny, within(1e-10 * tiny));
        assertThat(Output.SOFTMAX.loss(new double[] {1_100, 1_000}, Target.of(0)))
                .isEqualTo(tiny, within(1e-10 * tiny));
    }

    @ParameterizedTest
    @MethodSource("lab.carousel.model.Output#all")
    void aNetInputThatIsNoNumberGivesALossThatIsNone(Output output) {
        for (int place = 0; place < 3; place++) {
            double[] z = {1, 2, 3};
            z[place] = Double.NaN;
            assertThat(output.loss(z, Target.of(1))).isNaN();
        }
        if (output != Output.SQUARED) {
            assertThat(output.loss(new double[] {1, Double.NEGATIVE_INFINITY}, Target.of(1)))
                    .isInfinite();
        }
        double[] many = new SplittableRandom(1).doubles(100, -1, 1).toArray();
        many[3] = Double.NaN;
        assertThat(new BatchOutputs(output, many.length).loss(many, Target.of(5)))
                .isNaN();
        assertThat(new BatchOutputs(output, many.length).loss(many, Target.of(3)))
                .isNaN();
    }

    @ParameterizedTest
    @MethodSource("lab.carousel.model.Output#all")
    void fewAndManyOutputsHaveToTheLastBitTheLossAndTheValuesOfTheOutput(Output output) {
        SplittableRandom random = new SplittableRandom(1);
        for (int outputs : new int[] {2, 31, 32, 33, 500}) {
            BatchOutputs units = new BatchOutputs(output, outputs);
            for (double spread : new double[] {1e-3, 1, 10, 100, 2_000}) {
                double[] z = random.doubles(outputs, -spread, spread).toArray();
                int target = random.nextInt(outputs);
                assertThat(units.loss(z, Target.of(target))).isEqualTo(output.loss(z, Target.of(target)));
                double[] expected = z.clone();
                output.activate(expected);
                units.activate(z);
                assertThat(z).containsExactly(expected);
            }
        }
    }

    @Test
    void theSquaredErrorIsTheMeanOverTheOutputsAndNotHalved() {
        double[] z = {LN3, -2, 0};
        Target wanted = Target.ofNumbers(-0.25, 1, 0.5);
        assertThat(Output.LINEAR.loss(z, wanted))
                .isEqualTo(((LN3 + 0.25) * (LN3 + 0.25) + 9 + 0.25) / 3, within(1e-15));
        double low = 1 / (1 + Math.exp(2));
        assertThat(Output.SQUARED.loss(z, wanted)).isEqualTo((1 + (low - 1) * (low - 1)) / 3, within(1e-15));
        assertThat(Output.LINEAR.loss(new double[] {3}, Target.ofNumbers(1))).isEqualTo(4);
        double[] y = z.clone();
        Output.SQUARED.activate(y);
        assertThat(y).containsExactly(new double[] {0.75, low, 0.5}, within(1e-15));
        Output.LINEAR.activate(z);
        assertThat(z).containsExactly(LN3, -2, 0);
    }

    @ParameterizedTest
    @MethodSource("lab.carousel.model.Outputs#all")
    void gradientAndSlopesAreThoseOfDifferences(Output output) {
        for (int outputs : (output.targets() == TargetKind.NUMBERS) ? new int[] {1, 2, 40} : new int[] {2, 40}) {
            double[] z = new SplittableRandom(outputs).doubles(outputs, -2, 2).toArray();
            Target wanted = (output.targets() == TargetKind.NUMBERS)
                    ? Target.ofNumbers(
                            new SplittableRandom(7).doubles(outputs, -1, 1).toArray())
                    : Target.of(1);
            double[] y = z.clone();
            output.activate(y);
            double[] slopes = output.squashing().slopes(y, outputs - 1);
            output.gradient(y, wanted, 0, 3);
            for (int k = 0; k < outputs; k++) {
                double[] above = z.clone();
                double[] below = z.clone();
                above[k] += 1e-5;
                below[k] -= 1e-5;
                double loss = output.loss(above, wanted) - output.loss(below, wanted);
                assertThat(y[k]).isEqualTo(3 * loss / 2e-5, within(1e-9));
                output.activate(above);
                output.activate(below);
                assertThat(slopes[k]).isEqualTo((above[outputs - 1] - below[outputs - 1]) / 2e-5, within(1e-9));
            }
        }
    }

    /** By the one engine that takes whatever a loss declares. */
    @Test
    void aLossThatOnlyTestsDeclareIsTrained() {
        Experiment experiment = NumbersExperiment.of(Hyperparameters.reference()
                .with(Settings.OUTPUT, Outputs.ABSOLUTE)
                .with(Settings.LEARNING_RATE, 0.01)
                .with(Settings.EPOCHS, 60));
        LossCourse course = RecordedRuns.end(experiment).history();
        assertThat(course.loss(0, course.size() - 1)).isLessThan(course.loss(0, 0) / 2);
        assertThat(Settings.kernelOnly(experiment.hyperparameters())).containsExactly(Settings.OUTPUT);
    }

    @Test
    void eachLossHasItsFloor() {
        MemorylessFloor floor = Task.reference().judge().floor(1, ScoredSteps.ALL);
        assertThat(Output.SIGMOID.floor(floor)).isEqualTo(0.1 * Math.log(2), within(1e-15));
        assertThat(Output.SOFTMAX.floor(floor)).isEqualTo(0.25 * Math.log(2), within(1e-15));
        MemorylessFloor squared = PredictorFloor.ofNumbers("nothing", 0.25, (sequence, t, output) -> 0.5)
                .floor();
        assertThat(Output.LINEAR.floor(squared)).isEqualTo(0.25);
        assertThat(Output.SQUARED.floor(squared)).isEqualTo(0.25);
    }
}
