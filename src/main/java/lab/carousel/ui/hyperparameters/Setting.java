package lab.carousel.ui.hyperparameters;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import lab.carousel.model.Hyperparameters;

/** How a hyperparameter is set in the panel. */
sealed interface Setting {

    /** The draft with the value that the hyperparameters have. */
    HyperparametersDraft show(Field field, Hyperparameters values, HyperparametersDraft draft);

    /**
     * The hyperparameters with the value that stands in the draft.
     *
     * @throws NumberFormatException              if it is no number
     * @throws lab.carousel.text.InvalidInput if it is out of bounds
     */
    Hyperparameters read(Field field, HyperparametersDraft draft, Hyperparameters values);

    /** One of a few values. */
    record Choice<E extends Enum<E>>(
            Class<E> type, Function<Hyperparameters, E> get, BiFunction<Hyperparameters, E, Hyperparameters> with)
            implements Setting {

        List<E> options() {
            return List.of(type.getEnumConstants());
        }

        @Override
        public HyperparametersDraft show(Field field, Hyperparameters values, HyperparametersDraft draft) {
            return draft.withChoice(field, get.apply(values));
        }

        @Override
        public Hyperparameters read(Field field, HyperparametersDraft draft, Hyperparameters values) {
            return with.apply(values, type.cast(draft.choice(field)));
        }
    }

    /**
     * A number that is typed or dragged.
     *
     * @param get   as it is written
     * @param with  takes what was typed
     * @param scale what the slider reaches
     */
    record Number(
            Function<Hyperparameters, String> get,
            BiFunction<Hyperparameters, String, Hyperparameters> with,
            Scale scale)
            implements Setting {

        static Number whole(
                Function<Hyperparameters, Integer> get,
                BiFunction<Hyperparameters, Integer, Hyperparameters> with,
                Scale scale) {
            return new Number(
                    values -> get.apply(values).toString(),
                    (values, text) -> with.apply(values, TypedNumber.whole(text)),
                    scale);
        }

        static Number decimal(
                ToDoubleFunction<Hyperparameters> get,
                BiFunction<Hyperparameters, Double, Hyperparameters> with,
                Scale scale) {
            return new Number(
                    values -> TypedNumber.text(get.applyAsDouble(values)),
                    (values, text) -> with.apply(values, TypedNumber.decimal(text)),
                    scale);
        }

        @Override
        public HyperparametersDraft show(Field field, Hyperparameters values, HyperparametersDraft draft) {
            return draft.withNumber(field, get.apply(values));
        }

        @Override
        public Hyperparameters read(Field field, HyperparametersDraft draft, Hyperparameters values) {
            return with.apply(values, draft.number(field));
        }
    }

    /**
     * A number in the place of which a word can stand.
     *
     * @param number    the number
     * @param isWord    whether the word stands there
     * @param word      puts the word there
     * @param beginning the number to begin with when the word is taken away
     */
    record NumberOrWord(
            Number number, Predicate<Hyperparameters> isWord, UnaryOperator<Hyperparameters> word, String beginning)
            implements Setting {

        @Override
        public HyperparametersDraft show(Field field, Hyperparameters values, HyperparametersDraft draft) {
            return isWord.test(values)
                    ? draft.withWord(field, true).withNumber(field, beginning)
                    : number.show(field, values, draft.withWord(field, false));
        }

        @Override
        public Hyperparameters read(Field field, HyperparametersDraft draft, Hyperparameters values) {
            return draft.hasWord(field) ? word.apply(values) : number.read(field, draft, values);
        }
    }
}
