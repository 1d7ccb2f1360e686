package lab.carousel.file.study;

import static lab.carousel.file.json.Codec.field;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import lab.carousel.file.disk.ReadProgress;
import lab.carousel.file.disk.TextFile;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.file.experiment.HyperparameterAxis;
import lab.carousel.file.experiment.SettingJson;
import lab.carousel.file.experiment.TaskJson;
import lab.carousel.file.json.Codec;
import lab.carousel.file.json.JsonKind;
import lab.carousel.file.json.JsonText;
import lab.carousel.file.json.JsonValue;
import lab.carousel.model.Experiment;
import lab.carousel.model.Setting;
import lab.carousel.model.Settings;
import lab.carousel.study.many.Axis;
import lab.carousel.study.many.AxisValue;
import lab.carousel.study.many.Change;
import lab.carousel.study.many.Plan;
import lab.carousel.study.many.Question;
import lab.carousel.study.many.Range;
import lab.carousel.study.many.Study;
import lab.carousel.study.many.Variation;
import lab.carousel.task.Task;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;

/**
 * Studies as JSON in UTF-8, in version 1 of the study format:
 *
 * <pre>
 *   {
 *     "format": "carousel study",
 *     "version": 1,
 *     "title": "Units and cells",
 *     "question": "tuning",
 *     "seeds": 20,
 *     "experiment": {"hyperparameters": {"updateInterval": "whole sequence"}},
 *     "axes": [
 *       {"name": "hiddenUnits", "values": [1, 2, 5]},
 *       {"name": "network", "values": [
 *         {"label": "LSTM", "set": {"cell": "lstm"}},
 *         {"label": "large GRU", "set": {"cell": "gru", "hiddenUnits": 40}}
 *       ]}
 *     ]
 *   }
 * </pre>
 *
 * <p>The axis of a hyperparameter has its name and plain values, or for a random search {@code from}, {@code to} and
 * perhaps {@code "scale": "logarithmic"}; the study then says how many {@code draws} are wanted. An axis of any other
 * name has values with a label, each with what it sets, or a task, or both; a {@code number} puts it on a scale. An axis
 * may have a {@code title} for charts.
 */
public final class StudyFile {

    /** There are not half as many settings. */
    private static final int MOST_AXES = 60;

    private static final Codec<Integer> COUNT = Codec.whole(-Study.MAX_RUNS, 1_000 * Study.MAX_RUNS);

    private record Written(
            String title,
            String explanation,
            Question question,
            int seeds,
            int draws,
            Experiment experiment,
            List<Axis> axes) {}

    private record WrittenRange(String name, Optional<String> title, double from, double to, boolean logarithmic) {}

    private static final Codec<WrittenRange> RANGE = Codec.of(
            WrittenRange.class,
            field("name", Codec.TEXT),
            field("title", Codec.TEXT).optional(),
            field("from", Codec.NUMBER),
            field("to", Codec.NUMBER),
            field("scale", Codec.oneOf(List.of(false, true), isLogarithmic -> isLogarithmic ? "logarithmic" : "linear"))
                    .orElse(false)
                    .of("logarithmic"));

    /** A change of settings, as JSON and as a function. */
    private record SetTo(ObjectNode written, Change change) {}

    private static final Codec<SetTo> SET_TO = new Codec<>(
            group -> new SetTo(
                    JsonNodeFactory.instance.objectNode(),
                    Change.of(SettingJson.changes(HyperparameterAxis.names()).read(group))),
            SetTo::written);

    private record WrittenChoice(String label, Optional<Double> number, Optional<Task> task, Optional<SetTo> set) {}

    private static final Codec<WrittenChoice> CHOICE = Codec.of(
            WrittenChoice.class,
            field("label", Codec.TEXT),
            field("number", Codec.NUMBER).optional(),
            field("task", TaskJson.TASK).optional(),
            field("set", SET_TO).optional());

