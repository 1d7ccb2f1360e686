package lab.carousel.ui.hyperparameters;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.text.Message;
import lab.carousel.ui.project.Field;
import lab.carousel.ui.project.HyperparametersDraft;

/** What differs between experiments, in the words of the panel. */
public final class SettingsTable {

    private SettingsTable() {}

    /** Everything in which some of the experiments differ; empty if they are all equal, or fewer than two. */
    public static List<SettingRow> differences(List<Experiment> experiments) {
        return Stream.concat(
                        Stream.of(
                                row(Message.text("hyperparameters.task.label"), experiments, each -> each.task()
                                        .supply()
                                        .words()),
                                row(
                                        Field.ENGINE.label(),
                                        experiments,
                                        each -> Message.text("toolbar.engine."
                                                + each.engine().name()))),
                        Field.all().stream()
                                .filter(field -> field.setting().isPresent())
                                .map(field ->
                                        row(field.label(), experiments, each -> value(field, each.hyperparameters()))))
                .filter(row -> row.values().stream().distinct().count() > 1)
                .toList();
    }

    private static SettingRow row(String name, List<Experiment> experiments, Function<Experiment, String> value) {
        return new SettingRow(name, experiments.stream().map(value).toList());
    }

    private static String value(Field field, Hyperparameters values) {
        return field.obstacle(values).isEmpty()
                ? HyperparametersDraft.of(values, EngineName.KERNEL).text(field)
                : "–";
    }

    /** In what an experiment differs from the reference, on one line. */
    public static String ofReference(Experiment experiment) {
        List<SettingRow> rows = differences(List.of(Experiment.reference(), experiment));
        return rows.isEmpty()
                ? Message.text("lesson.tries.reference")
                : rows.stream()
                        .map(row -> Message.text(
                                "lesson.value", row.name(), row.values().get(1)))
                        .collect(Collectors.joining(", "));
    }
}
