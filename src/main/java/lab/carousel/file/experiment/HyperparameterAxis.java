package lab.carousel.file.experiment;

import java.util.List;
import java.util.OptionalDouble;
import lab.carousel.file.json.JsonKind;
import lab.carousel.file.json.JsonValue;
import lab.carousel.file.json.ValuePlace;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Setting;
import lab.carousel.model.Settings;
import lab.carousel.study.many.Axis;
import lab.carousel.study.many.AxisValue;
import lab.carousel.study.many.Change;
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
     * An axis with listed values, for example {@code whole sequence}.
     *
     * @throws InvalidInput if there is no such hyperparameter, it is the seed, or it cannot have such a value
     */
    public static Axis listed(String name, Message title, List<String> values) {
        Setting<?> setting = setting(name, place(name));
        List<JsonValue> written = values.stream()
                .map(value -> HyperparameterSettings.value(setting, name + "=" + value, value.strip()))
                .toList();
        return Axis.listed(name, title, choices(setting, written));
    }

    public static List<AxisValue> choices(Setting<?> setting, List<JsonValue> values) {
        return values.stream().map(value -> choice(setting, value)).toList();
    }

    private static AxisValue choice(Setting<?> setting, JsonValue value) {
        // Validates now, at its place: every value goes with the reference
        ExperimentValues.read(setting, Hyperparameters.reference(), value);
        boolean isNumber = value.kind() == JsonKind.WHOLE_NUMBER || value.kind() == JsonKind.NUMBER;
        return new AxisValue(
                Message.literal((String) value.content()),
                isNumber ? OptionalDouble.of(value.number()) : OptionalDouble.empty(),
                Change.of(hyperparameters -> ExperimentValues.read(setting, hyperparameters, value)));
    }

    /**
     * An axis for a random search; errors name the place. On a logarithmic one equal ratios, not equal distances, are
     * equally likely.
     *
     * @throws InvalidInput if it is no number, or cannot have such values
     */
    public static <T> Axis ranging(
            Setting<T> setting, Message title, double from, double to, boolean logarithmic, ValuePlace place) {
        boolean whole = setting.domain()
                .numbers()
                .orElseThrow(() -> place.problem("file.study.noRange", setting.name()))
                .bounds()
                .whole();
        Range range = place.check(() -> new Range(
                from, to, logarithmic, whole, value -> Change.of(values -> with(setting, values, value, place))));
        with(setting, Hyperparameters.reference(), from, place);
        with(setting, Hyperparameters.reference(), to, place);
        return Axis.ranging(setting.name(), title, range);
    }

    private static <T> Hyperparameters with(
            Setting<T> setting, Hyperparameters values, double number, ValuePlace place) {
        boolean whole = setting.domain().numbers().orElseThrow().bounds().whole();
        return place.check(() -> setting.with(values, setting.ofNumber(whole ? Math.round(number) : number)));
    }

    /** The setting of a name, if it can be an axis. */
    public static Setting<?> setting(String name, ValuePlace place) {
        if (name.equals(SEED)) {
            throw place.problem("file.study.seed");
        }
        return Settings.named(name)
                .orElseThrow(() -> place.problem("file.study.axis", name, String.join(", ", names())));
    }

    /** Names of all hyperparameters that can be varied, in the order of the file. */
    public static List<String> names() {
        return Settings.names().stream().filter(name -> !name.equals(SEED)).toList();
    }

    private static ValuePlace place(String name) {
        return problem -> new InvalidInput(Message.of("file.atSetting", name, problem));
    }
}
