package lab.carousel.model.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.LossWeighting;
import lab.carousel.model.NetworkBuilder;
import lab.carousel.model.Output;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Parameters;
import lab.carousel.task.Task;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Networks written by hand, on paper: what they answer in the reference task, and what that is called. */
class EvaluationTest {

    private static final Offset<Double> EXACT = within(1e-14);
    private static final Hyperparameters REFERENCE = Hyperparameters.reference();
    private static final Hyperparameters STATELESS = REFERENCE.with(Settings.RESET_POLICY, ResetPolicy.EVERY_STEP);
    /** The share of ln 2 that a coin flip costs at the two steps after 2, of five outputs. */
    private static final double COIN = 2.0 / 5 * Math.log(2);

    private static Evaluation evaluate(Task task, Parameters parameters, Hyperparameters hyperparameters) {
        return Evaluation.of(new Experiment(task, hyperparameters, EngineName.KERNEL), parameters);
    }

    private static Evaluation evaluate(Parameters parameters, Hyperparameters hyperparameters) {
        return evaluate(Task.reference(), parameters, hyperparameters);
    }

    /** Knows the current symbol; of 3 and 4 after 2 it gives 3 this net input, and 4 none. */
    private static Parameters current(double three) {
        return NetworkBuilder.ofCurrentSymbol(three, 0).build();
    }

    private static Parameters carousel(double strength) {
        return NetworkBuilder.ofFirstSymbol(strength).build();
    }

    /** What comes of a network; the loss of the deciding steps is that of each, in the mean. */
    private record Answered(
            Parameters network,
            Hyperparameters settings,
            int right,
            int steps,
            double margin,
            double decidingLoss,
            Verdict verdict) {}

