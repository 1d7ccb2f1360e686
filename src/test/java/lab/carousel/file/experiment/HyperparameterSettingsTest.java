package lab.carousel.file.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.LossWeighting;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Settings;
import lab.carousel.model.UpdateInterval;
import lab.carousel.model.layout.Cell;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.TypedNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HyperparameterSettingsTest {

    private static Hyperparameters set(Hyperparameters base, String... settings) {
        return new HyperparameterSettings(List.of(settings)).over(base);
    }

    @Test
    void takesTheWordsAndNumbersOfTheFile() {
        assertThat(set(
                        Hyperparameters.reference().with(Settings.HIDDEN_UNITS, 7),
                        "clipping=0.5",
                        "updateInterval=whole sequence",
                        "lossWeighting=last step",
                        "inputGateBias=-2",
                        "learningRate=1e-2",
                        "seed=9007199254740991"))
                .isEqualTo(Hyperparameters.reference()
                        .with(Settings.HIDDEN_UNITS, 7)
                        .with(Settings.CLIPPING, 0.5)
                        .with(Settings.UPDATE_INTERVAL, UpdateInterval.WHOLE_SEQUENCE)
                        .with(Settings.LOSS_WEIGHTING, LossWeighting.LAST_STEP)
                        .with(Settings.INPUT_GATE_BIAS, -2.0)
                        .with(Settings.LEARNING_RATE, 0.01)
                        .with(Settings.SEED, Hyperparameters.MAX_SEED));
        assertThat(set(Hyperparameters.reference(), "chronoSpan=100"))
                .isEqualTo(Hyperparameters.reference().with(Settings.CHRONO_SPAN, 100));
        assertThat(set(Hyperparameters.reference(), "cell=gru"))
                .isEqualTo(Hyperparameters.reference().with(Settings.CELL, Cell.GRU));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"+3|3", "007|7", "5,000|5000", "5 000|5000"})
    void wholeNumbersAreTypedAsAnywhere(String typed, long number) {
        assertThat(set(Hyperparameters.reference(), "seed=" + typed).get(Settings.SEED))
                .isEqualTo(number)
                .isEqualTo(TypedNumber.whole(typed));
        assertThat(set(Hyperparameters.reference(), "updateInterval=" + typed).get(Settings.UPDATE_INTERVAL))
                .isEqualTo(new UpdateInterval((int) number));
        assertThatThrownBy(() -> set(Hyperparameters.reference(), "learningRate=5,000"))
                .as("which some read as five")
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void theOrderOfSettingsDoesNotMatter() {
        Hyperparameters stateless = Hyperparameters.reference().with(Settings.RESET_POLICY, ResetPolicy.EVERY_STEP);
        Hyperparameters through =
                Hyperparameters.reference().with(Settings.UPDATE_INTERVAL, UpdateInterval.WHOLE_SEQUENCE);
        assertThat(set(stateless, "updateInterval=whole sequence", "resetPolicy=after sequence"))
                .isEqualTo(through);
        assertThat(set(through, "resetPolicy=every step", "updateInterval=1")).isEqualTo(stateless);
    }

    @Test
    void wordsTakeValuesBackToTheReference() {
        Hyperparameters clipped = Hyperparameters.reference()
                .with(Settings.CLIPPING, 1.0)
                .with(Settings.CHRONO_SPAN, 9)
                .with(Settings.LOSS_WEIGHTING, LossWeighting.LAST_STEP);
        assertThat(set(clipped, "clipping=none", "chronoSpan = off", "lossWeighting=all steps"))
                .isEqualTo(Hyperparameters.reference());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            chronoSpan=1|chronoSpan=1: The span T of chrono initialisation must be a whole number from 2 to 1,000,000.
            optimiser=adagrad|optimiser=adagrad: “adagrad” is not possible here: use one of adam, rmsprop, sgd.
            hiddenUnits=many|hiddenUnits=many: Expected a whole number without decimal point or exponent, found “many”.
            clipping|“clipping” sets nothing: write a name, an equals sign and a value, such as clipping=1.
            """)
    void tellsWhatIsWrong(String setting, String message) {
        assertThatThrownBy(() -> set(Hyperparameters.reference(), setting))
                .isInstanceOf(InvalidInput.class)
                .hasMessage(message);
    }

    @Test
    void tellsWhatDoesNotGoTogether() {
        Hyperparameters whole =
                Hyperparameters.reference().with(Settings.UPDATE_INTERVAL, UpdateInterval.WHOLE_SEQUENCE);
        assertThatThrownBy(() -> set(whole, "resetPolicy=every step"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("resetPolicy=every step: With the state reset at every step");
    }

    @Test
    void tellsOfUnknownAndRepeatedNames() {
        assertThatThrownBy(() -> set(Hyperparameters.reference(), "hidenUnits=3"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith(
                        "There is no hyperparameter “hidenUnits”: use one of cell, layers, hiddenUnits, ");
        assertThatThrownBy(() -> set(Hyperparameters.reference(), "lag=1", "lag=2"))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("The hyperparameter lag is set twice: set it once.");
    }

    @Test
    void whatWouldHaveNoInfluenceIsRefused() {
        assertThatThrownBy(() -> set(Hyperparameters.reference(), "momentum=0.5"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("momentum cannot be set here. ");
        assertThat(set(Hyperparameters.reference(), "momentum=0.5", "optimiser=sgd")
                        .get(Settings.MOMENTUM))
                .isEqualTo(0.5);
        assertThat(set(Hyperparameters.reference(), "momentum=0").get(Settings.MOMENTUM))
                .isZero();
    }
}
