package lab.carousel.file.experiment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import lab.carousel.file.json.JsonKind;
import lab.carousel.file.json.JsonValue;
import lab.carousel.file.json.ValuePlace;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Setting;
import lab.carousel.model.Settings;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import lab.carousel.text.TypedNumber;

/**
 * Hyperparameters set by text, as on a command line: {@code clipping=1}. Names and values are those of the experiment
 * file, without quotation marks.
 */
public final class HyperparameterSettings {

    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)");

    private static final Pattern NUMBER = Pattern.compile(WHOLE_NUMBER + "(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    private final Map<String, JsonValue> values = new HashMap<>();

    /**
     * Parses settings, each a name, an equals sign and a value.
     *
     * @throws InvalidInput if one is not of that form, its name is not known, or two have the same name
     */
    public HyperparameterSettings(List<String> settings) {
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            if (equals < 0) {
                throw new InvalidInput("file.setting.form", setting);
            }
            String name = setting.substring(0, equals).strip();
            Setting<?> known = Settings.named(name)
                    .orElseThrow(
                            () -> new InvalidInput("file.setting.unknown", name, String.join(", ", Settings.names())));
            if (values.put(
                            name,
                            value(known, setting, setting.substring(equals + 1).strip()))
                    != null) {
                throw new InvalidInput("file.setting.twice", name);
            }
        }
    }

    /** JSON of a value after the equals sign, whole numbers as people type them; its place is the setting as written. */
    static JsonValue value(Setting<?> setting, String written, String text) {
        ValuePlace place = problem -> new InvalidInput(Message.of("file.atSetting", written, problem));
        boolean isWhole = setting.domain()
                .numbers()
                .filter(numbers -> numbers.bounds().whole())
                .isPresent();
        OptionalLong whole = isWhole ? TypedNumber.whole(text, Long.MIN_VALUE, Long.MAX_VALUE) : OptionalLong.empty();
        if (whole.isPresent()) {
            return new JsonValue(place, JsonKind.WHOLE_NUMBER, Long.toString(whole.getAsLong()));
        }
        JsonKind kind = WHOLE_NUMBER.matcher(text).matches()
                ? JsonKind.WHOLE_NUMBER
                : NUMBER.matcher(text).matches() ? JsonKind.NUMBER : JsonKind.TEXT;
        return new JsonValue(place, kind, text);
    }

    public boolean contains(String name) {
        return values.containsKey(name);
    }

    /**
     * Replaces hyperparameters by these settings.
     *
     * @throws InvalidInput if a value is of the wrong kind or out of bounds, or it cannot work together with the others or has
     *                      no influence beside them
     */
    public Hyperparameters over(Hyperparameters hyperparameters) {
        // without any, the start need not wait for what reads them
        Hyperparameters set = values.isEmpty() ? hyperparameters : ExperimentValues.read(hyperparameters, values);
        Settings.ALL.stream()
                .filter(setting -> contains(setting.name()))
                .forEach(setting -> checkInfluence(setting, set));
        return set;
    }

    /** Rejects a setting without influence: whoever sets it believes that it has one. */
    private static void checkInfluence(Setting<?> setting, Hyperparameters set) {
        boolean isUsual = setting.get(set).equals(setting.reference());
        setting.obstacle(set).filter(why -> !isUsual).ifPresent(why -> {
            throw new InvalidInput("file.setting.idle", setting.name(), why);
        });
    }
}
