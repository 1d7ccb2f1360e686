package lab.carousel.file.json;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import lab.carousel.model.EngineName;
import lab.carousel.model.Optimiser;
import lab.carousel.model.Order;
import lab.carousel.model.Output;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.study.many.Question;

/** The words that stand for constants in files. This is the one place that knows them. */
public final class Words<E extends Enum<E>> {

    public static final Words<EngineName> ENGINE = new Words<>(Map.of(
            EngineName.DL4J, "dl4j",
            EngineName.KERNEL, "kernel"));

    public static final Words<Cell> CELL = new Words<>(Map.of(
            Cell.LSTM, "lstm",
            Cell.GRU, "gru",
            Cell.RECURRENT, "recurrent",
            Cell.DENSE, "dense"));

    public static final Words<ResetPolicy> RESET_POLICY = new Words<>(Map.of(
            ResetPolicy.AFTER_SEQUENCE, "after sequence",
            ResetPolicy.AFTER_EPOCH, "after epoch",
            ResetPolicy.NEVER, "never",
            ResetPolicy.EVERY_STEP, "every step"));

    public static final Words<Order> ORDER = new Words<>(Map.of(
            Order.AS_LISTED, "as listed",
            Order.SHUFFLED, "shuffled"));

    public static final Words<Optimiser> OPTIMISER = new Words<>(Map.of(
            Optimiser.ADAM, "adam",
            Optimiser.RMSPROP, "rmsprop",
            Optimiser.SGD, "sgd"));

    public static final Words<Output> OUTPUT = new Words<>(Map.of(
            Output.SIGMOID, "sigmoid",
            Output.SOFTMAX, "softmax"));

    public static final Words<Verdict> VERDICT = new Words<>(Map.of(
            Verdict.REMEMBERS, "remembers",
            Verdict.RIGHT_BY_LUCK, "right by luck",
            Verdict.NOT_YET, "not yet",
            Verdict.NEEDS_NO_MEMORY, "needs no memory"));

    public static final Words<Question> QUESTION = new Words<>(Map.of(
            Question.SEEDS, "seeds",
            Question.RACE, "race",
            Question.TUNING, "tuning",
            Question.SPAN, "span",
            Question.SUCCESS, "success"));

    private final Map<E, String> words;

    private Words(Map<E, String> words) {
        this.words = new EnumMap<>(words);
    }

    /** The word for a constant. */
    public String word(E constant) {
        return words.get(constant);
    }

    /** The constant for a word. */
    public Optional<E> find(String word) {
        return words.entrySet().stream()
                .filter(entry -> entry.getValue().equals(word))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** All words, as a sentence lists them. */
    public String list() {
        return String.join(", ", words.values());
    }
}
