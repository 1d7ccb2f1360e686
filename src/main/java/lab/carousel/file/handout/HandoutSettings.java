package lab.carousel.file.handout;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lab.carousel.model.Experiment;
import lab.carousel.model.GateBias;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.LossWeighting;
import lab.carousel.model.Optimiser;
import lab.carousel.model.Setting;
import lab.carousel.model.Settings;
import lab.carousel.model.UpdateInterval;
import lab.carousel.model.layout.Cell;
import lab.carousel.text.FileNumber;
import lab.carousel.text.Message;
import lab.carousel.training.Snapshot;

/** The hyperparameters in plain words; those that are as usual and say nothing are left out. */
final class HandoutSettings {

    /** What the sentences tell of in their own ways; every other one is told of where it is unusual. */
    private static final Set<Setting<?>> TOLD = Set.of(
            Settings.CELL,
            Settings.LAYERS,
            Settings.HIDDEN_UNITS,
            Settings.OUTPUT,
            Settings.FORGET_GATE_BIAS,
            Settings.INPUT_GATE_BIAS,
            Settings.CHRONO_SPAN,
            Settings.UPDATE_INTERVAL,
            Settings.RESET_POLICY,
            Settings.OPTIMISER,
            Settings.LEARNING_RATE,
            Settings.MOMENTUM,
            Settings.CLIPPING,
            Settings.LOSS_WEIGHTING,
            Settings.EPOCHS,
            Settings.SEED);

    private final Snapshot snapshot;
    private final Experiment experiment;
    private final Hyperparameters settings;
    private final List<Entry> entries = new ArrayList<>();

    /**
     * A hyperparameter, or a few that belong together.
     *
     * @param label what it is
     * @param words what it is set to, and what that means
     */
    record Entry(String label, String words) {}

    HandoutSettings(Snapshot snapshot) {
        this.snapshot = snapshot;
        this.experiment = snapshot.experiment();
        this.settings = experiment.hyperparameters();
    }

    /** All of them. */
    List<Entry> all() {
        add(
                "network",
                Message.text(
                        "handout.network.words",
                        settings.layers(),
                        settings.hiddenUnits(),
                        Message.text("handout.cell." + settings.cell()),
                        Message.text("handout.output." + settings.output())));
        addBias();
        add("updates", updates());
        add("reset", Message.text("handout.reset." + settings.resetPolicy()));
        add("optimiser", optimiser());
        addUnusual();
        add("epochs", epochs());
        return List.copyOf(entries);
    }

    private String epochs() {
        String words = Message.text(
                "handout.epochs.words",
                snapshot.position().epoch(),
                snapshot.lastEpoch(),
                String.valueOf(settings.seed()));
        return snapshot.origin()
                .map(origin -> words + " " + Message.text("handout.epochs.wentOn", origin.epoch()))
                .orElse(words);
    }

    private void add(String label, String words) {
        entries.add(new Entry(Message.text("handout.setting." + label), words));
    }

    private void addBias() {
        GateBias bias = settings.gateBias();
        if (settings.cell().hasKeepingGate() && bias.isChrono()) {
            add("bias", Message.text("handout.bias.chrono", bias.chronoSpan()));
        } else if (settings.cell() == Cell.LSTM) {
            add("bias", Message.text("handout.bias.words", bias.forget(), bias.input()));
        }
    }

    private String updates() {
        UpdateInterval interval = settings.updateInterval();
        return interval.isWholeSequence()
                ? Message.text("handout.updates.whole")
                : Message.text("handout.updates.steps", interval.steps());
    }

    private String optimiser() {
        String rate = FileNumber.text(settings.learningRate());
        String words = settings.optimiser() == Optimiser.SGD && settings.momentum() > 0
                ? Message.text("handout.optimiser.momentum", rate, FileNumber.text(settings.momentum()))
                : Message.text("handout.optimiser.words", Message.text("loss.optimiser." + settings.optimiser()), rate);
        return settings.clipping().isNone()
                ? words
                : words + " "
                        + Message.text("handout.clipping", settings.clipping().norm());
    }

    private void addUnusual() {
        LossWeighting weighting = experiment.lossWeighting();
        if (weighting.isLastStepOnly()) {
            add("weighting", Message.text("handout.weighting.last"));
        } else if (!weighting.equals(LossWeighting.ALL_STEPS)) {
            add("weighting", Message.text("handout.weighting.words", weighting.last()));
        }
        Settings.ALL.stream()
                .filter(setting -> !TOLD.contains(setting) && setting.isUnusual(settings))
                .filter(setting -> setting.obstacle(settings).isEmpty())
                .forEach(setting -> add(setting.name(), words(setting)));
    }

    private String words(Setting<?> setting) {
        Object value = setting.written(settings);
        return Message.text(
                "handout." + setting.name() + ".words", value instanceof Long ? value : setting.writtenText(settings));
    }
}
