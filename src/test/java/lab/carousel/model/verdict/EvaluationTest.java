package lab.carousel.model.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.LossWeighting;
import lab.carousel.model.NetworkBuilder;
import lab.carousel.model.Output;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.layout.Parameters;
import lab.carousel.task.Task;
import org.junit.jupiter.api.Test;

class EvaluationTest {

    private static final Task TASK = Task.reference();
    private static final Hyperparameters REFERENCE = Hyperparameters.reference();

    private static Evaluation evaluate(Parameters parameters, Hyperparameters hyperparameters) {
        return Evaluation.of(new Experiment(TASK, hyperparameters, EngineName.KERNEL), parameters);
    }

    private static Verdict verdict(Evaluation evaluation) {
        return evaluation.verdict();
    }

    @Test
    void aNetworkOfTheCurrentSymbolReachesTheFloorAndNoMore() {
        Evaluation evaluation = evaluate(NetworkBuilder.ofCurrentSymbol(0, 0).build(), REFERENCE);
        double ln2 = Math.log(2);
        assertThat(evaluation.loss()).isEqualTo(2.0 / 8 * 2 / 5 * ln2, within(1e-14));
        assertThat(evaluation.sequenceLoss()).containsExactly(new double[] {ln2 / 10, ln2 / 10}, within(1e-14));
        assertThat(evaluation.decidingSteps()).isEqualTo(2);
        assertThat(evaluation.decidingLoss()).isEqualTo(2.0 / 5 * ln2, within(1e-14));
        assertThat(evaluation.right()).isEqualTo(7);
        assertThat(evaluation.steps()).isEqualTo(8);
        assertThat(evaluation.recall()).isEqualTo(0.875);
        assertThat(evaluation.margin()).isEqualTo(0, within(1e-14));
        assertThat(verdict(evaluation)).isEqualTo(Verdict.NOT_YET);
    }

    @Test
    void theMarginIsThatOfTheWorstDecidingStep() {
        // After 2: sigmoid(ln 3) = 3/4 for 3, sigmoid(0) = 1/2 for 4, whatever came first
        Evaluation evaluation =
                evaluate(NetworkBuilder.ofCurrentSymbol(Math.log(3), 0).build(), REFERENCE);
        assertThat(evaluation.margin()).isEqualTo(1.0 / 2 - 3.0 / 4, within(1e-14));
        assertThat(evaluation.right()).isEqualTo(7);
        // Sequence 1 wants 3: -(ln 3/4 + ln 1/2) / 5 at one of its 4 steps; sequence 2 wants 4: -(ln 1/4 + ln 1/2) / 5
        assertThat(evaluation.sequenceLoss()[0]).isEqualTo(-Math.log(3.0 / 8) / 20, within(1e-14));
        assertThat(evaluation.sequenceLoss()[1]).isEqualTo(-Math.log(1.0 / 8) / 20, within(1e-14));
        assertThat(evaluation.loss()).isEqualTo(-Math.log(3.0 / 64) / 40, within(1e-14));
        assertThat(evaluation.decidingLoss()).isEqualTo(-Math.log(3.0 / 64) / 10, within(1e-14));
    }

    @Test
    void aNetworkWithACarouselRemembers() {
        Evaluation evaluation =
                evaluate(NetworkBuilder.ofFirstSymbol(Math.log(3)).build(), REFERENCE);
        // The right one gets 3/4, the other 1/4
        assertThat(evaluation.right()).isEqualTo(8);
        assertThat(evaluation.margin()).isEqualTo(1.0 / 2, within(1e-14));
        assertThat(evaluation.decidingLoss()).isEqualTo(-2 * Math.log(3.0 / 4) / 5, within(1e-14));
        assertThat(verdict(evaluation)).isEqualTo(Verdict.REMEMBERS);
    }

    @Test
    void aNetworkThatBarelyRemembersIsRightByLuck() {
        Evaluation evaluation = evaluate(NetworkBuilder.ofFirstSymbol(0.001).build(), REFERENCE);
        assertThat(evaluation.right()).isEqualTo(8);
        // sigmoid(x) - sigmoid(-x) = tanh(x / 2)
        assertThat(evaluation.margin()).isEqualTo(Math.tanh(0.0005), within(1e-14));
        assertThat(verdict(evaluation)).isEqualTo(Verdict.RIGHT_BY_LUCK);
    }

