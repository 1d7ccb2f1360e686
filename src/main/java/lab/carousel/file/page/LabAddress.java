package lab.carousel.file.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lab.carousel.model.Experiment;
import lab.carousel.model.Setting;
import lab.carousel.model.Settings;
import lab.carousel.model.trace.HeatmapLayer;
import lab.carousel.task.Step;
import lab.carousel.task.Task;
import lab.carousel.text.Message;
import lab.carousel.training.Snapshot;

/**
 * Address that opens a run in the lab, as {@code page/address.js} reads it: what is as in the tutorial is left out.
 *
 * @param step  that is chosen
 * @param unit  that is chosen, counted from 0; -1 if none is
 */
public record LabAddress(Snapshot run, Optional<Step> step, HeatmapLayer layer, int unit) {

    /** Where the lab lies: the address of {@code lab.html}, or its name alone. */
    private static final String BASE = System.getProperty("carousel.lab", "lab.html");

    /** What keeps the lab from training the run; empty if nothing does. */
    public Optional<Message> obstacle() {
        if (run.origin().isPresent()) {
            return Optional.of(Message.of("page.link.origin"));
        }
        Experiment experiment = run.experiment();
        Optional<Message> large = PageLimits.obstacle(experiment);
        if (large.isPresent()) {
            return large;
        }
        if (experiment.task().isDrawn()) {
            return Optional.of(Message.of("page.link.drawn"));
        }
        if (experiment.hyperparameters().get(Settings.EPOCHS) > PageLimits.MOST_EPOCHS) {
            return Optional.of(Message.of("page.link.epochs", PageLimits.MOST_EPOCHS));
        }
        return text().length() - BASE.length() > PageLimits.LONGEST_ADDRESS
                ? Optional.of(Message.of("page.lab.long", PageLimits.LONGEST_ADDRESS))
                : Optional.empty();
    }

    public String text() {
        List<String> fields = new ArrayList<>();
        Task task = run.experiment().task();
        if (!task.equals(Task.reference())) {
            fields.add("task="
                    + task.sequences().stream()
                            .map(sequence -> symbols(sequence.symbols()))
                            .collect(Collectors.joining(",")));
            fields.add("alphabet=" + symbols(task.alphabet().symbols()));
            if (task.sets()) {
                fields.add("sets=true");
            }
        }
        for (Setting<?> setting : Settings.ALL) {
            if (setting.isUnusual(run.experiment().hyperparameters())) {
                String written = setting.writtenText(run.experiment().hyperparameters());
                fields.add(setting.name() + "=" + symbols(List.of(written.split(" "))));
            }
        }
        fields.add("epoch=" + run.position().epoch());
        step.ifPresent(chosen -> {
            fields.add("sequence=" + (chosen.sequence() + 1));
            fields.add("step=" + chosen.number());
        });
        if (layer != HeatmapLayer.HIDDEN_STATE && layer != HeatmapLayer.CELL_CHANGE) {
            fields.add("layer=" + layer.letter());
        }
        if (unit >= 0) {
            fields.add("unit=" + (unit + 1));
        }
        return BASE + "#" + String.join("&", fields);
    }

    private static String symbols(List<String> symbols) {
        return symbols.stream()
                .map(symbol -> URLEncoder.encode(symbol, StandardCharsets.UTF_8))
                .collect(Collectors.joining("+"));
    }
}