    static final Codec<Study> STUDY = new Codec<>(root -> read(root, Study.MAX_CELLS), StudyFile::json);

    private StudyFile() {}

    /**
     * Saves a study atomically.
     *
     * @throws InvalidInput if it cannot be written, or no file can say what it varies; an old file is untouched
     */
    public static void write(Path file, Study study) {
        TextFile.write(file, toJson(study));
    }

    /**
     * JSON of a study. Read again, it trains the same.
     *
     * @throws InvalidInput if a file cannot hold it, because the change along one axis depends on another one
     */
    public static String toJson(Study study) {
        return text(study).orElseThrow(() -> new InvalidInput("file.study.unwritable", study.title()));
    }

    public static boolean canHold(Study study) {
        return text(study).isPresent();
    }

    /** Empty if the JSON would not train the same. */
    static Optional<String> text(Study study) {
        String text = STUDY.text(study);
        return Optional.of(text)
                .filter(written -> trained(parse(study.title(), written)).equals(trained(study)));
    }

    private static List<Experiment> trained(Study study) {
        return Plan.of(study).cells().stream().map(Variation::experiment).toList();
    }

    /**
     * Opens a study.
     *
     * @throws InvalidInput if there is no such file, it is damaged, foreign or newer, or the study cannot be run; names the
     *                      file and the place
     */
    public static Study read(Path file) {
        return read(file, new ReadProgress());
    }

    public static Study read(Path file, ReadProgress progress) {
        return parse(file.toString(), TextFile.read(file, progress));
    }

    /**
     * @throws InvalidInput if the text is damaged, foreign or newer, or the study cannot be run; names the place
     */
    public static Study parse(String name, String text) {
        return STUDY.read(JsonText.parse(name, text));
    }

    private static Codec<Written> codec(Experiment base) {
        return Codec.file(
                "carousel study",
                "file.format.noStudy",
                Written.class,
                field("title", Codec.TEXT).orElse(""),
                field("explanation", Codec.TEXT).orElse(""),
                field("question", Codec.words(Question.class)),
                field("seeds", COUNT.as(Study::checkedSeeds, seeds -> seeds)),
                field("draws", COUNT).unless(Study.GRID),
                field("experiment", ExperimentFile.WITHIN).orElse(Experiment.reference()),
                field(
                                "axes",
                                new Codec<>(StudyFile::axis, axis -> write(base, axis))
                                        .list(0, MOST_AXES, "studies.axes.tooMany"))
                        .orElse(List.of()));
    }

    /** JSON of a study. A choice is written as the settings that it changes in the study's experiment. */
    private static JsonNode json(Study study) {
        return codec(study.base())
                .write(new Written(
                        study.title(),
                        study.explanation(),
                        study.question(),
                        study.seeds(),
                        study.draws(),
                        study.base(),
                        study.axes()));
    }

    private static JsonNode write(Experiment base, Axis axis) {
        Optional<String> title = Optional.of(axis.title()).filter(words -> !words.equals(axis.name()));
        if (axis.range().isPresent()) {
            Range range = axis.range().get();
            return RANGE.write(new WrittenRange(axis.name(), title, range.from(), range.to(), range.logarithmic()));
        }
        ObjectNode group = JsonNodeFactory.instance.objectNode().put("name", axis.name());
        title.ifPresent(words -> group.put("title", words));
        return group.set("values", choices(base, axis));
    }