    @Test
    void withTheStateResetAtEveryStepEvenTheCarouselForgets() {
        Parameters carousel = NetworkBuilder.ofFirstSymbol(5).build();
        Evaluation evaluation = evaluate(carousel, REFERENCE.withResetPolicy(ResetPolicy.EVERY_STEP));
        assertThat(evaluation.right()).isEqualTo(7);
        // Nothing that is fed tells what follows after 2
        assertThat(evaluation.verdict()).isEqualTo(Verdict.CANNOT_BE_KNOWN);
        assertThat(evaluation.judgement().outside()).isEqualTo(new Judgement.Outside(0, 2, 7));
        assertThat(evaluation.decidingSteps()).isZero();
        assertThat(evaluation.margin()).isNaN();
        assertThat(evaluate(carousel, REFERENCE).right()).isEqualTo(8);
    }

    @Test
    void stepByStepEverySequenceStartsFromZeroWhateverTheResetPolicyOfTraining() {
        // The second sequence lacks its first symbol: what the first one left in the carousel would answer for it
        Task onlyEnds = Task.parse("0 1 2 3 4", "3 0 1 2 3", "0 1 2 4");
        Parameters carousel = NetworkBuilder.ofFirstSymbol(5).build();
        for (ResetPolicy policy : new ResetPolicy[] {ResetPolicy.NEVER, ResetPolicy.AFTER_EPOCH}) {
            Evaluation evaluation = Evaluation.of(
                    new Experiment(onlyEnds, REFERENCE.withResetPolicy(policy), EngineName.KERNEL).stepByStep(),
                    carousel);
            // From zero the two outputs tie; from a carousel left at 1 the margin would be tanh(-5/2)
            assertThat(evaluation.margin()).isEqualTo(0, within(1e-12));
        }
    }

    @Test
    void softmaxSharesTheOutputAtADecidingStep() {
        Evaluation evaluation =
                evaluate(NetworkBuilder.ofCurrentSymbol(Math.log(3), 0).build(), REFERENCE.withOutput(Output.SOFTMAX));
        assertThat(evaluation.margin()).isEqualTo(1.0 / 4 - 3.0 / 4, within(1e-14));
        assertThat(evaluation.decidingLoss()).isEqualTo(-Math.log(3.0 / 16) / 2, within(1e-14));
        assertThat(evaluation.loss()).isEqualTo(-Math.log(3.0 / 16) / 8, within(1e-14));
    }

    @Test
    void aTaskWithoutDecidingStepsHasNoMargin() {
        Task task = Task.parse("0 1 2 3 4", "3 0 1 2");
        Evaluation evaluation = Evaluation.of(
                new Experiment(task, REFERENCE, EngineName.KERNEL),
                NetworkBuilder.ofCurrentSymbol(0, 0).build());
        assertThat(evaluation.margin()).isNaN();
        assertThat(evaluation.decidingSteps()).isZero();
        assertThat(evaluation.decidingLoss()).isZero();
        assertThat(evaluation.recall()).isEqualTo(1);
        assertThat(evaluation.verdict()).isEqualTo(Verdict.NEEDS_NO_MEMORY);
    }

    @Test
    void aSmallLossAfterALargeOneKeepsItsDigits() {
        // The first sequence has a loss of about 2,000 at its only step, the second one of e^-50 or so
        Task task = Task.parse("0 1 2 3 4", "2 3", "0 1");
        Parameters network = NetworkBuilder.ofCurrentSymbol(-10_000, 0).build();
        Evaluation evaluation = Evaluation.of(new Experiment(task, REFERENCE, EngineName.KERNEL), network);
        assertThat(evaluation.sequenceLoss()[0]).isEqualTo(2_000, within(1.0));
        assertThat(evaluation.sequenceLoss()[1]).isEqualTo(Math.exp(-50), within(1e-8 * Math.exp(-50)));
    }

