package lab.carousel.ui.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import lab.carousel.model.EngineName;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.LossWeighting;
import lab.carousel.model.Optimiser;
import lab.carousel.model.Order;
import lab.carousel.model.Output;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Settings;
import lab.carousel.model.Settings.LossOn;
import lab.carousel.model.UpdateInterval;
import lab.carousel.model.layout.Cell;
import lab.carousel.text.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HyperparametersDraftTest {

    private static final HyperparametersDraft REFERENCE =
            HyperparametersDraft.of(Hyperparameters.reference(), EngineName.KERNEL);

    @Test
    void showsTheReferenceAsItIsWritten() {
        assertThat(REFERENCE.number(Field.of(Settings.HIDDEN_UNITS))).isEqualTo("20");
        assertThat(REFERENCE.number(Field.of(Settings.LEARNING_RATE))).isEqualTo("0.001");
        assertThat(REFERENCE.number(Field.of(Settings.FORGET_GATE_BIAS))).isEqualTo("1");
        assertThat(REFERENCE.number(Field.of(Settings.INPUT_GATE_BIAS))).isEqualTo("0");
        assertThat(REFERENCE.choice(Field.of(Settings.CELL))).isEqualTo(Cell.LSTM);
        assertThat(REFERENCE.choice(Field.of(Settings.LOSS_ON))).isEqualTo(LossOn.ALL_STEPS);
        assertThat(Field.all())
                .filteredOn(REFERENCE::hasWord)
                .containsExactlyInAnyOrder(Field.of(Settings.CLIPPING), Field.of(Settings.CHRONO_SPAN));
        assertThat(REFERENCE.hyperparameters()).contains(Hyperparameters.reference());
        assertThat(REFERENCE.problems()).isEmpty();
    }

    @Test
    void keepsEveryValueOnTheWayThroughThePanel() {
        Hyperparameters values = Hyperparameters.reference()
                .with(Settings.CELL, Cell.GRU)
                .with(Settings.LAYERS, 3)
                .with(Settings.HIDDEN_UNITS, 64)
                .with(Settings.LEARNING_RATE, 1.2345678901234567e-5)
                .with(Settings.EPOCHS, 0)
                .with(Settings.UPDATE_INTERVAL, new UpdateInterval(7))
                .with(Settings.BATCH_SIZE, 3)
                .with(Settings.LAG, 2)
                .with(Settings.RESET_POLICY, ResetPolicy.NEVER)
                .with(Settings.ORDER, Order.SHUFFLED)
                .with(Settings.LOSS_WEIGHTING, LossWeighting.lastStepWeighs(0.25))
                .with(Settings.SEED, Hyperparameters.MAX_SEED)
                .with(Settings.OPTIMISER, Optimiser.RMSPROP)
                .with(Settings.MOMENTUM, 0.9)
                .with(Settings.CLIPPING, 1e-9)
                .with(Settings.FORGET_GATE_BIAS, -1.5)
                .with(Settings.INPUT_GATE_BIAS, 2.0)
                .with(Settings.CHRONO_SPAN, 1_000_000)
                .with(Settings.OUTPUT, Output.SOFTMAX);
        assertThat(HyperparametersDraft.of(values, EngineName.DL4J).hyperparameters())
                .contains(values);
        Hyperparameters others = values.with(Settings.UPDATE_INTERVAL, UpdateInterval.WHOLE_SEQUENCE)
                .with(Settings.LOSS_WEIGHTING, LossWeighting.LAST_STEP)
                .with(Settings.CLIPPING, Settings.NO_CLIPPING)
                .with(Settings.FORGET_GATE_BIAS, 3.0)
                .with(Settings.CHRONO_SPAN, Settings.NO_CHRONO);
        assertThat(HyperparametersDraft.of(others, EngineName.KERNEL).hyperparameters())
                .contains(others);
    }

    @Test
    void readsADecimalCommaAndAPrintedMinus() {
        HyperparametersDraft draft = REFERENCE
                .withNumber(Field.of(Settings.LEARNING_RATE), "0,01")
                .withNumber(Field.of(Settings.FORGET_GATE_BIAS), "−2,5");
        assertThat(draft.hyperparameters().orElseThrow().get(Settings.LEARNING_RATE))
                .isEqualTo(0.01);
        assertThat(draft.hyperparameters().orElseThrow().get(Settings.FORGET_GATE_BIAS))
                .isEqualTo(-2.5);
    }

    private static Stream<Field> numbers() {
        return Field.all().stream().filter(field -> field.setting()
                .filter(setting -> setting.domain().numbers().isPresent())
                .isPresent());
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void tellsOfEveryFieldThatIsNoNumber(Field field) {
        HyperparametersDraft draft = REFERENCE
                .withChoice(Field.of(Settings.OPTIMISER), Optimiser.SGD)
                .withChoice(Field.of(Settings.LOSS_ON), LossOn.WEIGHTED)
                .withNumber(field, "many")
                .withWord(field, false);
        assertThat(draft.hyperparameters()).isEmpty();
        assertThat(draft.problems()).containsOnlyKeys(field);
        assertThat(draft.problems().get(field).text()).startsWith("Type a ").contains("for example");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            hiddenUnits|0|The number of hidden units must be a whole number from 1 to 512.
            learningRate|-1|The learning rate must be a number above 0 and at most 100.
            learningRate|5,000|“5,000” can mean 5000 or, with a decimal point, 5.000: write the one that is meant.
            learningRate|1e999|The learning rate must be a number above 0 and at most 100.
            epochs|99999999999999999999|The number of epochs must be a whole number from 0 to 10,000,000.
            updateInterval|5001|The update interval must be a whole number of steps from 1 to 5,000, or the whole sequence.
            layers|9|The number of layers must be a whole number from 1 to 8.
            lag|0|The lag must be a whole number from 1 to 5,000.
            batchSize|0|The batch size must be a whole number from 1 to 5,000.
            momentum|1|The momentum must be a number from 0 to below 1.
            weightDecay|101|The weight decay must be a number from 0 to 100.
            clipping|0|The clipping norm must be a number above 0.
            clipping|1e999|The clipping norm must be a number above 0.
            lossWeighting|0|The weight of the last step must be a number above 0 and at most 1,000,000.
            forgetGateBias|1001|The bias of the forget gate must be a number from -1,000 to 1,000.
            inputGateBias|-1001|The bias of the input gate must be a number from -1,000 to 1,000.
            chronoSpan|1|The span T of chrono initialisation must be a whole number from 2 to 1,000,000.
            chronoSpan|0|The span T of chrono initialisation must be a whole number from 2 to 1,000,000.
            seed|-1|The seed must be a whole number from 0 to 9,007,199,254,740,991.
            """)
    void tellsTheBoundsAtTheFieldThatIsOutOfThem(String name, String typed, String message) {
        Field field =
                numbers().filter(one -> one.key().equals(name)).findFirst().orElseThrow();
        HyperparametersDraft draft = REFERENCE
                .withChoice(Field.of(Settings.OPTIMISER), Optimiser.SGD)
                .withChoice(Field.of(Settings.LOSS_ON), LossOn.WEIGHTED)
                .withNumber(field, typed)
                .withWord(field, false);
        assertThat(draft.hyperparameters()).isEmpty();
        assertThat(draft.problems()).containsOnlyKeys(field);
        assertThat(draft.problems().get(field)).hasToString(message);
    }

    @Test
    void whatStandsBehindAWordIsNotRead() {
        HyperparametersDraft draft =
                REFERENCE.withNumber(Field.of(Settings.CLIPPING), "0").withNumber(Field.of(Settings.CHRONO_SPAN), "x");
        assertThat(draft.hyperparameters()).contains(Hyperparameters.reference());
    }

    @Test
    void whatHasNoEffectStandsInNobodysWay() {
        HyperparametersDraft draft = REFERENCE
                .withNumber(Field.of(Settings.MOMENTUM), "2")
                .withNumber(Field.of(Settings.LAST_STEP_WEIGHT), "none");
        assertThat(draft.hyperparameters()).contains(Hyperparameters.reference());
        assertThat(draft.withChoice(Field.of(Settings.OPTIMISER), Optimiser.SGD).problems())
                .containsOnlyKeys(Field.of(Settings.MOMENTUM));
        // a usable value is kept for the time when it has one
        assertThat(REFERENCE.withNumber(Field.of(Settings.MOMENTUM), "0.5").hyperparameters())
                .contains(Hyperparameters.reference().with(Settings.MOMENTUM, 0.5));
    }

    @Test
    void aWeightCountsOnlyIfItIsChosen() {
        HyperparametersDraft draft = REFERENCE.withNumber(Field.of(Settings.LAST_STEP_WEIGHT), "50");
        assertThat(draft.withChoice(Field.of(Settings.LOSS_ON), LossOn.WEIGHTED)
                        .hyperparameters()
                        .orElseThrow()
                        .get(Settings.LOSS_WEIGHTING))
                .isEqualTo(LossWeighting.lastStepWeighs(50));
        assertThat(draft.withChoice(Field.of(Settings.LOSS_ON), LossOn.LAST_STEP)
                        .hyperparameters()
                        .orElseThrow()
                        .get(Settings.LOSS_WEIGHTING))
                .isEqualTo(LossWeighting.LAST_STEP);
        assertThat(draft.hyperparameters()).contains(Hyperparameters.reference());
    }

    @Test
    void tellsThatAStatelessNetworkHasNoPastForTheGradient() {
        HyperparametersDraft stateless = REFERENCE
                .withWord(Field.of(Settings.UPDATE_INTERVAL), true)
                .withChoice(Field.of(Settings.RESET_POLICY), ResetPolicy.EVERY_STEP);
        assertThat(stateless.problems())
                .containsOnlyKeys(Field.of(Settings.UPDATE_INTERVAL))
                .containsEntry(Field.of(Settings.UPDATE_INTERVAL), Message.of("model.updateInterval.stateless"));
    }

    @Test
    void findsTheFieldThatAMessageIsAbout() {
        assertThat(Field.subjectOf(Message.of("model.batchSize.overSteps", 5, 4)))
                .isEqualTo(Field.of(Settings.BATCH_SIZE));
        assertThat(Field.subjectOf(Message.of("model.lag.overSteps", 5, 4))).isEqualTo(Field.of(Settings.LAG));
        assertThat(Field.subjectOf(Message.of("model.engine.kernelOnly", ""))).isEqualTo(Field.ENGINE);
    }
}