    private static ArrayNode choices(Experiment base, Axis axis) {
        ArrayNode values = JsonNodeFactory.instance.arrayNode();
        List<Experiment> varied = axis.choices().stream()
                .map(choice -> choice.change().applyTo(base))
                .toList();
        List<Setting<?>> settings = Settings.ALL.stream()
                .filter(setting -> varied.stream().anyMatch(experiment -> differs(setting, experiment, base)))
                .toList();
        boolean otherTasks =
                varied.stream().anyMatch(experiment -> !experiment.task().equals(base.task()));
        Optional<Setting<?>> own = Settings.named(axis.name());
        if (!otherTasks && own.isPresent() && (settings.isEmpty() || settings.equals(List.of(own.get())))) {
            List<JsonNode> plain = varied.stream()
                    .map(experiment -> SettingJson.write(own.get(), experiment.hyperparameters()))
                    .toList();
            if (plain.stream().map(JsonNode::asText).toList().equals(labels(axis))) {
                return values.addAll(plain);
            }
        }
        for (int index = 0; index < varied.size(); index++) {
            Experiment experiment = varied.get(index);
            AxisValue choice = axis.choices().get(index);
            ObjectNode set = JsonNodeFactory.instance.objectNode();
            settings.forEach(
                    setting -> set.set(setting.name(), SettingJson.write(setting, experiment.hyperparameters())));
            values.add(CHOICE.write(new WrittenChoice(
                    choice.name(),
                    choice.number().stream().boxed().findFirst(),
                    Optional.of(experiment.task()).filter(any -> otherTasks),
                    Optional.of(new SetTo(set, same -> same)).filter(any -> !settings.isEmpty()))));
        }
        return values;
    }

    private static List<String> labels(Axis axis) {
        return axis.choices().stream().map(AxisValue::name).toList();
    }

    private static boolean differs(Setting<?> setting, Experiment experiment, Experiment base) {
        return !setting.written(experiment.hyperparameters()).equals(setting.written(base.hyperparameters()));
    }

    /**
     * The study that a JSON value describes, which can be run.
     *
     * @param mostCells how many variations it may have here
     */
    public static Study read(JsonValue root, int mostCells) {
        Written written = codec(Experiment.reference()).read(root);
        return root.members().getOrDefault("axes", root).place().check(() -> {
            Study study = new Study(
                    Message.literal(written.title),
                    Message.literal(written.explanation),
                    written.question,
                    written.experiment,
                    written.axes,
                    written.draws,
                    written.seeds);
            if (study.cells() > mostCells) {
                throw new InvalidInput("file.study.cells", study.cells(), mostCells);
            }
            Plan.check(study);
            return study;
        });
    }

    private static Axis axis(JsonValue group) {
        JsonValue name = group.member("name");
        if (group.members().containsKey("from")) {
            WrittenRange range = RANGE.read(group);
            return HyperparameterAxis.ranging(
                    HyperparameterAxis.setting(range.name, name.place()),
                    Message.literal(range.title.orElse(range.name)),
                    range.from,
                    range.to,
                    range.logarithmic,
                    group.place());
        }
        Map<String, JsonValue> members = group.members(List.of("name", "title", "values"));
        // a chart calls it by its name unless another title is written
        String title = members.containsKey("title") ? members.get("title").text() : name.text();
        JsonValue values = group.member("values");
        List<JsonValue> elements = values.elements();
        if (elements.size() > Axis.MAX_CHOICES) {
            // before any of them is made: each may be a task of its own
            throw values.place().problem("studies.axis.values", name.text(), Axis.MAX_CHOICES);
        }
        boolean isLabelled = !elements.isEmpty() && elements.get(0).kind() == JsonKind.OBJECT;
        List<AxisValue> choices = isLabelled
                ? elements.stream().map(CHOICE::read).map(StudyFile::choice).toList()
                : HyperparameterAxis.choices(HyperparameterAxis.setting(name.text(), name.place()), elements);
        return values.place().check(() -> Axis.listed(name.text(), Message.literal(title), choices));
    }

    private static AxisValue choice(WrittenChoice written) {
        Change change = written.task.<Change>map(Change::to).orElse(same -> same);
        return new AxisValue(
                Message.literal(written.label),
                written.number.map(OptionalDouble::of).orElseGet(OptionalDouble::empty),
                written.set.map(set -> change.and(set.change)).orElse(change));
    }
}