    static Stream<Answered> answers() {
        double ln3 = Math.log(3);
        return Stream.of(
                new Answered(current(0), REFERENCE, 7, 8, 0, COIN, Verdict.NOT_YET),
                // sigmoid(ln 3) = 3/4 for 3, sigmoid(0) = 1/2 for 4, whatever came first
                new Answered(current(ln3), REFERENCE, 7, 8, -1.0 / 4, -Math.log(3.0 / 64) / 10, Verdict.NOT_YET),
                // The right one gets 3/4, the other 1/4
                new Answered(carousel(ln3), REFERENCE, 8, 8, 1.0 / 2, -2 * Math.log(3.0 / 4) / 5, Verdict.REMEMBERS),
                // sigmoid(x) - sigmoid(-x) = tanh(x / 2)
                new Answered(
                        carousel(0.001),
                        REFERENCE,
                        8,
                        8,
                        Math.tanh(0.0005),
                        -2 * Math.log(1 / (1 + Math.exp(-0.001))) / 5,
                        Verdict.A_TRACE),
                new Answered(
                        current(ln3),
                        REFERENCE.with(Settings.OUTPUT, Output.SOFTMAX),
                        7,
                        8,
                        1.0 / 4 - 3.0 / 4,
                        -Math.log(3.0 / 16) / 2,
                        Verdict.NOT_YET),
                // Only the steps with an error signal count
                new Answered(
                        current(0),
                        REFERENCE.with(Settings.LOSS_WEIGHTING, LossWeighting.LAST_STEP),
                        1,
                        2,
                        0,
                        COIN,
                        Verdict.NOT_YET),
                // The first step is the one that has as many symbols
                new Answered(current(0), REFERENCE.with(Settings.LAG, 2), 5, 6, 0, COIN, Verdict.NOT_YET));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void isThatOfTheAnswers(Answered answered) {
        Evaluation evaluation = evaluate(answered.network, answered.settings);
        assertThat(evaluation.right()).isEqualTo(answered.right);
        assertThat(evaluation.steps()).isEqualTo(answered.steps);
        assertThat(evaluation.recall()).isEqualTo((double) answered.right / answered.steps);
        assertThat(evaluation.margin()).isEqualTo(answered.margin, EXACT);
        assertThat(evaluation.decidingSteps()).isEqualTo(2);
        assertThat(evaluation.decidingLoss()).isEqualTo(answered.decidingLoss, EXACT);
        // At all other steps the networks are certain
        assertThat(evaluation.loss()).isEqualTo(2 * answered.decidingLoss / answered.steps, EXACT);
        assertThat(evaluation.sequenceLoss()[0] + evaluation.sequenceLoss()[1])
                .isEqualTo(4 * answered.decidingLoss / answered.steps, EXACT);
        assertThat(evaluation.verdict()).isEqualTo(answered.verdict);
        assertThat(evaluation.isFinite()).isTrue();
    }

    @Test
    void theLossOfASequenceIsItsOwnAndHasNoWeights() {
        Evaluation evaluation = evaluate(current(Math.log(3)), REFERENCE);
        // Sequence 1 wants 3: -(ln 3/4 + ln 1/2) / 5 at one of its 4 steps; sequence 2 wants 4: -(ln 1/4 + ln 1/2) / 5
        assertThat(evaluation.sequenceLoss())
                .containsExactly(new double[] {-Math.log(3.0 / 8) / 20, -Math.log(1.0 / 8) / 20}, EXACT);
        assertThat(evaluate(current(0), REFERENCE.with(Settings.LOSS_WEIGHTING, LossWeighting.lastStepWeighs(7))))
                .isEqualTo(evaluate(current(0), REFERENCE));
        // About 2,000 at the only step of the first sequence, e^-50 or so at that of the second
        Parameters network = NetworkBuilder.ofCurrentSymbol(-10_000, 0).build();
        double[] losses = evaluate(Task.parse("0 1 2 3 4", "2 3", "0 1"), network, REFERENCE)
                .sequenceLoss();
        assertThat(losses[0]).isEqualTo(2_000, within(1.0));
        assertThat(losses[1]).isEqualTo(Math.exp(-50), within(1e-8 * Math.exp(-50)));
    }

    @Test
    void withTheStateResetAtEveryStepTheCarouselHoldsForItsLag() {
        Evaluation forgets = evaluate(carousel(5), STATELESS);
        assertThat(forgets.right()).isEqualTo(7);
        // Nothing that is fed tells what follows after 2
        assertThat(forgets.verdict()).isEqualTo(Verdict.CANNOT_BE_KNOWN);
        assertThat(forgets.judgement().outside()).isEqualTo(new StepsOutside(0, 2, 7));
        assertThat(forgets.decidingSteps()).isZero();
        assertThat(forgets.margin()).isNaN();
        // 1 2 does not tell what comes next, 3 0 1 2 does
        assertThat(evaluate(carousel(5), STATELESS.with(Settings.LAG, 2)).right())
                .isEqualTo(5);
        assertThat(evaluate(carousel(5), STATELESS.with(Settings.LAG, 2)).verdict())
                .isEqualTo(Verdict.CANNOT_BE_KNOWN);
        assertThat(evaluate(carousel(5), STATELESS.with(Settings.LAG, 4)).right())
                .isEqualTo(2);
        assertThat(evaluate(carousel(5), STATELESS.with(Settings.LAG, 4)).verdict())
                .isEqualTo(Verdict.NEEDS_NO_MEMORY);
        assertThat(evaluate(carousel(5), REFERENCE.with(Settings.LAG, 2)).margin())
                .isEqualTo(Math.tanh(2.5), within(1e-12));
    }

    @Test
    void stepByStepEverySequenceStartsFromZeroWhateverTheResetPolicyOfTraining() {
        // The second sequence lacks its first symbol: what the first one left in the carousel would answer for it
        Task onlyEnds = Task.parse("0 1 2 3 4", "3 0 1 2 3", "0 1 2 4");
        for (ResetPolicy policy : new ResetPolicy[] {ResetPolicy.NEVER, ResetPolicy.AFTER_EPOCH}) {
            Experiment carried =
                    new Experiment(onlyEnds, REFERENCE.with(Settings.RESET_POLICY, policy), EngineName.KERNEL);
            // From zero the two outputs tie; from a carousel left at 1 the margin would be tanh(-5/2)
            assertThat(Evaluation.of(carried.stepByStep(), carousel(5)).margin())
                    .isEqualTo(0, within(1e-12));
        }
    }

    @Test
    void theReferenceAtItsStartGivesTheSameBitsEverywhere() {
        Experiment experiment = Experiment.reference();
        double[] losses = {0.7033884072243176, 0.7050813560696991};
        assertThat(Evaluation.of(experiment, InitialParameters.of(experiment)))
                .usingRecursiveComparison()
                .ignoringFields("judgement")
                .isEqualTo(
                        Evaluations.of(0.7042348816470083, losses, 1, 8, 2, 0.7129287755119575, -0.03025074180104309));
    }

    @Test
    void isACopyAndTellsWhetherItsNumbersAreNone() {
        Parameters none =
                NetworkBuilder.ofCurrentSymbol(0, 0).outputBias(0, Double.NaN).build();
        assertThat(evaluate(none, REFERENCE).isFinite()).isFalse();
        double[] losses = {1, 2};
        Evaluation evaluation = Evaluations.of(1.5, losses, 1, 2, 0, 0, Double.NaN);
        losses[0] = 7;
        evaluation.sequenceLoss()[1] = 7;
        assertThat(evaluation.sequenceLoss()).containsExactly(1, 2);
    }
}
