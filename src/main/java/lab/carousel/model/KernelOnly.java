package lab.carousel.model;

import java.util.ArrayList;
import java.util.List;
import lab.carousel.message.Message;
import lab.carousel.task.Task;

/** A setting that Deeplearning4j's solver cannot express; only the kernel has it. */
public enum KernelOnly {
    /** Deeplearning4j 1.0.0-M2.1 has no gated recurrent unit. */
    CELL,
    /** More than one layer. */
    LAYERS,
    /** A lag over 1. */
    LAG,
    /** A loss that weighs the steps. */
    LOSS_WEIGHTING,
    /** Deeplearning4j's momentum is Nesterov's. */
    MOMENTUM,
    /** Deeplearning4j clips layer by layer, not the gradient as a whole. */
    CLIPPING,
    /** Fewer outputs than symbols. */
    OUTPUTS;

    /** What of this a task and hyperparameters ask for. */
    public static List<KernelOnly> in(Task task, Hyperparameters hyperparameters) {
        List<KernelOnly> settings = new ArrayList<>();
        addIf(hyperparameters.cell() != Cell.LSTM, CELL, settings);
        addIf(hyperparameters.layers() > 1, LAYERS, settings);
        addIf(hyperparameters.lag() > 1, LAG, settings);
        addIf(!hyperparameters.lossWeighting().equals(LossWeighting.ALL_STEPS), LOSS_WEIGHTING, settings);
        addIf(hyperparameters.optimiser() == Optimiser.SGD && hyperparameters.momentum() > 0, MOMENTUM, settings);
        addIf(!hyperparameters.clipping().isNone(), CLIPPING, settings);
        addIf(task.outputs() < task.alphabet().size(), OUTPUTS, settings);
        return List.copyOf(settings);
    }

    private static void addIf(boolean asked, KernelOnly setting, List<KernelOnly> settings) {
        if (asked) {
            settings.add(setting);
        }
    }

    /** What it is called within a sentence. */
    public String text() {
        return Message.text("model.kernelOnly." + name());
    }
}
