package lab.carousel.file.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lab.carousel.model.Experiment;
import lab.carousel.model.Setting;
import lab.carousel.model.Settings;
import lab.carousel.study.many.Plan;
import lab.carousel.study.many.Variation;
import lab.carousel.task.Task;
import lab.carousel.text.Csv;

/** The columns of a study's tables that say what is varied: the axes, and all that differs with them. */
final class VariedSettings {

    private static final int LONGEST_TASK_TEXT = 80;

    private final Plan plan;
    private final List<Setting<?>> settings;
    private final boolean tasksDiffer;

    VariedSettings(Plan plan) {
        this.plan = plan;
        List<Experiment> experiments =
                plan.cells().stream().map(Variation::experiment).toList();
        this.settings = Settings.ALL.stream()
                .filter(setting -> plan.study().axes().stream()
                        .noneMatch(axis -> axis.name().equals(setting.name())))
                .filter(setting -> experiments.stream()
                                .map(experiment -> setting.get(experiment.hyperparameters()))
                                .distinct()
                                .count()
                        > 1)
                .toList();
        this.tasksDiffer = experiments.stream().map(Experiment::task).distinct().count() > 1;
    }

    /** The names of the columns. */
    void addNames(Csv row) {
        plan.study().axes().forEach(axis -> row.add(axis.name()));
        settings.forEach(setting -> row.add(setting.name()));
        if (tasksDiffer) {
            row.add("task");
        }
    }

    /** The values of a cell. */
    void addValues(Variation cell, Csv row) {
        cell.choices().forEach(choice -> row.add(choice.name()));
        for (Setting<?> setting : settings) {
            row.add(setting.writtenText(cell.experiment().hyperparameters()));
        }
        if (tasksDiffer) {
            row.add(text(cell.experiment().task()));
        }
    }

    private static String text(Task task) {
        return task.source()
                .map(source -> source.name() + parameters(source.parameters()))
                .orElseGet(() -> {
                    List<String> sequences = new ArrayList<>();
                    task.sequences().forEach(sequence -> sequences.add(sequence.text()));
                    String all = String.join(" / ", sequences);
                    return all.length() <= LONGEST_TASK_TEXT
                            ? all
                            : sequences.size() + " sequences of up to " + (task.longestSteps() + 1) + " symbols";
                });
    }

    private static String parameters(Map<String, Integer> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> " " + entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining());
    }
}
