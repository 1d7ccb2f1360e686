package lab.carousel.model;

import java.util.Optional;
import lab.carousel.text.Message;

/** Which engine trains an experiment. */
public enum EngineName {
    /** Deeplearning4j's own solver: the reference. Cannot train everything. */
    DL4J,
    /** Our own fused loop. Trains every experiment. */
    KERNEL;

    /** Why this engine cannot train with these hyperparameters, if it cannot. */
    public Optional<Message> obstacle(Hyperparameters hyperparameters) {
        return Settings.kernelOnly(hyperparameters).stream()
                .filter(setting -> this == DL4J)
                .findFirst()
                .map(setting -> Message.of("model.engine.kernelOnly", setting.kernelOnlyWords()));
    }
}
