package lab.carousel.file.model.network;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import lab.carousel.model.Output;
import lab.carousel.model.Settings;
import lab.carousel.text.Message;

/**
 * A property of a network that its file does not tell, although it changes the outputs.
 *
 * @param answers those that fit the file, at least one; not all of them are supported
 * @param assumed the default; empty if one must be chosen
 */
public record OpenQuestion(Subject subject, List<String> answers, Optional<String> assumed) {

    public static final String NONE = "none";

    public static final OpenQuestion OUTPUT =
            usually(Subject.OUTPUT, Settings.OUTPUT.domain().wordList().toArray(String[]::new));

    public OpenQuestion {
        answers = List.copyOf(answers);
    }

    /** A question with a default: the first answer. */
    public static OpenQuestion usually(Subject subject, String... answers) {
        return new OpenQuestion(subject, List.of(answers), Optional.of(answers[0]));
    }

    /** The order of the layers, whose only one is the default; of several one must be chosen. */
    public static OpenQuestion order(List<String> answers) {
        return new OpenQuestion(
                Subject.ORDER, answers, Optional.of(answers.get(0)).filter(any -> answers.size() == 1));
    }

    /** The output that was chosen. */
    public static Output output(Map<Subject, String> answers) {
        return Optional.ofNullable(answers.get(Subject.OUTPUT))
                .flatMap(Settings.OUTPUT.domain()::ofWord)
                .orElse(Output.SIGMOID);
    }

    public static String shown(String answer) {
        return answer.equals(NONE) ? Message.text("network.answer.none") : answer;
    }
}
