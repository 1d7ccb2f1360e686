package lab.carousel.ui.hyperparameters;

import java.util.List;
import java.util.stream.Stream;
import lab.carousel.text.Message;

/** The groups of the panel, in their order on the screen. */
public enum Group {
    /** What is used most; always visible. */
    ESSENTIAL,
    /** What the network is and how it starts. */
    NETWORK,
    /** How a gradient becomes a change. */
    LEARNING,
    /** In which portions the sequences are learned. */
    TRAINING;

    /** What it is called on the screen. */
    public String title() {
        return Message.text("hyperparameters.group." + name());
    }

    /** Its fields, in their order on the screen. */
    public List<Field> fields() {
        return Stream.of(Field.values()).filter(field -> field.group() == this).toList();
    }
}
