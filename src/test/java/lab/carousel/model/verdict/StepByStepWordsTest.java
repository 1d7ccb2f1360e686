package lab.carousel.model.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.layout.Parameters;
import org.junit.jupiter.api.Test;

class StepByStepWordsTest {

    private static String words(Hyperparameters settings) {
        Experiment experiment = Experiment.reference().with(settings);
        Parameters parameters = InitialParameters.of(experiment);
        return StepByStepWords.of(
                experiment, Evaluation.of(experiment, parameters), Evaluation.of(experiment.stepByStep(), parameters));
    }

    @Test
    void bothStandSideBySideWithWhyTheyDiffer() {
        assertThat(words(Hyperparameters.reference().withBatchSize(3)))
                .matches("As trained: \\d of 8, loss 0\\.\\d{4}, .*\\. Step by step: \\d of 8, loss 0\\.\\d{4}, .*\\."
                        + " They differ because training feeds each sequence through 3 slots .*");
        assertThat(words(Hyperparameters.reference().withResetPolicy(ResetPolicy.NEVER)))
                .contains("carries the state over the end of a sequence");
    }

    @Test
    void nothingIsSaidWhereTheyAreTheSame() {
        assertThat(words(Hyperparameters.reference())).isEmpty();
    }
}
