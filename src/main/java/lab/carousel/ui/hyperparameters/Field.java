package lab.carousel.ui.hyperparameters;

import java.util.stream.Stream;
import lab.carousel.message.Message;

/** The fields of the panel, in their order on the screen. */
public enum Field {
    ENGINE("engine"),
    HIDDEN_UNITS("hiddenUnits"),
    LEARNING_RATE("learningRate"),
    EPOCHS("epochs"),
    UPDATE_INTERVAL("updateInterval"),
    BATCH_SIZE("batchSize"),
    RESET_POLICY("resetPolicy"),
    ORDER("order"),
    OPTIMISER("optimiser"),
    OUTPUT("output"),
    SEED("seed");

    private final String key;

    Field(String key) {
        this.key = key;
    }

    /** The name of the hyperparameter, or "engine"; also the id of its control. */
    public String key() {
        return key;
    }

    /** What it is called on the screen. */
    public String label() {
        return Message.text("hyperparameters." + key + ".label");
    }

    /** What it is, and what it does to memory. */
    public String explanation() {
        return Message.text("hyperparameters." + key + ".explanation");
    }

    /**
     * The field that a message is about: such messages have its name after {@code model}.
     *
     * @throws java.util.NoSuchElementException if it is about none
     */
    public static Field subjectOf(Message message) {
        return Stream.of(values())
                .filter(field -> message.key().startsWith("model." + field.key + "."))
                .findFirst()
                .orElseThrow();
    }
}
