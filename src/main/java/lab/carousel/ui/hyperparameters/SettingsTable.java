package lab.carousel.ui.hyperparameters;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.task.Task;
import lab.carousel.text.Message;
import lab.carousel.ui.project.Field;
import lab.carousel.ui.project.HyperparametersDraft;

/** What differs between experiments, in the words of the panel. */
public final class SettingsTable {

    /**
     * A line of the table.
     *
     * @param name   what differs
     * @param values what each experiment has, in their order
     */
    public record Row(String name, List<String> values) {}

    private SettingsTable() {}

    /** Everything in which some of the experiments differ; empty if they are all equal, or fewer than two. */
    public static List<Row> differences(List<Experiment> experiments) {
        Map<String, Function<Experiment, String>> words = new LinkedHashMap<>();
        words.put(Message.text("hyperparameters.task.label"), experiment -> words(experiment.task()));
        words.put(
                Field.ENGINE.label(),
                experiment ->
                        Message.text("toolbar.engine." + experiment.engine().name()));
        Field.all().stream()
                .filter(field -> field.setting().isPresent())
                .forEach(field -> words.put(field.label(), experiment -> words(field, experiment.hyperparameters())));
        List<Row> rows = new ArrayList<>();
        words.forEach((name, ofOne) -> {
            List<String> values = experiments.stream().map(ofOne).toList();
            if (values.stream().distinct().count() > 1) {
                rows.add(new Row(name, values));
            }
        });
        return rows;
    }

    private static String words(Field field, Hyperparameters values) {
        return field.obstacle(values).isEmpty()
                ? HyperparametersDraft.of(values, EngineName.KERNEL).text(field)
                : "–";
    }

    /** In what an experiment differs from the reference, on one line. */
    public static String ofReference(Experiment experiment) {
        List<Row> rows = differences(List.of(Experiment.reference(), experiment));
        return rows.isEmpty()
                ? Message.text("lesson.tries.reference")
                : rows.stream()
                        .map(row -> Message.text(
                                "lesson.value", row.name(), row.values().get(1)))
                        .collect(Collectors.joining(", "));
    }

    private static String words(Task task) {
        return task.isDrawn()
                ? Message.text(
                        "hyperparameters.task.drawn",
                        task.source().orElseThrow().name())
                : Message.text(
                        "hyperparameters.task.listed",
                        task.sequences().size(),
                        String.join(
                                " ",
                                task.sequences().get(0).symbols().stream()
                                        .limit(8)
                                        .toList()));
    }
}
