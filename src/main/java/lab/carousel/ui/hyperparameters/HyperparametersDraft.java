package lab.carousel.ui.hyperparameters;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import lab.carousel.message.InvalidInput;
import lab.carousel.message.Message;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Optimiser;
import lab.carousel.model.Order;
import lab.carousel.model.Output;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.UpdateInterval;

/**
 * The hyperparameters as they stand in the panel, numbers as typed: possibly not valid.
 *
 * @param hiddenUnits    as typed
 * @param learningRate   as typed
 * @param epochs         as typed
 * @param updateInterval as typed; ignored if {@code wholeSequence}
 * @param wholeSequence  whether an update covers the whole sequence
 * @param batchSize      as typed
 * @param resetPolicy    as chosen
 * @param order          as chosen
 * @param seed           as typed
 * @param optimiser      as chosen
 * @param output         as chosen
 */
public record HyperparametersDraft(
        String hiddenUnits,
        String learningRate,
        String epochs,
        String updateInterval,
        boolean wholeSequence,
        String batchSize,
        ResetPolicy resetPolicy,
        Order order,
        String seed,
        Optimiser optimiser,
        Output output) {

    /** The draft that shows these hyperparameters. */
    public static HyperparametersDraft of(Hyperparameters values) {
        boolean whole = values.updateInterval().isWholeSequence();
        return new HyperparametersDraft(
                Integer.toString(values.hiddenUnits()),
                decimal(values.learningRate()),
                Integer.toString(values.epochs()),
                whole ? "1" : Integer.toString(values.updateInterval().steps()),
                whole,
                Integer.toString(values.batchSize()),
                values.resetPolicy(),
                values.order(),
                Long.toString(values.seed()),
                values.optimiser(),
                values.output());
    }

    private static String decimal(double value) {
        String plain = new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
        return plain.length() <= 10 ? plain : Double.toString(value);
    }

    /** What is wrong, for each field with a problem. */
    public Map<Field, Message> problems() {
        Map<Field, Message> problems = new EnumMap<>(Field.class);
        read(problems);
        return problems;
    }

    /** The hyperparameters, if all fields are valid. */
    public Optional<Hyperparameters> hyperparameters() {
        return read(new EnumMap<>(Field.class));
    }

    /** Reads field after field into valid hyperparameters, so that every problem is found, not only the first. */
    private Optional<Hyperparameters> read(Map<Field, Message> problems) {
        Hyperparameters[] values = {Hyperparameters.reference()};
        apply(problems, values, Field.HIDDEN_UNITS, v -> v.withHiddenUnits(whole(hiddenUnits)));
        apply(problems, values, Field.LEARNING_RATE, v -> v.withLearningRate(number(learningRate)));
        apply(problems, values, Field.EPOCHS, v -> v.withEpochs(whole(epochs)));
        apply(problems, values, Field.UPDATE_INTERVAL, v -> v.withUpdateInterval(interval()));
        apply(problems, values, Field.BATCH_SIZE, v -> v.withBatchSize(whole(batchSize)));
        apply(problems, values, Field.SEED, v -> v.withSeed(wholeLong(seed)));
        Hyperparameters chosen = values[0].withOrder(order).withOptimiser(optimiser).withOutput(output);
        values[0] = chosen;
        apply(problems, values, Field.UPDATE_INTERVAL, v -> v.withResetPolicy(resetPolicy));
        return problems.isEmpty() ? Optional.of(values[0]) : Optional.empty();
    }

    private static void apply(
            Map<Field, Message> problems,
            Hyperparameters[] values,
            Field field,
            UnaryOperator<Hyperparameters> change) {
        try {
            values[0] = change.apply(values[0]);
        } catch (NumberFormatException notANumber) {
            problems.put(field, Message.of("hyperparameters." + field.key() + ".notANumber"));
        } catch (InvalidInput outOfBounds) {
            problems.put(field, outOfBounds.problem());
        }
    }

    private UpdateInterval interval() {
        return wholeSequence ? UpdateInterval.WHOLE_SEQUENCE : new UpdateInterval(whole(updateInterval));
    }

    /** Values beyond an int are out of any bounds, and are told so rather than being no number. */
    private static int whole(String text) {
        long value = wholeLong(text);
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE - 1, value));
    }

    private static long wholeLong(String text) {
        BigInteger value = new BigInteger(text.strip());
        BigInteger bound = BigInteger.valueOf(Long.MAX_VALUE);
        return value.min(bound).max(bound.negate()).longValue();
    }

    /** Takes a decimal comma too, since half of the world writes one. */
    private static double number(String text) {
        return Double.parseDouble(text.strip().replace(',', '.'));
    }
}
