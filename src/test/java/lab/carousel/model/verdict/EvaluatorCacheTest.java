package lab.carousel.model.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.Order;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Parameters;
import org.junit.jupiter.api.Test;

class EvaluatorCacheTest {

    private final Experiment reference = Experiment.reference();
    private final Hyperparameters settings = reference.hyperparameters();

    @Test
    void whatATaskAsksIsFoundOutOnceForAllSeeds() {
        Evaluator.Cache evaluators = new Evaluator.Cache();
        Evaluator first = evaluators.of(reference);
        Experiment other = reference.with(settings.with(Settings.SEED, 2L).with(Settings.LEARNING_RATE, 0.01));
        Evaluator second = evaluators.of(other);
        assertThat(second.memory()).isSameAs(first.memory());
        assertThat(second.experiment()).isSameAs(other);
        Parameters parameters = InitialParameters.of(other);
        assertThat(second.evaluate(parameters)).isEqualTo(Evaluation.of(other, parameters));
    }

    @Test
    void anotherWayToFeedItIsFoundOutAnew() {
        Evaluator.Cache evaluators = new Evaluator.Cache();
        Evaluator first = evaluators.of(reference);
        for (Experiment other : new Experiment[] {
            reference.with(settings.with(Settings.BATCH_SIZE, 3)),
            reference.with(settings.with(Settings.LAG, 2)),
            reference.with(settings.with(Settings.RESET_POLICY, ResetPolicy.AFTER_EPOCH)
                    .with(Settings.ORDER, Order.SHUFFLED)),
            reference.with(settings.with(Settings.RESET_POLICY, ResetPolicy.AFTER_EPOCH)
                    .with(Settings.ORDER, Order.SHUFFLED)
                    .with(Settings.SEED, 2L))
        }) {
            Evaluator made = evaluators.of(other);
            assertThat(made.memory()).isNotSameAs(first.memory());
            Parameters parameters = InitialParameters.of(other);
            assertThat(made.evaluate(parameters)).isEqualTo(Evaluation.of(other, parameters));
            first = made;
        }
    }

    @Test
    void theForksOfOneNetworkAreLookedAtOnce() {
        Evaluator evaluator = new Evaluator(reference);
        Parameters parameters = InitialParameters.of(reference);
        ForkFindings found = evaluator.fed(parameters).findings();
        assertThat(evaluator.fed(parameters).findings()).isSameAs(found);
        assertThat(found.bits(0))
                .isEqualTo(evaluator.evaluate(parameters).judgement().bits());
        Parameters other = InitialParameters.of(reference.with(settings.with(Settings.SEED, 2L)));
        assertThat(evaluator.fed(other).findings().bits(0))
                .isEqualTo(new Evaluator(reference).fed(other).findings().bits(0));
    }

    @Test
    void anEvaluatorFindsOfEachNetworkWhatANewOneFinds() {
        for (Experiment experiment :
                new Experiment[] {reference, reference.with(settings.with(Settings.BATCH_SIZE, 3))}) {
            Evaluator evaluator = new Evaluator(experiment);
            for (long seed : new long[] {1, 2, 1}) {
                Parameters parameters = InitialParameters.of(reference.with(settings.with(Settings.SEED, seed)));
                assertThat(evaluator.evaluate(parameters)).isEqualTo(Evaluation.of(experiment, parameters));
            }
        }
    }
}
