package lab.carousel.model.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import lab.carousel.model.BatchOutputs;
import lab.carousel.model.Output;
import lab.carousel.model.trace.StepAnswer;
import lab.carousel.task.Target;
import lab.carousel.task.TargetKind;
import org.junit.jupiter.api.Test;

class StepAnswerTest {

    private final StepAnswer answer = new StepAnswer();

    @Test
    void theFirstOfTheLargestIsThePrediction() {
        assertThat(Output.argmax(new double[] {0.1, 0.7, 0.3, 0.7})).isEqualTo(1);
        SplittableRandom random = new SplittableRandom(1);
        for (int index = 0; index < 500; index++) {
            // So few different outputs that there are ties, and some that are no number
            double[] outputs = random.ints(4, 0, 4)
                    .mapToDouble(value -> value == 3 ? random.nextInt(8) == 0 ? Double.NaN : 0.5 : value)
                    .toArray();
            for (int target = 0; target < outputs.length; target++) {
                answer.read(outputs, Target.of(target));
                assertThat(answer.isRight()).isEqualTo(Output.argmax(outputs) == target);
            }
        }
    }

    @Test
    void itIsFoundFromWhatGoesIntoTheOutputsAsItIsReadFromTheOutputs() {
        SplittableRandom random = new SplittableRandom(3);
        StepAnswer found = new StepAnswer();
        for (int index = 0; index < 20_000; index++) {
            Output output = index % 2 == 0 ? Output.SIGMOID : Output.SOFTMAX;
            double[] netInputs = netInputs(random, index % 5 == 0 ? 40 : random.nextInt(2, 6));
            int target = random.nextInt(netInputs.length);
            double[] outputs = netInputs.clone();
            output.activate(outputs);
            answer.read(outputs, Target.of(target));
            found.find(new BatchOutputs(output, netInputs.length), netInputs, Target.of(target));
            assertThat(found.loss()).isEqualTo(Double.valueOf(output.loss(netInputs, Target.of(target))));
            assertThat(told(found, netInputs)).isEqualTo(told(answer, netInputs));
        }
    }

    @Test
    void withoutSymbolsThereIsNoMarginAndNumbersAreRightWithinTheirBound() {
        for (Target target : List.of(Target.ofNumbers(0.5, -1), Target.ofNumbers(2), Target.NONE)) {
            double[] netInputs = target.isWithin(1) ? new double[] {0.25} : new double[] {0.25, 3};
            answer.find(new BatchOutputs(Output.LINEAR, netInputs.length), netInputs, target);
            assertThat(answer.margin()).isNaN();
            assertThat(answer.prediction())
                    .isEqualTo((target.kind() == TargetKind.NUMBERS) ? Target.ofNumbers(netInputs) : Target.NONE);
            assertThat(answer.isWrong(netInputs)).isTrue();
            assertThat(answer.loss()).isEqualTo(Output.LINEAR.loss(netInputs, target));
        }
        for (double tolerance : new double[] {0.5, 0.2}) {
            answer.read(new double[] {0.25, 3}, Target.within(tolerance, 0.5, 3.1));
            assertThat(answer.isRight()).isEqualTo(tolerance == 0.5);
        }
    }

    @Test
    void theOnlyOutputIsAboveAllOthers() {
        answer.find(new BatchOutputs(Output.SIGMOID, 1), new double[] {-3}, Target.of(0));
        assertThat(answer.isRight()).isTrue();
        assertThat(answer.margin()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(answer.isWrong(new double[] {-3})).isFalse();
    }

    private static List<Object> told(StepAnswer answer, double[] netInputs) {
        return List.of(
                answer.target(), answer.margin(), answer.prediction(), answer.isRight(), answer.isWrong(netInputs));
    }

    /** Of all sizes, with equal ones, ones that differ by little, and some that are no number or none that is finite. */
    private static double[] netInputs(SplittableRandom random, int count) {
        double size = Math.pow(10, random.nextInt(-12, 10));
        double[] made = random.doubles(count, -size, size).toArray();
        for (int k = 0; k < count; k++) {
            int kind = random.nextInt(12);
            double other = made[random.nextInt(count)];
            made[k] = kind == 0 ? other : kind == 1 ? Math.nextUp(other) : kind == 2 ? other + 1e-9 : made[k];
        }
        if (random.nextInt(20) == 0) {
            made[random.nextInt(count)] = random.nextBoolean() ? Double.NaN : Double.POSITIVE_INFINITY;
        }
        return made;
    }

    @Test
    void theMarginIsAgainstTheBestOfTheOthers() {
        answer.read(new double[] {0.25, 0.5, 0.75}, Target.of(0));
        assertThat(answer.margin()).isEqualTo(-0.5);
        answer.read(new double[] {0.25, 0.5, 0.75}, Target.of(2));
        assertThat(answer.margin()).isEqualTo(0.25);
        answer.read(new double[] {0.25, Double.NaN, 0.75}, Target.of(2));
        assertThat(answer.margin()).isNaN();
    }

    @Test
    void outputsThatRoundToTheSameAreToldApartByWhatGoesIntoThem() {
        double[] netInputs = {41, 40, -3};
        double[] outputs = netInputs.clone();
        Output.SIGMOID.activate(outputs);
        assertThat(outputs[0]).isEqualTo(outputs[1]);

        answer.read(outputs, Target.of(0));
        assertThat(answer.isWrong(netInputs)).isFalse();
        answer.read(outputs, Target.of(1));
        assertThat(answer.isWrong(netInputs)).isTrue();
    }
}
