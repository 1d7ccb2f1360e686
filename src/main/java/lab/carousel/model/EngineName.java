package lab.carousel.model;

import java.util.Optional;
import lab.carousel.task.Task;
import lab.carousel.text.Message;

/** Which engine trains an experiment. */
public enum EngineName {
    /** Deeplearning4j's own solver: the reference. Cannot train everything. */
    DL4J {
        @Override
        public Optional<Message> obstacle(Task task, Hyperparameters hyperparameters) {
            return KernelOnly.in(hyperparameters).stream()
                    .findFirst()
                    .map(setting -> Message.of("model.engine.kernelOnly", KernelOnly.words(setting)));
        }
    },
    /** Our own fused loop. Trains every experiment. */
    KERNEL {
        @Override
        public Optional<Message> obstacle(Task task, Hyperparameters hyperparameters) {
            return Optional.empty();
        }
    };

    /** Why this engine cannot train a task with these hyperparameters, if it cannot. */
    public abstract Optional<Message> obstacle(Task task, Hyperparameters hyperparameters);
}
