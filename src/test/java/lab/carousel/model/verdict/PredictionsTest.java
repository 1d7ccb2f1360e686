package lab.carousel.model.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.LossWeighting;
import lab.carousel.model.Order;
import lab.carousel.model.Output;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.trace.Tracer;
import lab.carousel.task.Target;
import lab.carousel.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PredictionsTest {

    private static final Task TASK = Task.parse("0 1 2 3 4", "3 0 1 2 3 1", "4 0 1 2 4 2 2 0", "1 0 1 2");

    @ParameterizedTest
    @EnumSource
    void areTheLargestOutputsOfTheTraceHoweverStatesAreReset(ResetPolicy resets) {
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
        Evaluator evaluator = new Evaluator(experiment);
        Target[][] predictions = evaluator.predictions(parameters).orElseThrow();
        for (int s = 0; s < TASK.sequences().size(); s++) {
            int sequence = s;
            new Tracer(experiment)
                    .feed(parameters, s, (t, target, loss, outputs, state) -> assertThat(predictions[sequence][t])
                            .isEqualTo(Target.of(Output.argmax(outputs))));
        }
    }

    @Test
    void areNotToldWhereNotAllStepsCount() {
        Experiment experiment = Experiment.reference();
        Experiment lastOnly =
                experiment.with(experiment.hyperparameters().with(Settings.LOSS_WEIGHTING, LossWeighting.LAST_STEP));
        assertThat(new Evaluator(lastOnly).predictions(InitialParameters.of(lastOnly)))
                .isEmpty();
    }
}
