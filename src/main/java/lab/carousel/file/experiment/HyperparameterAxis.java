package lab.carousel.file.experiment;

import java.util.List;
import java.util.OptionalDouble;
import lab.carousel.file.json.JsonValue;
import lab.carousel.file.json.Place;
import lab.carousel.model.Hyperparameters;
import lab.carousel.study.many.Axis;
import lab.carousel.study.many.Change;
import lab.carousel.study.many.Choice;
import lab.carousel.study.many.Range;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;

/**
 * Axes along which one hyperparameter is varied, by its name in files. Values are written as in the experiment file,
 * without quotation marks.
 */
public final class HyperparameterAxis {

    private static final String SEED = "seed";

    private HyperparameterAxis() {}

    /**
     * An axis with listed values.
     *
     * @param name   of the hyperparameter
     * @param title  for charts
     * @param values as they are written, for example {@code whole sequence}
     * @throws InvalidInput if there is no such hyperparameter, it is the seed, or it cannot have such a value
     */
    public static Axis listed(String name, Message title, List<String> values) {
        HyperparameterField<?> field = field(name, place(name));
        List<JsonValue> written = values.stream()
                .map(value -> HyperparameterSettings.value(name + "=" + value, value.strip()))
                .toList();
        return Axis.listed(name, title, choices(field, written));
    }

    /** The choices that values stand for; complains at the place of a value. */
    public static List<Choice> choices(HyperparameterField<?> field, List<JsonValue> values) {
        return values.stream().map(value -> choice(field, value)).toList();
    }

    private static Choice choice(HyperparameterField<?> field, JsonValue value) {
        // To find out now what cannot be, at its place: every value goes with the reference
        field.read(Hyperparameters.reference(), value);
        boolean isNumber = value.kind() == JsonValue.Kind.WHOLE_NUMBER || value.kind() == JsonValue.Kind.NUMBER;
        return new Choice(
                Message.literal((String) value.content()),
                isNumber ? OptionalDouble.of(value.number()) : OptionalDouble.empty(),
                Change.of(hyperparameters -> field.read(hyperparameters, value)));
    }

    /**
     * An axis for a random search.
     *
     * @param name        of the hyperparameter
     * @param title       for charts
     * @param logarithmic whether equal ratios are equally likely, and not equal distances
     * @throws InvalidInput if there is no such hyperparameter, it is the seed, is no number, or cannot have such values
     */
    public static Axis ranging(String name, Message title, double from, double to, boolean logarithmic) {
        return ranging(field(name, place(name)), title, from, to, logarithmic, place(name));
    }

    public static Axis ranging(
            HyperparameterField<?> field, Message title, double from, double to, boolean logarithmic, Place place) {
        HyperparameterForm<?> form = field.form();
        boolean whole = form == HyperparameterForm.WHOLE_NUMBER
                || form == HyperparameterForm.INTERVAL
                || form == HyperparameterForm.CHRONO_SPAN;
        boolean number = form == HyperparameterForm.NUMBER
                || form == HyperparameterForm.CLIPPING
                || form == HyperparameterForm.WEIGHTING;
        if (!whole && !number) {
            throw place.problem("file.study.noRange", field.name());
        }
        Range range = place.check(() -> new Range(
                from,
                to,
                logarithmic,
                whole,
                value -> Change.of(settings -> field.read(settings, written(value, whole, place)))));
        field.read(Hyperparameters.reference(), written(from, whole, place));
        field.read(Hyperparameters.reference(), written(to, whole, place));
        return Axis.ranging(field.name(), title, range);
    }

    private static JsonValue written(double value, boolean whole, Place place) {
        return whole
                ? new JsonValue(place, JsonValue.Kind.WHOLE_NUMBER, Long.toString(Math.round(value)))
                : new JsonValue(place, JsonValue.Kind.NUMBER, Double.toString(value));
    }

    /** The field of a name that can be an axis. */
    public static HyperparameterField<?> field(String name, Place place) {
        if (name.equals(SEED)) {
            throw place.problem("file.study.seed");
        }
        return HyperparameterField.named(name)
                .orElseThrow(() -> place.problem("file.study.axis", name, String.join(", ", names())));
    }

    /** The names of all hyperparameters that can be varied, in the order of the file. */
    public static List<String> names() {
        return HyperparameterField.names().stream()
                .filter(name -> !name.equals(SEED))
                .toList();
    }

    private static Place place(String name) {
        return problem -> new InvalidInput(Message.of("file.atSetting", name, problem));
    }
}
