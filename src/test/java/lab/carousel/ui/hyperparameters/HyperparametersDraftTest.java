package lab.carousel.ui.hyperparameters;

import static org.assertj.core.api.Assertions.assertThat;

import lab.carousel.message.Message;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Optimiser;
import lab.carousel.model.Order;
import lab.carousel.model.Output;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.UpdateInterval;
import org.junit.jupiter.api.Test;

class HyperparametersDraftTest {

    private static final HyperparametersDraft REFERENCE = HyperparametersDraft.of(Hyperparameters.reference());

    @Test
    void showsTheReferenceAsItIsWritten() {
        assertThat(REFERENCE)
                .isEqualTo(new HyperparametersDraft(
                        "20",
                        "0.001",
                        "250",
                        "1",
                        false,
                        "1",
                        ResetPolicy.AFTER_SEQUENCE,
                        Order.AS_LISTED,
                        "1",
                        Optimiser.ADAM,
                        Output.SIGMOID));
        assertThat(REFERENCE.hyperparameters()).contains(Hyperparameters.reference());
        assertThat(REFERENCE.problems()).isEmpty();
    }

    @Test
    void keepsEveryValueOnTheWayThroughThePanel() {
        Hyperparameters values = Hyperparameters.reference()
                        .withHiddenUnits(64)
                        .withLearningRate(1.2345678901234567e-5)
                        .withEpochs(0)
                        .withUpdateInterval(new UpdateInterval(7))
                        .withBatchSize(3)
                        .withResetPolicy(ResetPolicy.NEVER)
                        .withOrder(Order.SHUFFLED)
                        .withSeed(Hyperparameters.MAX_SEED)
                        .withOptimiser(Optimiser.RMSPROP)
                        .withOutput(Output.SOFTMAX);
        assertThat(HyperparametersDraft.of(values).hyperparameters()).contains(values);
        Hyperparameters whole = values.withUpdateInterval(UpdateInterval.WHOLE_SEQUENCE);
        assertThat(HyperparametersDraft.of(whole).hyperparameters()).contains(whole);
    }

    @Test
    void readsADecimalComma() {
        assertThat(with("20", "0,01", "250", "1").hyperparameters().orElseThrow().learningRate())
                .isEqualTo(0.01);
    }

    @Test
    void tellsOfEveryFieldThatIsNoNumber() {
        HyperparametersDraft draft = with("many", "fast", "", "1.5");
        assertThat(draft.hyperparameters()).isEmpty();
        assertThat(draft.problems())
                .containsOnlyKeys(Field.HIDDEN_UNITS, Field.LEARNING_RATE, Field.EPOCHS, Field.UPDATE_INTERVAL);
        assertThat(draft.problems().get(Field.HIDDEN_UNITS).text())
                .isEqualTo("Type a whole number, for example 20.");
    }

    @Test
    void tellsTheBoundsOfWhatIsOutOfThem() {
        HyperparametersDraft draft = with("0", "-1", "99999999999999999999", "5001");
        assertThat(draft.problems().get(Field.HIDDEN_UNITS).text())
                .isEqualTo("The number of hidden units must be a whole number from 1 to 512.");
        assertThat(draft.problems().get(Field.LEARNING_RATE).text())
                .isEqualTo("The learning rate must be a number above 0 and at most 100.");
        assertThat(draft.problems().get(Field.EPOCHS).text())
                .isEqualTo("The number of epochs must be a whole number from 0 to 10,000,000.");
        assertThat(draft.problems().get(Field.UPDATE_INTERVAL).text())
                .isEqualTo("The update interval must be a whole number of steps from 1 to 5,000, or the whole sequence.");
    }

    @Test
    void refusesNotANumberAndInfinity() {
        assertThat(with("20", "NaN", "250", "1").problems()).containsOnlyKeys(Field.LEARNING_RATE);
        assertThat(with("20", "Infinity", "250", "1").problems()).containsOnlyKeys(Field.LEARNING_RATE);
    }

    @Test
    void tellsThatAStatelessNetworkHasNoPastForTheGradient() {
        HyperparametersDraft draft = HyperparametersDraft.of(
                Hyperparameters.reference().withUpdateInterval(UpdateInterval.WHOLE_SEQUENCE));
        HyperparametersDraft stateless = new HyperparametersDraft(
                draft.hiddenUnits(),
                draft.learningRate(),
                draft.epochs(),
                draft.updateInterval(),
                true,
                draft.batchSize(),
                ResetPolicy.EVERY_STEP,
                draft.order(),
                draft.seed(),
                draft.optimiser(),
                draft.output());
        assertThat(stateless.problems())
                .containsEntry(Field.UPDATE_INTERVAL, Message.of("model.updateInterval.stateless"));
    }

    @Test
    void findsTheFieldThatAMessageIsAbout() {
        assertThat(Field.subjectOf(Message.of("model.batchSize.overSteps", 5, 4))).isEqualTo(Field.BATCH_SIZE);
    }

    private static HyperparametersDraft with(
            String hiddenUnits, String learningRate, String epochs, String updateInterval) {
        return new HyperparametersDraft(
                hiddenUnits,
                learningRate,
                epochs,
                updateInterval,
                false,
                "1",
                ResetPolicy.AFTER_SEQUENCE,
                Order.AS_LISTED,
                "1",
                Optimiser.ADAM,
                Output.SIGMOID);
    }
}
