package lab.carousel.file.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import lab.carousel.file.experiment.ExperimentReader;
import lab.carousel.file.experiment.HyperparameterAxis;
import lab.carousel.file.experiment.SettingJson;
import lab.carousel.file.json.JsonValue;
import lab.carousel.file.json.Place;
import lab.carousel.model.Experiment;
import lab.carousel.model.Setting;
import lab.carousel.study.many.Axis;
import lab.carousel.study.many.Change;
import lab.carousel.study.many.Choice;
import lab.carousel.study.many.Plan;
import lab.carousel.study.many.Question;
import lab.carousel.study.many.Study;
import lab.carousel.task.Task;
import lab.carousel.text.Message;
import lab.carousel.text.Words;

/**
 * Reads version 1 of the study format:
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
public final class StudyReader {

    static final String FORMAT_NAME = "carousel study";

    static final String TITLE = "title";
    static final String EXPLANATION = "explanation";
    static final String QUESTION = "question";
    static final String SEEDS = "seeds";
    static final String DRAWS = "draws";
    static final String EXPERIMENT = "experiment";
    static final String AXES = "axes";
    static final String NAME = "name";
    static final String VALUES = "values";
    static final String FROM = "from";
    static final String TO = "to";
    static final String SCALE = "scale";
    static final String LINEAR = "linear";
    static final String LOGARITHMIC = "logarithmic";
    static final String LABEL = "label";
    static final String SET = "set";
    static final String NUMBER = "number";

    static final Words<Question> QUESTIONS = Words.of(Question.class);

    private static final List<String> NAMES = List.of(
            ExperimentReader.FORMAT,
            ExperimentReader.VERSION,
            TITLE,
            EXPLANATION,
            QUESTION,
            SEEDS,
            DRAWS,
            EXPERIMENT,
            AXES);

    private StudyReader() {}

    /** The study that a JSON value describes, found to be one that can be run. */
    public static Study read(JsonValue root) {
        ExperimentReader.checkFormat(root, FORMAT_NAME, "file.format.noStudy");
        Map<String, JsonValue> members = root.members(NAMES);
        Question question = root.member(QUESTION).word(QUESTIONS);
        int seeds = root.member(SEEDS).wholeNumber();
        int draws = members.containsKey(DRAWS) ? members.get(DRAWS).wholeNumber() : Study.GRID;
        Experiment base = members.containsKey(EXPERIMENT)
                ? ExperimentReader.readWithin(members.get(EXPERIMENT))
                : Experiment.reference();
        List<Axis> axes = new ArrayList<>();
        if (members.containsKey(AXES)) {
            members.get(AXES).elements().forEach(axis -> axes.add(axis(axis)));
        }
        String title = members.containsKey(TITLE) ? members.get(TITLE).text() : "";
        String explanation =
                members.containsKey(EXPLANATION) ? members.get(EXPLANATION).text() : "";
        members.get(SEEDS).place().check(() -> Study.checkedSeeds(seeds));
        Place place = members.getOrDefault(AXES, root).place();
        return place.check(() -> {
            Study study = new Study(title, explanation, question, base, axes, draws, seeds);
            Plan.of(study);
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
        boolean labelled = !elements.isEmpty() && elements.get(0).kind() == JsonValue.Kind.OBJECT;
        if (labelled) {
            List<Choice> labelledChoices =
                    elements.stream().map(StudyReader::choice).toList();
            String title = title(members, name.text());
            return values.place().check(() -> Axis.listed(name.text(), title, labelledChoices));
        }
        Setting<?> field = HyperparameterAxis.setting(name.text(), name.place());
        List<Choice> choices = HyperparameterAxis.choices(field, elements);
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

    private static Choice choice(JsonValue group) {
        Map<String, JsonValue> members = group.members(List.of(LABEL, NUMBER, SET, ExperimentReader.TASK));
        Change change = experiment -> experiment;
        if (members.containsKey(ExperimentReader.TASK)) {
            Task task = ExperimentReader.task(members.get(ExperimentReader.TASK));
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
        return new Choice(Message.literal(group.member(LABEL).text()), number, change);
    }
}
