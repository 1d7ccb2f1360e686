package lab.carousel.study;

import static org.assertj.core.api.Assertions.assertThat;

import lab.carousel.model.Experiment;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.trace.ColumnWindow;
import lab.carousel.model.trace.Traces;
import lab.carousel.model.verdict.FedNetwork;
import lab.carousel.task.Step;
import org.junit.jupiter.api.Test;

class ForkAnswersTest {

    @Test
    void tellsTheOutputsAtBothTargetsOfTheFork() {
        Experiment experiment = Experiment.reference();
        Parameters parameters = InitialParameters.of(experiment);
        ForkList forks = ForkList.of(FedNetwork.of(experiment, parameters), 50, 0);
        ForkAnswers answers = ForkAnswers.of(
                FedNetwork.of(experiment, parameters), forks.rows().get(0));
        assertThat(answers.steps()).containsExactlyInAnyOrder(new Step(0, 4, 2, 3), new Step(1, 4, 2, 4));
        Traces traces = Traces.of(experiment, parameters, ColumnWindow.START);
        for (ForkAnswer answer : answers.narrowest()) {
            double[] outputs = traces.outputs(traces.columnOf(answer.step()).orElseThrow());
            int target = answer.step().target().index();
            assertThat(answer.own()).isEqualTo(outputs[target]);
            assertThat(answer.other()).isEqualTo(outputs[7 - target]);
        }
        assertThat(answers.narrowest()).hasSize(2);
    }
}
