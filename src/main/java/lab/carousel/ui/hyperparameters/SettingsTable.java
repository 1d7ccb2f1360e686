package lab.carousel.ui.hyperparameters;

import java.util.ArrayList;
import java.util.List;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
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
        List<Row> rows = new ArrayList<>();
        add(
                rows,
                Message.text("hyperparameters.task.label"),
                experiments.stream().map(experiment -> words(experiment.task())).toList());
        add(
                rows,
                Field.ENGINE.label(),
                experiments.stream()
                        .map(experiment -> Message.text(
                                "toolbar.engine." + experiment.engine().name()))
                        .toList());
        Field.all().stream()
                .filter(field -> field.setting().isPresent())
                .forEach(field -> add(
                        rows,
                        field.label(),
                        experiments.stream()
                                .map(Experiment::hyperparameters)
                                .map(values -> field.obstacle(values).isEmpty()
                                        ? HyperparametersDraft.of(values, EngineName.KERNEL)
                                                .text(field)
                                        : "–")
                                .toList()));
        return rows;
    }

    private static void add(List<Row> rows, String name, List<String> values) {
        if (values.stream().distinct().count() > 1) {
            rows.add(new Row(name, values));
        }
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
