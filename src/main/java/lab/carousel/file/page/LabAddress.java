package lab.carousel.file.page;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.model.trace.HeatmapLayer;
import lab.carousel.task.Step;
import lab.carousel.text.Message;
import lab.carousel.training.Snapshot;

/**
 * Address that opens a run in the lab, see {@link PageAddress}: what is as in the tutorial is left out.
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
        if (!PageForm.isTyped(experiment)) {
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
        Map<String, Object> lookedAt = new LinkedHashMap<>();
        lookedAt.put("epoch", run.position().epoch());
        step.ifPresent(chosen -> {
            lookedAt.put("sequence", chosen.sequence() + 1);
            lookedAt.put("step", chosen.number());
        });
        if (layer != HeatmapLayer.HIDDEN_STATE && layer != HeatmapLayer.CELL_CHANGE) {
            lookedAt.put("layer", layer.letter());
        }
        if (unit >= 0) {
            lookedAt.put("unit", unit + 1);
        }
        return BASE + "#" + PageAddress.written(run.experiment(), Experiment.reference(), lookedAt);
    }
}
