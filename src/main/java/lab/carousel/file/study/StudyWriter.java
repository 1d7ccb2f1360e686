package lab.carousel.file.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.file.experiment.ExperimentReader;
import lab.carousel.file.experiment.SettingJson;
import lab.carousel.model.Experiment;
import lab.carousel.model.Setting;
import lab.carousel.model.Settings;
import lab.carousel.study.many.Axis;
import lab.carousel.study.many.Choice;
import lab.carousel.study.many.Range;
import lab.carousel.study.many.Study;

/**
 * Writes what {@link StudyReader} reads. What a choice changes is found out by making the change: the settings that then
 * differ from those of the study's experiment are written down.
 */
final class StudyWriter {

    private final Study study;

    StudyWriter(Study study) {
        this.study = study;
    }

    ObjectNode tree() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put(ExperimentReader.FORMAT, StudyReader.FORMAT_NAME);
        root.put(ExperimentReader.VERSION, ExperimentReader.VERSION_READ);
        root.put(StudyReader.TITLE, study.title());
        root.put(StudyReader.EXPLANATION, study.explanation());
        root.put(StudyReader.QUESTION, StudyReader.QUESTIONS.word(study.question()));
        root.put(StudyReader.SEEDS, study.seeds());
        if (study.isRandomSearch()) {
            root.put(StudyReader.DRAWS, study.draws());
        }
        ExperimentFile.describe(study.base(), root.putObject(StudyReader.EXPERIMENT));
        ArrayNode axes = root.putArray(StudyReader.AXES);
        study.axes().forEach(axis -> write(axis, axes.addObject()));
        return root;
    }

    private void write(Axis axis, ObjectNode group) {
        group.put(StudyReader.NAME, axis.name());
        if (!axis.title().equals(axis.name())) {
            group.put(StudyReader.TITLE, axis.title());
        }
        if (axis.range().isPresent()) {
            Range range = axis.range().get();
            group.put(StudyReader.FROM, range.from());
            group.put(StudyReader.TO, range.to());
            group.put(StudyReader.SCALE, range.logarithmic() ? StudyReader.LOGARITHMIC : StudyReader.LINEAR);
            return;
        }
        writeChoices(axis, group.putArray(StudyReader.VALUES));
    }

    private void writeChoices(Axis axis, ArrayNode values) {
        List<Experiment> varied = axis.choices().stream()
                .map(choice -> choice.change().applyTo(study.base()))
                .toList();
        List<Setting<?>> settings = Settings.ALL.stream()
                .filter(setting -> varied.stream().anyMatch(experiment -> differs(setting, experiment)))
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
            Choice choice = axis.choices().get(index);
            value.put(StudyReader.LABEL, choice.name());
            choice.number().ifPresent(number -> value.put(StudyReader.NUMBER, number));
            if (otherTasks) {
                ExperimentFile.describe(experiment.task(), value.putObject(ExperimentReader.TASK));
            }
            if (!settings.isEmpty()) {
                ObjectNode set = value.putObject(StudyReader.SET);
                settings.forEach(
                        setting -> set.set(setting.name(), SettingJson.write(setting, experiment.hyperparameters())));
            }
        }
    }

    private static List<String> labels(Axis axis) {
        return axis.choices().stream().map(Choice::name).toList();
    }

    private boolean differs(Setting<?> setting, Experiment experiment) {
        return !setting.written(experiment.hyperparameters())
                .equals(setting.written(study.base().hyperparameters()));
    }
}
