package lab.carousel.file.model.network;

import java.util.List;
import java.util.Optional;
import lab.carousel.text.Message;

/**
 * What the file of a network does not say, although it changes what the network computes.
 *
 * @param subject what it is about
 * @param answers those that fit what the file has, at least one; not all of them can be computed here
 * @param assumed the one that is taken unless another is chosen; empty if one must be chosen
 */
public record OpenQuestion(Subject subject, List<String> answers, Optional<String> assumed) {

    /** The answer that something is not there. */
    public static final String NONE = "none";

    /** What a question can be about. */
    public enum Subject {
        /** In which order layers are applied. */
        ORDER("order"),
        /** In which order the gates stand in an array. */
        GATES("gates"),
        /** What the units compute of their net input. */
        ACTIVATION("activation"),
        /** What is computed between the cells and the output layer. */
        BETWEEN("between"),
        /** What the outputs compute of their net input. */
        OUTPUT("output");

        private final String key;

        Subject(String key) {
            this.key = key;
        }

        /** The name of what is asked, as it is typed. */
        public String key() {
            return key;
        }

        /** The name of what is asked, as it is shown. */
        public Message words() {
            return Message.of("network.subject." + key);
        }
    }

    /** Copies the answers. */
    public OpenQuestion {
        answers = List.copyOf(answers);
    }

    /** A question with an answer that is taken unless another is chosen: the first one. */
    public static OpenQuestion usually(Subject subject, String... answers) {
        return new OpenQuestion(subject, List.of(answers), Optional.of(answers[0]));
    }

    /** A question whose answer is taken where only one fits; otherwise one must be chosen. */
    public static OpenQuestion among(Subject subject, List<String> answers) {
        return new OpenQuestion(subject, answers, Optional.of(answers.get(0)).filter(any -> answers.size() == 1));
    }

    /** An answer, as it is shown. */
    public static String shown(String answer) {
        return answer.equals(NONE) ? Message.text("network.answer.none") : answer;
    }
}
