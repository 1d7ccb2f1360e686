package lab.carousel.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lab.carousel.lesson.Need;
import lab.carousel.lesson.Spots;
import lab.carousel.message.Message;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;

/** Reads what must happen before the next step of a lesson: a group with one member, whose name says what. */
final class LessonNeeds {

    private static final String TASK = "task";
    private static final int MOST_EPOCHS = Hyperparameters.MAX_EPOCHS;
    private static final List<String> NAMES =
            List.of("run", "epoch", "updates", "verdict", "value", "change", "place");

    private LessonNeeds() {}

    static Need read(JsonValue group, Spots spots) {
        Map<String, JsonValue> members = group.members(NAMES);
        if (members.size() != 1) {
            throw group.place().problem("file.lesson.oneNeed", String.join(", ", NAMES));
        }
        String name = members.keySet().iterator().next();
        JsonValue value = members.get(name);
        return switch (name) {
            case "run" -> {
                LessonStepReader.name(value, List.of("finished"));
                yield new Need.RunFinished();
            }
            case "epoch" -> new Need.EpochReached(LessonReader.wholeNumber(value, 1, MOST_EPOCHS));
            case "updates" -> new Need.UpdatesMade(LessonReader.wholeNumber(value, 1, MOST_EPOCHS));
            case "verdict" -> new Need.VerdictGiven(value.word(Words.VERDICT));
            case "value" -> value(value);
            case "change" -> change(value);
            default -> new Need.PlaceShown(LessonStepReader.name(value, spots.places()));
        };
    }

    private static Need value(JsonValue group) {
        Map<String, JsonValue> written = group.members(HyperparameterField.names());
        if (written.isEmpty()) {
            throw group.place().problem("file.lesson.noValue");
        }
        HyperparameterField.read(Hyperparameters.reference(), written);
        String shown = written.entrySet().stream()
                .map(entry -> Message.text(
                        "lesson.value", label(entry.getKey()), entry.getValue().content()))
                .collect(Collectors.joining(", "));
        return new Need.ValueChosen(shown, values -> HyperparameterField.read(values, written));
    }

    private static Need change(JsonValue value) {
        List<String> names = new ArrayList<>(HyperparameterField.names());
        names.add(TASK);
        String name = LessonStepReader.name(value, names);
        if (name.equals(TASK)) {
            return new Need.Changed(Message.text("lesson.task"), Experiment::task);
        }
        HyperparameterField<?> field = HyperparameterField.named(name).orElseThrow();
        return new Need.Changed(
                label(name), experiment -> field.get().apply(experiment.hyperparameters()));
    }

    private static String label(String hyperparameter) {
        return Message.text("hyperparameters." + hyperparameter + ".label");
    }
}
