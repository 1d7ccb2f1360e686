package lab.carousel.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import lab.carousel.model.domain.Bounds;
import lab.carousel.model.domain.Domain;
import lab.carousel.model.layout.Cell;
import lab.carousel.task.ScoredSteps;
import lab.carousel.task.Steps;
import lab.carousel.text.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the declarations of the hyperparameters say. */
class SettingsTest {

    private static final Hyperparameters REFERENCE = Hyperparameters.reference();

    private static Stream<Setting<?>> all() {
        return Settings.ALL.stream();
    }

    private static Stream<Setting<?>> numbers() {
        return all().filter(setting -> setting.domain().numbers().isPresent());
    }

    @Test
    void filesHaveThemInTheOrderTheyHaveAlwaysHad() {
        assertThat(Settings.names())
                .startsWith("cell", "layers", "hiddenUnits", "output", "learningRate", "epochs", "updateInterval")
                .containsSubsequence("batchSize", "lag", "resetPolicy", "order", "lossWeighting", "optimiser")
                .containsSubsequence("momentum", "clipping", "forgetGateBias", "inputGateBias", "chronoSpan", "seed")
                .doesNotHaveDuplicates();
    }

    @Test
    void eachStandsInOneGroupOnTheScreenOrItsPartsDo() {
        List<String> grouped = Stream.of(Settings.Group.values())
                .flatMap(group -> group.settings().stream())
                .<String>map(Setting::name)
                .filter(name -> !name.equals("lossOn"))
                .toList();
        assertThat(grouped).containsExactlyInAnyOrderElementsOf(Settings.names());
    }

    @ParameterizedTest
    @MethodSource("all")
    <T> void theReferenceIsPossibleAndUsual(Setting<T> setting) {
        assertThat(setting.get(REFERENCE)).isEqualTo(setting.reference());
        assertThat(setting.domain().contains(setting.reference())).isTrue();
        assertThat(setting.isUnusual(REFERENCE)).isFalse();
        assertThat(Settings.named(setting.name())).contains(setting);
    }

