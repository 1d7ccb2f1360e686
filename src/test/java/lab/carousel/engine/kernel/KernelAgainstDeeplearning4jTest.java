package lab.carousel.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import lab.carousel.engine.Stretch;
import lab.carousel.engine.Trainer;
import lab.carousel.engine.dl4j.Dl4jEngine;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.Optimiser;
import lab.carousel.model.Output;
import lab.carousel.model.Parameters;
import lab.carousel.model.UpdateInterval;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The two engines give the same curve from the same start. */
class KernelAgainstDeeplearning4jTest {

    static List<Hyperparameters> settings() {
        Hyperparameters online = Hyperparameters.reference();
        Hyperparameters whole = online.withUpdateInterval(UpdateInterval.WHOLE_SEQUENCE);
        return List.of(online, whole, online.withOutput(Output.SOFTMAX), whole.withOutput(Output.SOFTMAX));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void givesTheSameLossesAndWeightsOverTheReferencesUpdates(Hyperparameters hyperparameters) {
        assertSame(hyperparameters, 2_000);
    }

    @ParameterizedTest
    @EnumSource
    void givesTheSameLossesAndWeightsWithEveryOptimiser(Optimiser optimiser) {
        for (Hyperparameters hyperparameters : settings()) {
            assertSame(hyperparameters.withOptimiser(optimiser), 200);
        }
    }

    private static void assertSame(Hyperparameters hyperparameters, int updates) {
        Experiment experiment = Experiment.reference().with(hyperparameters);
        Parameters initial = InitialParameters.of(experiment);
        List<Stretch> epoch = Stretch.of(experiment);
        try (Trainer reference = new Dl4jEngine().start(experiment, initial);
                Trainer kernel = new KernelEngine().start(experiment, initial)) {
            for (int update = 0; update < updates; update++) {
                Stretch stretch = epoch.get(update % epoch.size());
                assertThat(stretch.update(kernel))
                        .as("update %d", update)
                        .isCloseTo(stretch.update(reference), within(1e-9));
                if (stretch.endsSequence()) {
                    kernel.resetState();
                    reference.resetState();
                }
            }
            assertThat(kernel.parameters().toArray())
                    .containsExactly(reference.parameters().toArray(), within(1e-7));
            assertThat(kernel.parameters()).isNotEqualTo(initial);
        }
    }
}
