package lab.carousel.engine;

import static lab.carousel.engine.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import lab.carousel.Sample;
import lab.carousel.engine.dl4j.Dl4jEngine;
import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.Output;
import lab.carousel.model.Settings;
import lab.carousel.model.UpdateInterval;
import lab.carousel.model.layout.Parameters;
import lab.carousel.task.DrawnTask;
import lab.carousel.task.Steps;
import lab.carousel.task.Task;
import lab.carousel.task.drawn.DrawnKinds;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Deeplearning4j trains every kind of drawn task as the kernel does. */
class DrawnTasksInBothEnginesTest {

    private static final int MOST = 20;

    /** With every output that is for it; a task of few hundred steps where the kind has a parameter for that. */
    static Stream<Experiment> kinds() {
        Stream<Experiment> all = DrawnKinds.ALL.stream().flatMap(kind -> Output.all().stream()
                .filter(output -> output.targets() == kind.targets())
                .filter(output -> !(kind.hasSets() && output == Output.SOFTMAX))
                .filter(output -> kind.isFromZeroToOne() || output != Output.SQUARED)
                .map(output -> new Experiment(
                        Task.drawn(task(kind)),
                        Hyperparameters.reference()
                                .with(Settings.HIDDEN_UNITS, 3)
                                .with(Settings.OUTPUT, output)
                                .with(Settings.UPDATE_INTERVAL, UpdateInterval.WHOLE_SEQUENCE),
                        EngineName.DL4J)));
        return Sample.of(1, all.toList(), each -> each.hyperparameters().get(Settings.OUTPUT), each -> each.task()
                .supply()
                .hasSets());
    }

    private static DrawnTask task(DrawnTask kind) {
        return DrawnTask.of(
                kind,
                kind.parameters().stream()
                        .mapToInt(parameter -> Math.max(parameter.least(), Math.min(MOST, parameter.first())))
                        .toArray());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void bothEnginesTrainEveryKindTheSame(Experiment experiment) {
        Parameters initial = InitialParameters.of(experiment);
        double loss = 0;
        try (Trainer kernel = new KernelEngine().start(experiment, initial);
                Trainer reference = new Dl4jEngine().start(experiment, initial)) {
            for (Steps steps : experiment.encoded()) {
                Stretch whole = new Stretch(steps, 0, steps.size(), 1, true);
                double own = whole.update(kernel);
                assertThat(whole.update(reference)).isEqualTo(own, within(1e-11));
                kernel.resetState();
                reference.resetState();
                loss += own;
            }
            assertNear(reference.parameters(), kernel.parameters(), 1e-9, experiment::toString);
            assertThat(kernel.parameters()).isNotEqualTo(initial);
        }
        assertThat(loss).isPositive().isFinite();
    }
}