    @ParameterizedTest
    @MethodSource("all")
    <T> void aChangeLeavesTheRestAsItIs(Setting<T> setting) {
        Hyperparameters usual = REFERENCE.with(Settings.RESET_POLICY, ResetPolicy.NEVER);
        Hyperparameters changed = UnusualSettings.another(usual, setting);
        assertThat(all().filter(each -> !each.get(changed).equals(each.get(usual))))
                .containsExactly(setting);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    hiddenUnits    | The number of hidden units must be a whole number from 1 to 512.
                    learningRate   | The learning rate must be a number above 0 and at most 100.
                    epochs         | The number of epochs must be a whole number from 0 to 10,000,000.
                    batchSize      | The batch size must be a whole number from 1 to 5,000.
                    layers         | The number of layers must be a whole number from 1 to 8.
                    lag            | The lag must be a whole number from 1 to 5,000.
                    momentum       | The momentum must be a number from 0 to below 1.
                    seed           | The seed must be a whole number from 0 to 9,007,199,254,740,991.
                    updateInterval | The update interval must be a whole number of steps from 1 to 5,000, or the whole sequence.
                    clipping       | The clipping norm must be a number above 0.
                    forgetGateBias | The bias of the forget gate must be a number from -1,000 to 1,000.
                    inputGateBias  | The bias of the input gate must be a number from -1,000 to 1,000.
                    chronoSpan     | The span T of chrono initialisation must be a whole number from 2 to 1,000,000.
                    lossWeighting  | The weight of the last step must be a number above 0 and at most 1,000,000.
                    """)
    void saysWhatIsPossible(String name, String message) {
        Setting<?> setting = Settings.named(name).orElseThrow();
        double below = setting.domain().numbers().orElseThrow().bounds().least() - 1;
        assertThatThrownBy(() -> setting.ofNumber(below))
                .isInstanceOf(InvalidInput.class)
                .hasMessage(message);
    }

    @Test
    void wordsStandForWhatNoNumberDoes() {
        assertThat(UpdateInterval.WHOLE_SEQUENCE.isWholeSequence()).isTrue();
        assertThat(new UpdateInterval(5_000).isWholeSequence()).isFalse();
        assertThat(REFERENCE.with(Settings.CHRONO_SPAN, 2).isChrono()).isTrue();
        assertThat(LossWeighting.lastStepWeighs(1)).isEqualTo(LossWeighting.ALL_STEPS);
        assertThat(LossWeighting.LAST_STEP.isLastStepOnly()).isTrue();
        assertThat(LossWeighting.lastStepWeighs(1_000_000).isLastStepOnly()).isFalse();
        Steps two = Steps.of(0, 1, 0);
        assertThat(LossWeighting.LAST_STEP.of(two, 0)).isZero();
        assertThat(LossWeighting.lastStepWeighs(100).of(two, 1)).isEqualTo(100);
        assertThat(LossWeighting.lastStepWeighs(100).of(two, 0)).isEqualTo(1);
        Steps last = two.with(new ScoredSteps(0, true));
        assertThat(LossWeighting.lastStepWeighs(100).of(last, 1)).isEqualTo(100);
        assertThat(LossWeighting.lastStepWeighs(100).of(last, 0)).isZero();
    }

    @Test
    void aStatelessNetworkHasNoPastForTheGradient() {
        Hyperparameters stateless = REFERENCE.with(Settings.RESET_POLICY, ResetPolicy.EVERY_STEP);
        for (UpdateInterval interval : List.of(UpdateInterval.WHOLE_SEQUENCE, new UpdateInterval(2))) {
            assertThatThrownBy(() -> stateless.with(Settings.UPDATE_INTERVAL, interval))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageStartingWith("With the state reset at every step, the gradient has no past");
        }
    }

    @ParameterizedTest
    @MethodSource("numbers")
    <T> void bothEndsOfTheBoundsAreWhatIsPossible(Setting<T> setting) {
        Bounds bounds = setting.domain().numbers().orElseThrow().bounds();
        double near = bounds.whole() ? 1 : 1e-9;
        double least = bounds.aboveLeast() ? bounds.least() + near : bounds.least();
        double most = bounds.belowMost() ? bounds.most() - near : bounds.most();
        for (double possible : new double[] {least, most}) {
            T value = setting.ofNumber(possible);
            assertThat(setting.get(setting.with(REFERENCE, value))).isEqualTo(value);
        }
        double below = bounds.aboveLeast() ? bounds.least() : bounds.least() - near;
        double above = bounds.belowMost() || bounds.most() == Double.MAX_VALUE ? bounds.most() : bounds.most() + 1;
        assertThatThrownBy(() -> setting.ofNumber(below))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(
                                refused.problem().key())
                        .isEqualTo("hyperparameters." + setting.name() + ".range"));
        assertThatThrownBy(() -> setting.ofNumber(Double.NaN)).isInstanceOf(InvalidInput.class);
        if (bounds.most() != Double.MAX_VALUE) {
            assertThatThrownBy(() -> setting.ofNumber(above)).isInstanceOf(InvalidInput.class);
        }
    }

    @ParameterizedTest
    @MethodSource("numbers")
    <T> void theSliderReachesOnlyWhatIsPossible(Setting<T> setting) {
        Domain.Number<T> numbers = setting.domain().numbers().orElseThrow();
        assertThat(numbers.bounds().contains(numbers.slider().least())).isTrue();
        assertThat(numbers.bounds().contains(numbers.slider().most())).isTrue();
    }

    @Test
    void theReferenceIsTheTutorial() {
        assertThat(all().map(setting -> setting.name() + " " + setting.written(REFERENCE)))
                .contains("cell lstm", "layers 1", "hiddenUnits 20", "output sigmoid", "learningRate 0.001")
                .contains("epochs 250", "updateInterval 1", "batchSize 1", "lag 1", "resetPolicy after sequence")
                .contains("order as listed", "lossWeighting all steps", "optimiser adam", "momentum 0.0")
                .contains("clipping none", "forgetGateBias 1.0", "inputGateBias 0.0", "chronoSpan off", "seed 1");
    }

    @Test
    void valuesAreWrittenAsWholeNumbersNumbersAndWords() {
        assertThat(Settings.HIDDEN_UNITS.written(REFERENCE)).isEqualTo(20L);
        assertThat(Settings.LEARNING_RATE.written(REFERENCE)).isEqualTo(0.001);
        assertThat(Settings.RESET_POLICY.written(REFERENCE)).isEqualTo("after sequence");
        assertThat(Settings.CLIPPING.written(REFERENCE)).isEqualTo("none");
        assertThat(Settings.CLIPPING.written(REFERENCE.with(Settings.CLIPPING, 2.0)))
                .isEqualTo(2.0);
        assertThat(Settings.UPDATE_INTERVAL.written(
                        REFERENCE.with(Settings.UPDATE_INTERVAL, UpdateInterval.WHOLE_SEQUENCE)))
                .isEqualTo("whole sequence");
        assertThat(Settings.LOSS_WEIGHTING.written(REFERENCE.with(Settings.LOSS_WEIGHTING, LossWeighting.LAST_STEP)))
                .isEqualTo("last step");
    }

    @Test
    void onlyWhatHasAnInfluenceIsAskedOfTheKernel() {
        assertThat(Settings.kernelOnly(REFERENCE.with(Settings.MOMENTUM, 0.5))).isEmpty();
        assertThat(Settings.kernelOnly(REFERENCE
                        .with(Settings.MOMENTUM, 0.5)
                        .with(Settings.OPTIMISER, Optimiser.SGD)
                        .with(Settings.CLIPPING, 1.0)
                        .with(Settings.CELL, Cell.GRU)))
                .containsExactly(Settings.CELL, Settings.MOMENTUM, Settings.CLIPPING);
    }
}