    @Test
    void theReferenceAtItsStartGivesTheSameBitsEverywhere() {
        Experiment experiment = Experiment.reference();
        Evaluation evaluation = Evaluation.of(experiment, InitialParameters.of(experiment));
        assertThat(evaluation)
                .usingRecursiveComparison()
                .ignoringFields("judgement")
                .isEqualTo(Evaluations.of(
                        0.7042348816470083,
                        new double[] {0.7033884072243176, 0.7050813560696991},
                        1,
                        8,
                        2,
                        0.7129287755119575,
                        -0.03025074180104309));
    }

    @Test
    void onlyTheStepsWithAnErrorSignalCount() {
        Evaluation evaluation = evaluate(
                NetworkBuilder.ofCurrentSymbol(0, 0).build(), REFERENCE.withLossWeighting(LossWeighting.LAST_STEP));
        double step = 2.0 / 5 * Math.log(2);
        assertThat(evaluation.steps()).isEqualTo(2);
        assertThat(evaluation.right()).isEqualTo(1);
        assertThat(evaluation.loss()).isEqualTo(step, within(1e-14));
        assertThat(evaluation.sequenceLoss()).containsExactly(new double[] {step, step}, within(1e-14));
        assertThat(evaluation.decidingSteps()).isEqualTo(2);
        assertThat(evaluation.decidingLoss()).isEqualTo(step, within(1e-14));
    }

    @Test
    void theLossThatIsShownHasNoWeights() {
        Parameters network = NetworkBuilder.ofCurrentSymbol(0, 0).build();
        assertThat(evaluate(network, REFERENCE.withLossWeighting(LossWeighting.lastStepWeighs(7))))
                .isEqualTo(evaluate(network, REFERENCE));
    }

    @Test
    void withALagTheFirstStepIsTheOneThatHasAsManySymbols() {
        Evaluation evaluation = evaluate(NetworkBuilder.ofCurrentSymbol(0, 0).build(), REFERENCE.withLag(2));
        double step = 2.0 / 5 * Math.log(2);
        assertThat(evaluation.steps()).isEqualTo(6);
        assertThat(evaluation.right()).isEqualTo(5);
        assertThat(evaluation.loss()).isEqualTo(2 * step / 6, within(1e-14));
        assertThat(evaluation.sequenceLoss()).containsExactly(new double[] {step / 3, step / 3}, within(1e-14));
    }

    @Test
    void withTheStateResetAtEveryStepTheCarouselHoldsForItsLag() {
        Parameters carousel = NetworkBuilder.ofFirstSymbol(5).build();
        Hyperparameters stateless = REFERENCE.withResetPolicy(ResetPolicy.EVERY_STEP);
        // 1 2 does not tell what comes next, 3 0 1 2 does
        assertThat(evaluate(carousel, stateless.withLag(2)).right()).isEqualTo(5);
        assertThat(evaluate(carousel, stateless.withLag(2)).verdict()).isEqualTo(Verdict.CANNOT_BE_KNOWN);
        assertThat(evaluate(carousel, stateless.withLag(4)).right()).isEqualTo(2);
        assertThat(evaluate(carousel, stateless.withLag(4)).verdict()).isEqualTo(Verdict.NEEDS_NO_MEMORY);
        assertThat(evaluate(carousel, REFERENCE.withLag(2)).margin()).isEqualTo(Math.tanh(2.5), within(1e-12));
    }

    @Test
    void infiniteOrMissingNumbersAreNoticed() {
        Evaluation evaluation = evaluate(
                NetworkBuilder.ofCurrentSymbol(0, 0).outputBias(0, Double.NaN).build(), REFERENCE);
        assertThat(evaluation.isFinite()).isFalse();
        assertThat(evaluate(NetworkBuilder.ofCurrentSymbol(0, 0).build(), REFERENCE)
                        .isFinite())
                .isTrue();
    }

    @Test
    void anEvaluationDoesNotChange() {
        double[] losses = {1, 2};
        Evaluation evaluation = Evaluations.of(1.5, losses, 1, 2, 0, 0, Double.NaN);
        losses[0] = 7;
        evaluation.sequenceLoss()[1] = 7;
        assertThat(evaluation.sequenceLoss()).containsExactly(1, 2);
    }
}
