package lab.carousel.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lab.carousel.model.layout.Cell;
import lab.carousel.text.Message;

/** A setting that Deeplearning4j's solver cannot express; only the kernel has it. */
public enum KernelOnly {
    /** Deeplearning4j 1.0.0-M2.1 has no gated recurrent unit. */
    CELL,
    /** Deeplearning4j's momentum is Nesterov's. */
    MOMENTUM,
    /** Deeplearning4j clips layer by layer, not the gradient as a whole. */
    CLIPPING;

    /** What of this hyperparameters ask for. */
    public static List<KernelOnly> in(Hyperparameters hyperparameters) {
        List<KernelOnly> settings = new ArrayList<>();
        addIf(hyperparameters.cell() == Cell.GRU, CELL, settings);
        addIf(hyperparameters.optimiser() == Optimiser.SGD && hyperparameters.momentum() > 0, MOMENTUM, settings);
        addIf(!hyperparameters.clipping().isNone(), CLIPPING, settings);
        return List.copyOf(settings);
    }

    /** Why Deeplearning4j has no network of such cells, however it was trained, if it has none. */
    public static Optional<Message> networkObstacle(Cell cell) {
        return cell == Cell.GRU ? Optional.of(Message.of("model.network.kernelOnly")) : Optional.empty();
    }

    /** What of this hyperparameters ask for, as it stands within a sentence. */
    public static String words(Hyperparameters hyperparameters) {
        return in(hyperparameters).stream().map(KernelOnly::text).collect(Collectors.joining(", "));
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
