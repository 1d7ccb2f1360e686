package lab.carousel.file.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.file.experiment.HyperparameterAxis;
import lab.carousel.file.experiment.SettingJson;
import lab.carousel.file.experiment.TaskJson;
import lab.carousel.file.json.JsonText;
import lab.carousel.file.json.JsonValue;
import lab.carousel.file.json.ValuePlace;
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
import lab.carousel.task.Task;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import lab.carousel.text.Words;

/**
 * Studies as JSON, in version 1 of the study format:
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
public final class StudyJson {

    private static final String FORMAT_NAME = "carousel study";

    private static final String TITLE = "title";
    private static final String EXPLANATION = "explanation";
    private static final String QUESTION = "question";
    private static final String SEEDS = "seeds";
    private static final String DRAWS = "draws";
    private static final String EXPERIMENT = "experiment";
    private static final String AXES = "axes";
    private static final String NAME = "name";
    private static final String VALUES = "values";
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String SCALE = "scale";
    private static final String LINEAR = "linear";
    private static final String LOGARITHMIC = "logarithmic";
    private static final String LABEL = "label";
    private static final String SET = "set";
    private static final String NUMBER = "number";
    private static final String TASK = "task";

    /** There are not half as many settings. */
    private static final int MOST_AXES = 60;

    static final Words<Question> QUESTIONS = Words.of(Question.class);

    private static final List<String> NAMES =
            List.of(JsonValue.FORMAT, JsonValue.VERSION, TITLE, EXPLANATION, QUESTION, SEEDS, DRAWS, EXPERIMENT, AXES);

    private StudyJson() {}

    /**
     * A study as JSON. What a choice changes is found out by making the change: the settings that then differ from those of
     * the study's experiment are written down.
     */
    static ObjectNode write(Study study) {
        ObjectNode root = JsonText.start(FORMAT_NAME);
        root.put(TITLE, study.title());
        root.put(EXPLANATION, study.explanation());
        root.put(QUESTION, QUESTIONS.word(study.question()));
        root.put(SEEDS, study.seeds());
        if (study.isRandomSearch()) {
            root.put(DRAWS, study.draws());
        }
        root.set(EXPERIMENT, ExperimentFile.WITHIN.write(study.base()));
        ArrayNode axes = root.putArray(AXES);
        study.axes().forEach(axis -> write(study, axis, axes.addObject()));
        return root;
    }

    private static void write(Study study, Axis axis, ObjectNode group) {
        group.put(NAME, axis.name());
        if (!axis.title().equals(axis.name())) {
            group.put(TITLE, axis.title());
        }
        if (axis.range().isPresent()) {
            Range range = axis.range().get();
            group.put(FROM, range.from());
            group.put(TO, range.to());
            group.put(SCALE, range.logarithmic() ? LOGARITHMIC : LINEAR);
            return;
        }
        writeChoices(study, axis, group.putArray(VALUES));
    }

    private static void writeChoices(Study study, Axis axis, ArrayNode values) {
        List<Experiment> varied = axis.choices().stream()
                .map(choice -> choice.change().applyTo(study.base()))
                .toList();
        List<Setting<?>> settings = Settings.ALL.stream()
                .filter(setting -> varied.stream().anyMatch(experiment -> differs(setting, experiment, study.base())))
                .toList();
        boolean otherTasks = varied.stream()
                .anyMatch(experiment -> !experiment.task().equals(study.base().task()));
        Optional<Setting<?>> own = Settings.named(axis.name());
        if (!otherTasks && own.isPresent() && (settings.isEmpty() || settings.equals(List.of(own.get())))) {
            List<JsonNode> plain = varied.stream()
                    .map(experiment -> SettingJson.write(own.get(), experiment.hyperparameters()))
                    .toList();
            if (plain.stream().map(JsonNode::asText).toList().equals(labels(axis))) {
                plain.forEach(values::add);
                return;
            }
        }
        for (int index = 0; index < varied.size(); index++) {
            Experiment experiment = varied.get(index);
            ObjectNode value = values.addObject();
            AxisValue choice = axis.choices().get(index);
            value.put(LABEL, choice.name());
            choice.number().ifPresent(number -> value.put(NUMBER, number));
            if (otherTasks) {
                TaskJson.write(experiment.task(), value.putObject(TASK));
            }
            if (!settings.isEmpty()) {
                ObjectNode set = value.putObject(SET);
                settings.forEach(
                        setting -> set.set(setting.name(), SettingJson.write(setting, experiment.hyperparameters())));
            }
        }
    }

    private static List<String> labels(Axis axis) {
        return axis.choices().stream().map(AxisValue::name).toList();
    }

    private static boolean differs(Setting<?> setting, Experiment experiment, Experiment base) {
        return !setting.written(experiment.hyperparameters()).equals(setting.written(base.hyperparameters()));
    }

    /** The study that a JSON value describes, found to be one that can be run. */
    public static Study read(JsonValue root) {
        return read(root, Study.MAX_CELLS);
    }

    /**
     * The same.
     *
     * @param mostCells how many variations it may have here
     */
    public static Study read(JsonValue root, int mostCells) {
        root.checkFormat(FORMAT_NAME, "file.format.noStudy");
        Map<String, JsonValue> members = root.members(NAMES);
        Question question = root.member(QUESTION).word(QUESTIONS);
        int seeds = root.member(SEEDS).wholeNumber();
        int draws = members.containsKey(DRAWS) ? members.get(DRAWS).wholeNumber() : Study.GRID;
        Experiment base = members.containsKey(EXPERIMENT)
                ? ExperimentFile.WITHIN.read(members.get(EXPERIMENT))
                : Experiment.reference();
        List<Axis> axes = new ArrayList<>();
        if (members.containsKey(AXES)) {
            JsonValue list = members.get(AXES);
            if (list.elements().size() > MOST_AXES) {
                throw list.place().problem("studies.axes.tooMany", MOST_AXES);
            }
            list.elements().forEach(axis -> axes.add(axis(axis)));
        }
        String title = members.containsKey(TITLE) ? members.get(TITLE).text() : "";
        String explanation =
                members.containsKey(EXPLANATION) ? members.get(EXPLANATION).text() : "";
        root.member(SEEDS).place().check(() -> Study.checkedSeeds(seeds));
        ValuePlace place = members.getOrDefault(AXES, root).place();
        return place.check(() -> {
            Study study = new Study(title, explanation, question, base, axes, draws, seeds);
            if (study.cells() > mostCells) {
                throw new InvalidInput("file.study.cells", study.cells(), mostCells);
            }
            Plan.check(study);
            return study;
        });
    }

    private static Axis axis(JsonValue group) {
        Map<String, JsonValue> members = group.members(List.of(NAME, TITLE, VALUES, FROM, TO, SCALE));
        JsonValue name = group.member(NAME);
        if (members.containsKey(FROM)) {
            return range(group, HyperparameterAxis.setting(name.text(), name.place()));
        }
        group.members(List.of(NAME, TITLE, VALUES));
        JsonValue values = group.member(VALUES);
        List<JsonValue> elements = values.elements();
        if (elements.size() > Axis.MAX_CHOICES) {
            // before any of them is made: each may be a task of its own
            throw values.place().problem("studies.axis.values", name.text(), Axis.MAX_CHOICES);
        }
        boolean labelled = !elements.isEmpty() && elements.get(0).kind() == JsonValue.JsonKind.OBJECT;
        if (labelled) {
            List<AxisValue> labelledChoices =
                    elements.stream().map(StudyJson::choice).toList();
            String title = title(members, name.text());
            return values.place().check(() -> Axis.listed(name.text(), title, labelledChoices));
        }
        Setting<?> field = HyperparameterAxis.setting(name.text(), name.place());
        List<AxisValue> choices = HyperparameterAxis.choices(field, elements);
        return values.place().check(() -> Axis.listed(field.name(), title(members, field.name()), choices));
    }

    /** What a chart calls an axis: its name unless another title is written. */
    private static String title(Map<String, JsonValue> members, String name) {
        return members.containsKey(TITLE) ? members.get(TITLE).text() : name;
    }

    private static Axis range(JsonValue group, Setting<?> field) {
        group.members(List.of(NAME, TITLE, FROM, TO, SCALE));
        Map<String, JsonValue> members = group.members();
        boolean logarithmic = false;
        if (members.containsKey(SCALE)) {
            JsonValue scale = members.get(SCALE);
            logarithmic = scale.text().equals(LOGARITHMIC);
            if (!logarithmic && !scale.text().equals(LINEAR)) {
                throw scale.place().problem("file.word.unknown", scale.text(), LINEAR + ", " + LOGARITHMIC);
            }
        }
        return HyperparameterAxis.ranging(
                field,
                Message.literal(title(members, field.name())),
                group.member(FROM).number(),
                group.member(TO).number(),
                logarithmic,
                group.place());
    }

    private static AxisValue choice(JsonValue group) {
        Map<String, JsonValue> members = group.members(List.of(LABEL, NUMBER, SET, TASK));
        Change change = experiment -> experiment;
        if (members.containsKey(TASK)) {
            Task task = TaskJson.read(members.get(TASK));
            change = change.and(Change.to(task));
        }
        if (members.containsKey(SET)) {
            Map<String, JsonValue> written = members.get(SET).members(HyperparameterAxis.names());
            SettingJson.read(Experiment.reference().hyperparameters(), written);
            change = change.and(Change.of(settings -> SettingJson.read(settings, written)));
        }
        OptionalDouble number = members.containsKey(NUMBER)
                ? OptionalDouble.of(members.get(NUMBER).number())
                : OptionalDouble.empty();
        return new AxisValue(Message.literal(group.member(LABEL).text()), number, change);
    }
}
