package lab.carousel.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import lab.carousel.model.domain.Bounds;
import lab.carousel.model.domain.Domain;
import lab.carousel.model.layout.Cell;
import lab.carousel.text.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
    void valuesAreWrittenAsWholeNumbersNumbersAndWords() {
        assertThat(Settings.HIDDEN_UNITS.written(REFERENCE)).isEqualTo(20L);
        assertThat(Settings.LEARNING_RATE.written(REFERENCE)).isEqualTo(0.001);
        assertThat(Settings.RESET_POLICY.written(REFERENCE)).isEqualTo("after sequence");
        assertThat(Settings.CLIPPING.written(REFERENCE)).isEqualTo("none");
        assertThat(Settings.CLIPPING.written(REFERENCE.withClipping(new Clipping(2))))
                .isEqualTo(2.0);
        assertThat(Settings.UPDATE_INTERVAL.written(REFERENCE.withUpdateInterval(UpdateInterval.WHOLE_SEQUENCE)))
                .isEqualTo("whole sequence");
        assertThat(Settings.LOSS_WEIGHTING.written(REFERENCE.withLossWeighting(LossWeighting.LAST_STEP)))
                .isEqualTo("last step");
    }

    @Test
    void onlyWhatHasAnInfluenceIsAskedOfTheKernel() {
        assertThat(KernelOnly.in(REFERENCE.withMomentum(0.5))).isEmpty();
        assertThat(KernelOnly.in(REFERENCE
                        .withMomentum(0.5)
                        .withOptimiser(Optimiser.SGD)
                        .withClipping(new Clipping(1))
                        .withCell(Cell.GRU)))
                .containsExactly(Settings.CELL, Settings.MOMENTUM, Settings.CLIPPING);
    }
}
