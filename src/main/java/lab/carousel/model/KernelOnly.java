package lab.carousel.model;

import java.util.List;
import java.util.stream.Collectors;
import lab.carousel.text.Message;

/** Settings that Deeplearning4j's solver cannot express; only the kernel has them. */
public final class KernelOnly {

    private KernelOnly() {}

    /** Those that the hyperparameters use, in the order of files. */
    public static List<Setting<?>> in(Hyperparameters hyperparameters) {
        return Settings.ALL.stream()
                .filter(setting -> setting.isKernelOnlyIn(hyperparameters))
                .toList();
    }

    /** Those that the hyperparameters use, as they stand within a sentence. */
    public static String words(Hyperparameters hyperparameters) {
        return in(hyperparameters).stream().map(KernelOnly::words).collect(Collectors.joining(", "));
    }

    static String words(Setting<?> setting) {
        return Message.text("hyperparameters." + setting.name() + ".kernelOnly");
    }
}
