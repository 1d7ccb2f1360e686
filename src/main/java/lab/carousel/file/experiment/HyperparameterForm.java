package lab.carousel.file.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import lab.carousel.file.json.JsonValue;
import lab.carousel.file.json.Words;
import lab.carousel.model.Clipping;
import lab.carousel.model.GateBias;
import lab.carousel.model.LossWeighting;
import lab.carousel.model.UpdateInterval;
import lab.carousel.text.Message;

/**
 * How the value of a hyperparameter is written and read.
 *
 * @param write gives its JSON
 * @param read  takes its JSON; complains at its place
 */
record HyperparameterForm<T>(Function<T, JsonNode> write, Function<JsonValue, T> read) {

    static final HyperparameterForm<Integer> WHOLE_NUMBER =
            new HyperparameterForm<>(IntNode::new, JsonValue::wholeNumber);
    static final HyperparameterForm<Long> LONG = new HyperparameterForm<>(LongNode::new, JsonValue::longNumber);
    static final HyperparameterForm<Double> NUMBER = new HyperparameterForm<>(DoubleNode::new, JsonValue::number);

    /** How many steps, or all. */
    static final HyperparameterForm<UpdateInterval> INTERVAL = wordOr(
            Map.of("whole sequence", UpdateInterval.WHOLE_SEQUENCE),
            "file.kind.interval",
            new HyperparameterForm<>(
                    interval -> new IntNode(interval.steps()), value -> new UpdateInterval(value.wholeNumber())));
    /** The longest norm, or none. */
    static final HyperparameterForm<Clipping> CLIPPING = wordOr(
            Map.of("none", Clipping.NONE),
            "file.kind.numberOrWord",
            new HyperparameterForm<>(
                    clipping -> new DoubleNode(clipping.norm()), value -> Clipping.atNorm(value.number())));
    /** The span T, or none. */
    static final HyperparameterForm<Integer> CHRONO_SPAN = wordOr(
            Map.of("off", GateBias.NO_CHRONO),
            "file.kind.interval",
            new HyperparameterForm<>(IntNode::new, value -> GateBias.checkedSpan(value.wholeNumber())));
    /** Which steps, or the weight of the last one. */
    static final HyperparameterForm<LossWeighting> WEIGHTING = wordOr(
            Map.of("all steps", LossWeighting.ALL_STEPS, "last step", LossWeighting.LAST_STEP),
            "file.kind.numberOrWord",
            new HyperparameterForm<>(
                    weighting -> new DoubleNode(weighting.last()),
                    value -> LossWeighting.lastStepWeighs(value.number())));

    /** One of some words. */
    static <E extends Enum<E>> HyperparameterForm<E> word(Words<E> words) {
        return new HyperparameterForm<>(constant -> TextNode.valueOf(words.word(constant)), value -> value.word(words));
    }

    /**
     * A number, or a word where a number would not do.
     *
     * @param words the values that have words
     * @param kind  says what must be there; its value is the words
     * @param other how all other values are written
     */
    private static <T> HyperparameterForm<T> wordOr(Map<String, T> words, String kind, HyperparameterForm<T> other) {
        Message needed = Message.of(
                kind,
                words.keySet().stream().sorted().map(word -> "“" + word + "”").collect(Collectors.joining(", ")));
        return new HyperparameterForm<>(
                value -> words.entrySet().stream()
                        .filter(entry -> entry.getValue().equals(value))
                        .findFirst()
                        .<JsonNode>map(entry -> TextNode.valueOf(entry.getKey()))
                        .orElseGet(() -> other.write.apply(value)),
                value -> {
                    if (value.kind() == JsonValue.Kind.TEXT && words.containsKey(value.text())) {
                        return words.get(value.text());
                    }
                    boolean fits = value.kind() == JsonValue.Kind.WHOLE_NUMBER
                            || value.kind() == JsonValue.Kind.NUMBER && kind.equals("file.kind.numberOrWord");
                    if (!fits) {
                        throw value.wrongKind(needed);
                    }
                    return value.place().check(() -> other.read.apply(value));
                });
    }
}
