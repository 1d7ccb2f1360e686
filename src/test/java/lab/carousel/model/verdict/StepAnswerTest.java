package lab.carousel.model.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import lab.carousel.model.Output;
import lab.carousel.model.function.Activation;
import org.junit.jupiter.api.Test;

class StepAnswerTest {

    private final StepAnswer answer = new StepAnswer();

    @Test
    void theFirstOfTheLargestIsThePrediction() {
        SplittableRandom random = new SplittableRandom(1);
        for (int index = 0; index < 500; index++) {
            // So few different outputs that there are ties, and some that are no number
            double[] outputs = random.ints(4, 0, 4)
                    .mapToDouble(value -> value == 3 ? random.nextInt(8) == 0 ? Double.NaN : 0.5 : value)
                    .toArray();
            for (int target = 0; target < outputs.length; target++) {
                answer.read(outputs, target);
                assertThat(answer.isRight()).isEqualTo(Output.argmax(outputs) == target);
            }
        }
    }

    @Test
    void theMarginIsAgainstTheBestOfTheOthers() {
        answer.read(new double[] {0.25, 0.5, 0.75}, 0);
        assertThat(answer.margin()).isEqualTo(-0.5);
        answer.read(new double[] {0.25, 0.5, 0.75}, 2);
        assertThat(answer.margin()).isEqualTo(0.25);
        answer.read(new double[] {0.25, Double.NaN, 0.75}, 2);
        assertThat(answer.margin()).isNaN();
    }

    @Test
    void outputsThatRoundToTheSameAreToldApartByWhatGoesIntoThem() {
        double[] netInputs = {41, 40, -3};
        double[] outputs = netInputs.clone();
        Output.SIGMOID.activate(outputs);
        assertThat(outputs[0]).isEqualTo(outputs[1]);

        answer.read(outputs, 0);
        assertThat(answer.isWrong(netInputs)).isFalse();
        answer.read(outputs, 1);
        assertThat(answer.isWrong(netInputs)).isTrue();
    }

    @Test
    void noPairIsAboutALargerLossThanItsBound() {
        SplittableRandom random = new SplittableRandom(2);
        for (int index = 0; index < 500; index++) {
            double size = Math.pow(10, random.nextDouble(-3, 2));
            double[] netInputs = random.doubles(5, -size, size).toArray();
            double[] outputs = netInputs.clone();
            (index % 2 == 0 ? Output.SIGMOID : Output.SOFTMAX).activate(outputs);
            answer.read(outputs, 2);
            for (int other : new int[] {0, 1, 3, 4}) {
                double d = netInputs[2] - netInputs[other];
                assertThat(Activation.softplus(-d)).isLessThanOrEqualTo(answer.lossBound(netInputs));
                assertThat(Activation.softplus(-d) + Activation.softplus(d / 3))
                        .isLessThanOrEqualTo(LossBound.ofPair(d, -d / 3));
            }
        }
    }
}
