package lab.carousel.file.model.network;

import lab.carousel.text.Message;

public enum Subject {
    ORDER("order"),
    /** Order of the gates in an array. */
    GATES("gates"),
    /** Activation of the cells. */
    ACTIVATION("activation"),
    /** Function between the cells and the output layer. */
    BETWEEN("between"),
    /** Activation of the outputs. */
    OUTPUT("output");

    private final String key;

    Subject(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    public Message words() {
        return Message.of("network.subject." + key);
    }
}
