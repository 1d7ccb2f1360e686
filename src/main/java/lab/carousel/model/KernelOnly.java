package lab.carousel.model;

import java.util.List;
import java.util.stream.Collectors;
import lab.carousel.text.Message;

/** What Deeplearning4j's solver cannot express; only the kernel has it. */
public final class KernelOnly {

    private KernelOnly() {}

    /** What of this hyperparameters ask for, in the order of files. */
    public static List<Setting<?>> in(Hyperparameters hyperparameters) {
        return Settings.ALL.stream()
                .filter(setting -> setting.isKernelOnlyIn(hyperparameters))
                .toList();
    }

    /** What of this hyperparameters ask for, as it stands within a sentence. */
    public static String words(Hyperparameters hyperparameters) {
        return in(hyperparameters).stream().map(KernelOnly::words).collect(Collectors.joining(", "));
    }

    /** What such a setting is called within a sentence. */
    static String words(Setting<?> setting) {
        return Message.text("hyperparameters." + setting.name() + ".kernelOnly");
    }
}
