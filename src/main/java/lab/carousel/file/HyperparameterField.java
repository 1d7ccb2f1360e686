package lab.carousel.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import lab.carousel.message.Message;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.UpdateInterval;

/**
 * How one hyperparameter stands in a file. A new one needs one line in {@link #ALL}.
 *
 * @param name its name in the file
 * @param get  its value
 * @param with the hyperparameters with another value
 * @param form how the value is written
 */
record HyperparameterField<T>(
        String name,
        Function<Hyperparameters, T> get,
        BiFunction<Hyperparameters, T, Hyperparameters> with,
        Form<T> form) {

    private static final String WHOLE_SEQUENCE = "whole sequence";

    /** How a value is written and read. */
    private record Form<T>(Function<T, JsonNode> write, Function<JsonValue, T> read) {

        static final Form<Integer> WHOLE_NUMBER = new Form<>(IntNode::new, JsonValue::wholeNumber);
        static final Form<Long> LONG = new Form<>(LongNode::new, JsonValue::longNumber);
        static final Form<Double> NUMBER = new Form<>(DoubleNode::new, JsonValue::number);
        static final Form<UpdateInterval> INTERVAL =
                new Form<>(HyperparameterField::write, HyperparameterField::interval);

        static <E extends Enum<E>> Form<E> word(Words<E> words) {
            return new Form<>(constant -> TextNode.valueOf(words.word(constant)), value -> value.word(words));
        }
    }

    /** All of them, in the order of the file. */
    static final List<HyperparameterField<?>> ALL = List.of(
            field("hiddenUnits", Hyperparameters::hiddenUnits, Hyperparameters::withHiddenUnits, Form.WHOLE_NUMBER),
            field("learningRate", Hyperparameters::learningRate, Hyperparameters::withLearningRate, Form.NUMBER),
            field("epochs", Hyperparameters::epochs, Hyperparameters::withEpochs, Form.WHOLE_NUMBER),
            field(
                    "updateInterval",
                    Hyperparameters::updateInterval,
                    Hyperparameters::withUpdateInterval,
                    Form.INTERVAL),
            field("batchSize", Hyperparameters::batchSize, Hyperparameters::withBatchSize, Form.WHOLE_NUMBER),
            field(
                    "resetPolicy",
                    Hyperparameters::resetPolicy,
                    Hyperparameters::withResetPolicy,
                    Form.word(Words.RESET_POLICY)),
            field("order", Hyperparameters::order, Hyperparameters::withOrder, Form.word(Words.ORDER)),
            field("seed", Hyperparameters::seed, Hyperparameters::withSeed, Form.LONG),
            field("optimiser", Hyperparameters::optimiser, Hyperparameters::withOptimiser, Form.word(Words.OPTIMISER)),
            field("output", Hyperparameters::output, Hyperparameters::withOutput, Form.word(Words.OUTPUT)));

    /** All names, in the order of the file. */
    static List<String> names() {
        return ALL.stream().<String>map(HyperparameterField::name).toList();
    }

    private static <T> HyperparameterField<T> field(
            String name,
            Function<Hyperparameters, T> get,
            BiFunction<Hyperparameters, T, Hyperparameters> with,
            Form<T> form) {
        return new HyperparameterField<>(name, get, with, form);
    }

    /** The value as JSON. */
    JsonNode write(Hyperparameters hyperparameters) {
        return form.write.apply(get.apply(hyperparameters));
    }

    /** The hyperparameters with the value read; out of bounds is a complaint at its place. */
    Hyperparameters read(Hyperparameters hyperparameters, JsonValue value) {
        T read = form.read.apply(value);
        return value.place().check(() -> with.apply(hyperparameters, read));
    }

    private static JsonNode write(UpdateInterval interval) {
        return interval.isWholeSequence() ? TextNode.valueOf(WHOLE_SEQUENCE) : new IntNode(interval.steps());
    }

    private static UpdateInterval interval(JsonValue value) {
        return switch (value.kind()) {
            case WHOLE_NUMBER -> value.place().check(() -> new UpdateInterval(value.wholeNumber()));
            case TEXT -> {
                if (!value.text().equals(WHOLE_SEQUENCE)) {
                    throw value.wrongKind(Message.of("file.kind.interval", WHOLE_SEQUENCE));
                }
                yield UpdateInterval.WHOLE_SEQUENCE;
            }
            default -> throw value.wrongKind(Message.of("file.kind.interval", WHOLE_SEQUENCE));
        };
    }
}
