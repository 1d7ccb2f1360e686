package lab.carousel.model.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.Order;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.trace.FedSteps;
import lab.carousel.model.trace.ForwardPass;
import lab.carousel.task.Steps;
import lab.carousel.task.Task;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PredictionsTest {

    private static final Task TASK = Task.parse("0 1 2 3 4", "3 0 1 2 3 1", "4 0 1 2 4 2 2 0", "1 0 1 2");

    @ParameterizedTest
    @EnumSource
    void areThoseOfTheEvaluationHoweverStatesAreReset(ResetPolicy resets) {
        for (Order order : Order.values()) {
            assertAreLargestOutputs(Hyperparameters.reference()
                    .with(Settings.LAG, 2)
                    .with(Settings.RESET_POLICY, resets)
                    .with(Settings.ORDER, order));
        }
    }

    private static void assertAreLargestOutputs(Hyperparameters hyperparameters) {
        Experiment experiment =
                new Experiment(TASK, hyperparameters, Experiment.reference().engine());
        Parameters parameters = InitialParameters.of(experiment);
        FedSteps fed = FedNetwork.of(experiment, parameters).steps();
        Steps[] sequences = experiment.encoded();
        int[] order = IntStream.range(0, sequences.length).toArray();
        ForwardPass pass = new ForwardPass(parameters, hyperparameters);
        pass.feedEpoch(sequences, order, (s, t, state) -> assertThat(fed.predicted(s, t))
                .isEqualTo(pass.answer(state, sequences[s].target(t)).prediction()));
    }
}
