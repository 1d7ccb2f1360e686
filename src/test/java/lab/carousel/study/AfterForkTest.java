package lab.carousel.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lab.carousel.model.Experiment;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.Presets;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.trace.ColumnWindow;
import lab.carousel.model.trace.Traces;
import lab.carousel.model.verdict.Evaluator;
import lab.carousel.model.verdict.FedNetwork;
import lab.carousel.study.AfterFork.Side;
import lab.carousel.task.Step;
import lab.carousel.task.Steps;
import lab.carousel.task.Task;
import lab.carousel.task.memory.UnknowableReason;
import org.junit.jupiter.api.Test;

class AfterForkTest {

    private static AfterFork of(Experiment experiment) {
        return AfterFork.of(FedNetwork.of(experiment, InitialParameters.of(experiment)));
    }

    private static Experiment of(Task task) {
        return new Experiment(
                task,
                Experiment.reference().hyperparameters(),
                Experiment.reference().engine());
    }

    private static List<String> fed(AfterFork after, Task task) {
        return after.sides().stream().map(side -> side.fed(task.alphabet())).toList();
    }

    @Test
    void theReferenceIsAskedAfterBothBeginningsForBothTargets() {
        Experiment experiment = Experiment.reference();
        Parameters parameters = InitialParameters.of(experiment);
        AfterFork after = of(experiment);
        assertThat(after.isFork()).isTrue();
        assertThat(after.sides()).extracting(Side::step).containsExactly(new Step(0, 4, 2, 3), new Step(1, 4, 2, 4));
        assertThat(fed(after, experiment.task())).containsExactly("3 0 1 2", "4 0 1 2");
        Traces traces = Traces.of(experiment, parameters, ColumnWindow.START);
        for (Side side : after.sides()) {
            double[] outputs = traces.outputs(traces.columnOf(side.step()).orElseThrow());
            assertThat(side.symbols()).containsExactly(3, 4);
            assertThat(side.outputs()).containsExactly(outputs[3], outputs[4]);
            assertThat(outputs[side.prediction().index()]).isGreaterThanOrEqualTo(Math.max(outputs[3], outputs[4]));
        }
    }

    @Test
    void theWorstForkIsTheOneThatIsListedFirst() {
        Task task = Task.parse("0 1 2 3 4 5 6", "3 0 1 3", "4 0 1 4", "5 2 5", "6 2 6");
        Experiment experiment = of(task);
        Parameters parameters = InitialParameters.of(experiment);
        ForkRow worst =
                ForkList.of(FedNetwork.of(experiment, parameters), 2, 0).rows().get(0);
        assertThat(of(experiment).sides())
                .extracting(side -> side.step().target())
                .containsExactlyInAnyOrderElementsOf(worst.worst());
    }

    @Test
    void aBeginningThatIsOneSymbolShorterIsToldWhole() {
        Task task = Task.parse("0 1 2 3", "1 2 3", "0 1 2 0");
        assertThat(fed(of(of(task)), task)).containsExactly("1 2", "0 1 2");
    }

    /** As the verdict is given: the state of the test before would say something that is not in the sequence. */
    @Test
    void testsOfADrawnTaskStartFromZeroAlsoWhereTheStateIsCarriedOn() {
        Experiment carried =
                Presets.named("paper2cShort").with(settings -> settings.with(Settings.RESET_POLICY, ResetPolicy.NEVER));
        Experiment reset = carried.with(settings -> settings.with(Settings.RESET_POLICY, ResetPolicy.AFTER_SEQUENCE));
        assertThat(of(carried).sides()).hasSize(2).isEqualTo(of(reset).sides());
    }

    @Test
    void ofManySharedSymbolsOnlyTheFirstAndTheLastAreTold() {
        Experiment drawn = Presets.named("paper2a");
        AfterFork after = of(drawn);
        assertThat(fed(after, drawn.task())).containsExactly("x … a98 a99", "y … a98 a99");
    }

    @Test
    void aDrawnTaskIsAskedAtTheAnswersOfATestSequenceAndItsTwin() {
        Experiment drawn = Presets.named("paper2cShort");
        Steps[] test = new Evaluator(drawn).tests().get(0).both().toArray(Steps[]::new);
        AfterFork after = of(drawn);
        assertThat(after.isFork()).isTrue();
        assertThat(after.sides())
                .extracting(side -> side.step().target())
                .containsExactly(test[0].target(test[0].size() - 1), test[1].target(test[1].size() - 1))
                .doesNotHaveDuplicates();
        assertThat(fed(after, drawn.task()).get(0)).matches("[xy] … .* e");
    }

    @Test
    void withoutAForkTheLargestOutputsOfTheLastStepAreShownWithItsTarget() {
        AfterFork after = of(of(Task.parse("0 1 2 3 4 5 6 7 8 9", "0 1 2 3 4 5 6 7 8 9")));
        assertThat(after.isFork()).isFalse();
        assertThat(after.why()).isEmpty();
        assertThat(after.sides()).hasSize(1);
        Side last = after.sides().get(0);
        assertThat(last.step()).isEqualTo(new Step(0, 9, 8, 9));
        assertThat(last.symbols())
                .hasSize(AfterFork.MOST_OUTPUTS)
                .isSorted()
                .contains(9, last.prediction().index());
    }

    @Test
    void whatCannotBeKnownSaysWhy() {
        assertThat(of(of(Task.parse("A B C", "A B C", "A C B"))).why()).containsExactly(UnknowableReason.TASK);
        Experiment reference = Experiment.reference();
        Experiment forgetful =
                reference.with(reference.hyperparameters().with(Settings.RESET_POLICY, ResetPolicy.EVERY_STEP));
        AfterFork after = of(forgetful);
        assertThat(after.isFork()).isFalse();
        assertThat(after.why()).containsExactly(UnknowableReason.RESET_EVERY_STEP);
    }
}
