package lab.carousel.file.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lab.carousel.file.experiment.SettingJson;
import lab.carousel.file.json.JsonValue;
import lab.carousel.lesson.Need;
import lab.carousel.lesson.Need.Reached.Count;
import lab.carousel.lesson.Spots;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.LossWeighting;
import lab.carousel.model.Setting;
import lab.carousel.model.Settings;
import lab.carousel.model.UpdateInterval;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.text.Message;
import lab.carousel.text.Words;

/** Reads what must happen before the next step of a lesson: a group with one member, whose name says what. */
final class LessonNeeds {

    private static final String TASK = "task";
    private static final int MOST_EPOCHS = Hyperparameters.MAX_EPOCHS;
    private static final List<String> NAMES = List.of("run", "epoch", "updates", "verdict", "value", "change", "place");

    private LessonNeeds() {}

    static Need read(JsonValue group, Spots spots) {
        Map<String, JsonValue> members = group.members(NAMES);
        if (members.size() != 1) {
            throw group.place().problem("file.lesson.oneNeed", String.join(", ", NAMES));
        }
        Map.Entry<String, JsonValue> only = members.entrySet().iterator().next();
        String name = only.getKey();
        JsonValue value = only.getValue();
        return switch (name) {
            case "run" -> {
                LessonStepReader.name(value, List.of("finished"));
                yield new Need.RunFinished();
            }
            case "epoch" -> new Need.Reached(Count.EPOCHS, LessonReader.wholeNumber(value, 1, MOST_EPOCHS));
            case "updates" -> new Need.Reached(Count.UPDATES, LessonReader.wholeNumber(value, 1, MOST_EPOCHS));
            case "verdict" -> new Need.VerdictGiven(value.word(Words.of(Verdict.class)));
            case "value" -> value(value);
            case "change" -> change(value);
            default -> new Need.PlaceShown(LessonStepReader.name(value, spots.places()));
        };
    }

    private static Need value(JsonValue group) {
        Map<String, JsonValue> written = group.members(Settings.names());
        if (written.isEmpty()) {
            throw group.place().problem("file.lesson.noValue");
        }
        SettingJson.read(Hyperparameters.reference(), written);
        Message shown = written.entrySet().stream()
                .map(entry -> Message.of(
                        "lesson.value",
                        Settings.named(entry.getKey()).orElseThrow().label(),
                        shown(entry.getKey(), entry.getValue())))
                .reduce((before, next) -> Message.of("lesson.values", before, next))
                .orElseThrow();
        return new Need.ValueChosen(shown, values -> SettingJson.read(values, written));
    }

    private static Need change(JsonValue value) {
        List<String> names = new ArrayList<>(Settings.names());
        names.add(TASK);
        String name = LessonStepReader.name(value, names);
        if (name.equals(TASK)) {
            return new Need.Changed(Message.of("lesson.task"), Experiment::task);
        }
        Setting<?> setting = Settings.named(name).orElseThrow();
        return new Need.Changed(setting.label(), experiment -> setting.get(experiment.hyperparameters()));
    }

    /** A value as it is shown where it can be chosen; numbers as they are written. */
    private static Object shown(String hyperparameter, JsonValue value) {
        Setting<?> setting = Settings.named(hyperparameter).orElseThrow();
        Object read = setting.get(SettingJson.read(setting, Hyperparameters.reference(), value));
        if (read instanceof Enum<?> constant) {
            return Message.of("hyperparameters." + hyperparameter + "." + constant.name());
        }
        if (value.kind() != JsonValue.JsonKind.TEXT) {
            return value.content();
        }
        if (read instanceof UpdateInterval) {
            return Message.of("loss.interval.sequence");
        }
        return read instanceof LossWeighting weighting
                ? Message.of("hyperparameters.lossOn." + (weighting.isLastStepOnly() ? "LAST_STEP" : "ALL_STEPS"))
                : Message.of("hyperparameters." + hyperparameter + ".word");
    }
}
