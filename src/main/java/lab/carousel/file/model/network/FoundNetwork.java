package lab.carousel.file.model.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;

/** A network in a file, with what the file leaves open. */
public record FoundNetwork(List<OpenQuestion> questions, Function<Map<Subject, String>, ReadNetwork> answered) {

    public static FoundNetwork withoutQuestions(ReadNetwork network) {
        return new FoundNetwork(List.of(), any -> network);
    }

    /**
     * Builds the network.
     *
     * @param chosen answers; the others are assumed
     * @throws InvalidInput if one is missing or does not fit, or there is no such network here
     */
    public ReadNetwork with(Map<Subject, String> chosen) {
        for (Map.Entry<Subject, String> each : chosen.entrySet()) {
            if (questions.stream().noneMatch(question -> question.subject() == each.getKey())) {
                throw new InvalidInput("network.answer.needless", each.getKey().words(), each.getValue());
            }
        }
        return answered.apply(questions.stream()
                .collect(Collectors.toMap(
                        OpenQuestion::subject,
                        question -> answer(question, Optional.ofNullable(chosen.get(question.subject()))))));
    }

    private static String answer(OpenQuestion question, Optional<String> chosen) {
        return chosen.flatMap(word -> question.answers().stream()
                        .filter(answer -> answer.replace(" ", "").equals(word.replace(" ", "")))
                        .findFirst())
                .or(() -> question.assumed().filter(any -> chosen.isEmpty()))
                .orElseThrow(() -> {
                    String list = String.join(" | ", question.answers());
                    return chosen.isEmpty()
                            ? new InvalidInput(
                                    "network.answer.open", question.subject().words(), list)
                            : new InvalidInput(
                                    "network.answer.unfit", question.subject().words(), chosen.get(), list);
                });
    }

    /** Assumed answers in words, a line each. */
    public List<Message> assumptions(Map<Subject, String> chosen) {
        List<Message> lines = new ArrayList<>();
        for (OpenQuestion question : questions) {
            Optional<String> own = Optional.ofNullable(chosen.get(question.subject()));
            String key = own.isPresent()
                    ? "network.chosen"
                    : question.answers().size() == 1 ? "network.only" : "network.assumed";
            own.or(question::assumed)
                    .ifPresent(answer ->
                            lines.add(Message.of(key, question.subject().words(), OpenQuestion.shown(answer))));
        }
        return lines;
    }
}
