package lab.carousel.study.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import lab.carousel.engine.Engine;
import lab.carousel.engine.choice.Engines;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.LossWeighting;
import lab.carousel.model.Optimiser;
import lab.carousel.model.Order;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Settings;
import lab.carousel.model.UpdateInterval;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Parameters;
import lab.carousel.study.many.WatchedEngine;
import lab.carousel.task.Task;
import lab.carousel.task.generator.Generator;
import lab.carousel.task.generator.Recipe;
import lab.carousel.training.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VerifierTest {

    private static final Hyperparameters FEW = Hyperparameters.reference().with(Settings.EPOCHS, 3);
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(1);

    /** On busy cores, too, as many updates are made again as are looked for. */
    private static Verifier patient(Function<EngineName, Engine> engines) {
        return new Verifier(engines, Function.identity(), PATIENCE);
    }

    private static Verification verify(Experiment experiment) {
        return patient(Engines::named).verify(experiment, InitialParameters.of(experiment), () -> false);
    }

    private static Verification verify(Hyperparameters hyperparameters) {
        return verify(Experiment.reference().with(hyperparameters));
    }

    @Test
    void theReferencePasses() {
        Verification verification = verify(Hyperparameters.reference());

        assertThat(verification.passes()).isTrue();
        assertThat(verification.largest()).isBetween(1e-20, 1e-13);
        assertThat(verification.outputs().compared()).isEqualTo(8 * 5);
        assertThat(verification.outputs().stepsCompared()).isEqualTo(8);
        assertThat(verification.outputs().steps()).isEqualTo(8);
        assertThat(verification.replay().updates()).isBetween(1, Verifier.MAX_UPDATES);
        assertThat(verification.replay().isUnsteady()).isFalse();
        assertThat(verification.outputs().obstacle()).isEmpty();
        assertThat(verification.replay().obstacle()).isEmpty();
    }

    @Test
    void aRunThatWentOnFromAPastStateIsMadeAgainFromThere() {
        Experiment experiment = Experiment.reference().with(FEW);
        double[] values = InitialParameters.of(experiment).toArray();
        Arrays.setAll(values, index -> 2 * values[index]);
        Origin origin = Origin.opened(Parameters.of(experiment.layout(), values));
        List<Parameters> started = new ArrayList<>();
        Function<EngineName, Engine> engines = name -> (given, initial) -> {
            started.add(initial);
            return Engines.named(name).start(given, initial);
        };

        Verification verification =
                patient(engines).verify(experiment, Optional.of(origin), origin.parameters(), () -> false);

        assertThat(verification.passes()).isTrue();
        assertThat(verification.replay().updates()).isEqualTo(24);
        assertThat(started).hasSize(3).startsWith(origin.parameters(), origin.parameters());
    }

    @Test
    void aTamperedWeightIsFound() {
        UnaryOperator<Parameters> tampering = parameters -> {
            double[] values = parameters.toArray();
            values[parameters.layout().outputKernel()] += 1e-3;
            return Parameters.of(parameters.layout(), values);
        };
        Experiment experiment = Experiment.reference().with(FEW);

        Verification verification = new Verifier(Engines::named, tampering, PATIENCE)
                .verify(experiment, InitialParameters.of(experiment), () -> false);

        assertThat(verification.passes()).isFalse();
        assertThat(verification.outputs().largestDifference()).isBetween(1e-7, 1e-3);
        assertThat(verification.replay().largestWeightDifference()).isLessThan(Verification.TOLERANCE);
        assertThat(verification.headline()).isEqualTo("Differs from Deeplearning4j");
    }

    @Test
    void anEngineThatIsALittleWrongIsFound() {
        Function<EngineName, Engine> engines = name ->
                name == EngineName.KERNEL ? WatchedEngine.offset(Engines.named(name), 1e-6) : Engines.named(name);
        Experiment experiment = Experiment.reference().with(FEW);

        Verification verification = patient(engines).verify(experiment, InitialParameters.of(experiment), () -> false);

        assertThat(verification.replay().largestLossDifference()).isCloseTo(1e-6, within(1e-12));
        assertThat(verification.passes()).isFalse();
        assertThat(verification.outputs().largestDifference()).isLessThan(1e-13);
    }

    /** Settings, how many outputs are compared and updates made again, and a part of what is said. */
    private record Possible(Hyperparameters settings, int outputs, int updates, String words) {}

    static Stream<Possible> possible() {
        return Stream.concat(
                Stream.of(Cell.LSTM, Cell.RECURRENT, Cell.DENSE)
                        .map(cell -> new Possible(
                                FEW.with(Settings.CELL, cell)
                                        .with(Settings.LAYERS, 2)
                                        .with(Settings.HIDDEN_UNITS, 6)
                                        .with(Settings.LAG, 2)
                                        .with(Settings.LOSS_WEIGHTING, LossWeighting.lastStepWeighs(4))
                                        .with(Settings.ORDER, Order.SHUFFLED),
                                6 * 5,
                                3 * 6,
                                "Verified by Deeplearning4j")),
                Stream.of(
                        new Possible(
                                FEW.with(Settings.RESET_POLICY, ResetPolicy.EVERY_STEP)
                                        .with(Settings.LAG, 2),
                                6 * 5,
                                3 * 6,
                                "Verified"),
                        new Possible(
                                FEW.with(Settings.CLIPPING, 1.0),
                                8 * 5,
                                0,
                                "Updates: not repeated by Deeplearning4j, because it cannot train with clipping of"
                                        + " the whole gradient."),
                        new Possible(FEW.with(Settings.CELL, Cell.GRU), 0, 0, "Kernel only: nothing to compare")));
    }

    @ParameterizedTest
    @MethodSource("possible")
    void whatDeeplearning4jCanDoIsCompared(Possible possible) {
        Verification verification = verify(possible.settings);
        assertThat(verification.passes()).isTrue();
        assertThat(verification.outputs().compared()).isEqualTo(possible.outputs);
        assertThat(verification.replay().updates()).isEqualTo(possible.updates);
        assertThat(verification.comparesAnything()).isEqualTo(possible.outputs > 0);
        assertThat(verification.lines()).anyMatch(line -> line.contains(possible.words));
    }

    @Test
    void feedsALongSequenceInParts() {
        String longOne = "a b b c ".repeat(301);
        Experiment experiment = new Experiment(
                Task.parse("a b c", longOne),
                FEW.with(Settings.HIDDEN_UNITS, 3).with(Settings.EPOCHS, 0),
                EngineName.KERNEL);

        Verification verification = verify(experiment);

        assertThat(verification.passes()).isTrue();
        assertThat(verification.outputs().stepsCompared()).isEqualTo(4 * 301 - 1);
        assertThat(verification.replay().obstacle())
                .hasValueSatisfying(reason -> assertThat(reason.text()).isEqualTo("the run made none"));
    }

    @Test
    void stopsWhereTheTrainingBlowsUpRoundingErrors() {
        Verification verification = verify(Hyperparameters.reference()
                .with(Settings.CELL, Cell.RECURRENT)
                .with(Settings.OPTIMISER, Optimiser.SGD)
                .with(Settings.UPDATE_INTERVAL, UpdateInterval.WHOLE_SEQUENCE)
                .with(Settings.LEARNING_RATE, 100.0));

        assertThat(verification.passes()).isTrue();
        assertThat(verification.replay()).satisfies(replay -> {
            assertThat(replay.isUnsteady()).isTrue();
            assertThat(replay.updates()).isBetween(1, 100);
        });
        assertThat(verification.replay().words()).contains("amplifies every rounding error");
    }

    @Test
    void leavesOutStepsAtWhichTheNetworkHasBlownUpRoundingErrors() {
        Experiment experiment = new Experiment(
                new Generator(Recipe.RANDOM, 2, 300, 5, 1, 1).task(),
                FEW.with(Settings.CELL, Cell.RECURRENT),
                EngineName.KERNEL);
        double[] values = InitialParameters.of(experiment).toArray();
        // Recurrent weights that long make a chaos of the hidden state (Sompolinsky, Crisanti and Sommers 1988)
        Arrays.setAll(values, index -> 4 * values[index]);

        Verification verification =
                patient(Engines::named).verify(experiment, Parameters.of(experiment.layout(), values), () -> false);

        assertThat(verification.passes()).isTrue();
        assertThat(verification.outputs().isUnsteady()).isTrue();
        assertThat(verification.outputs().stepsCompared()).isBetween(2, 500);
        assertThat(verification.outputs().words()).contains("amplifies every rounding error");
    }

    @Test
    void givesUpWhenNobodyWaits() {
        Verification verification = patient(Engines::named)
                .verify(Experiment.reference(), InitialParameters.of(Experiment.reference()), () -> true);

        assertThat(verification.outputs().compared()).isZero();
        assertThat(verification.replay().updates()).isEqualTo(1);
    }
}
