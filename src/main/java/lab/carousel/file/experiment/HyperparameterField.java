package lab.carousel.file.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import lab.carousel.file.json.JsonValue;
import lab.carousel.file.json.Words;
import lab.carousel.model.GateBias;
import lab.carousel.model.Hyperparameters;

/**
 * How one hyperparameter stands in a file and on the command line. A new one needs one line in {@link #ALL}.
 *
 * @param name its name in the file; messages of the model about it begin with {@code model.} and this name
 * @param get  its value
 * @param with the hyperparameters with another value
 * @param form how the value is written
 */
public record HyperparameterField<T>(
        String name,
        Function<Hyperparameters, T> get,
        BiFunction<Hyperparameters, T, Hyperparameters> with,
        HyperparameterForm<T> form) {

    /** All of them, in the order of the file. */
    public static final List<HyperparameterField<?>> ALL = List.of(
            field("cell", Hyperparameters::cell, Hyperparameters::withCell, HyperparameterForm.word(Words.CELL)),
            field("layers", Hyperparameters::layers, Hyperparameters::withLayers, HyperparameterForm.WHOLE_NUMBER),
            field(
                    "hiddenUnits",
                    Hyperparameters::hiddenUnits,
                    Hyperparameters::withHiddenUnits,
                    HyperparameterForm.WHOLE_NUMBER),
            field(
                    "output",
                    Hyperparameters::output,
                    Hyperparameters::withOutput,
                    HyperparameterForm.word(Words.OUTPUT)),
            field(
                    "learningRate",
                    Hyperparameters::learningRate,
                    Hyperparameters::withLearningRate,
                    HyperparameterForm.NUMBER),
            field("epochs", Hyperparameters::epochs, Hyperparameters::withEpochs, HyperparameterForm.WHOLE_NUMBER),
            field(
                    "updateInterval",
                    Hyperparameters::updateInterval,
                    Hyperparameters::withUpdateInterval,
                    HyperparameterForm.INTERVAL),
            field(
                    "batchSize",
                    Hyperparameters::batchSize,
                    Hyperparameters::withBatchSize,
                    HyperparameterForm.WHOLE_NUMBER),
            field("lag", Hyperparameters::lag, Hyperparameters::withLag, HyperparameterForm.WHOLE_NUMBER),
            field(
                    "resetPolicy",
                    Hyperparameters::resetPolicy,
                    Hyperparameters::withResetPolicy,
                    HyperparameterForm.word(Words.RESET_POLICY)),
            field("order", Hyperparameters::order, Hyperparameters::withOrder, HyperparameterForm.word(Words.ORDER)),
            field(
                    "lossWeighting",
                    Hyperparameters::lossWeighting,
                    Hyperparameters::withLossWeighting,
                    HyperparameterForm.WEIGHTING),
            field(
                    "optimiser",
                    Hyperparameters::optimiser,
                    Hyperparameters::withOptimiser,
                    HyperparameterForm.word(Words.OPTIMISER)),
            field("momentum", Hyperparameters::momentum, Hyperparameters::withMomentum, HyperparameterForm.NUMBER),
            field("clipping", Hyperparameters::clipping, Hyperparameters::withClipping, HyperparameterForm.CLIPPING),
            bias("forgetGateBias", GateBias::forget, GateBias::withForget, HyperparameterForm.NUMBER),
            bias("inputGateBias", GateBias::input, GateBias::withInput, HyperparameterForm.NUMBER),
            bias("chronoSpan", GateBias::chronoSpan, GateBias::withChronoSpan, HyperparameterForm.CHRONO_SPAN),
            field("seed", Hyperparameters::seed, Hyperparameters::withSeed, HyperparameterForm.LONG));

    /** All names, in the order of the file. */
    public static List<String> names() {
        return ALL.stream().<String>map(HyperparameterField::name).toList();
    }

    /** The one of a name. */
    public static Optional<HyperparameterField<?>> named(String name) {
        for (HyperparameterField<?> field : ALL) {
            if (field.name.equals(name)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    private static <T> HyperparameterField<T> field(
            String name,
            Function<Hyperparameters, T> get,
            BiFunction<Hyperparameters, T, Hyperparameters> with,
            HyperparameterForm<T> form) {
        return new HyperparameterField<>(name, get, with, form);
    }

    private static <T> HyperparameterField<T> bias(
            String name,
            Function<GateBias, T> get,
            BiFunction<GateBias, T, GateBias> with,
            HyperparameterForm<T> form) {
        return new HyperparameterField<>(
                name,
                values -> get.apply(values.gateBias()),
                (values, value) -> values.withGateBias(with.apply(values.gateBias(), value)),
                form);
    }

    /** The value as JSON. */
    public JsonNode write(Hyperparameters hyperparameters) {
        return form.write().apply(get.apply(hyperparameters));
    }

    /**
     * Puts the written values over a base, and those of the base over the reference. The order does not matter: any of
     * the reference's values goes with every value of another, so a combination that is refused halfway would be refused
     * at the end.
     *
     * @param base    has the values that are not written
     * @param written values by the names of their fields; out of bounds is a complaint at its place
     */
    public static Hyperparameters read(Hyperparameters base, Map<String, JsonValue> written) {
        Hyperparameters hyperparameters = Hyperparameters.reference();
        for (HyperparameterField<?> field : ALL) {
            JsonValue value = written.get(field.name());
            hyperparameters = value == null ? field.copy(base, hyperparameters) : field.read(hyperparameters, value);
        }
        return hyperparameters;
    }

    private Hyperparameters copy(Hyperparameters from, Hyperparameters to) {
        return with.apply(to, get.apply(from));
    }

    /** The hyperparameters with a written value; out of bounds is a complaint at its place. */
    public Hyperparameters read(Hyperparameters hyperparameters, JsonValue value) {
        T read = form.read().apply(value);
        return value.place().check(() -> with.apply(hyperparameters, read));
    }
}
