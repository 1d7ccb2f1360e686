package lab.carousel.file.session;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lab.carousel.file.json.JsonValue;
import lab.carousel.file.study.TypedStudy;
import lab.carousel.study.many.Question;
import lab.carousel.text.Words;

/** An own study as it was typed, in a session. */
final class TypedStudyJson {

    private static final Words<Question> QUESTIONS = Words.of(Question.class);
    private static final String QUESTION = "question";

    private TypedStudyJson() {}

    static void put(TypedStudy typed, ObjectNode node) {
        typed.question().ifPresent(question -> node.put(QUESTION, QUESTIONS.word(question)));
        node.put("random", typed.random()).put("draws", typed.draws());
        ArrayNode axes = node.putArray("axes");
        typed.axes().forEach(axis -> axes.addObject()
                .put("name", axis.name())
                .put("values", axis.values())
                .put("from", axis.from())
                .put("to", axis.to())
                .put("logarithmic", axis.logarithmic()));
    }

    static TypedStudy read(JsonValue value) {
        Map<String, JsonValue> members = value.members(List.of(QUESTION, "random", "draws", "axes"));
        return new TypedStudy(
                Optional.ofNullable(members.get(QUESTION)).map(word -> word.word(QUESTIONS)),
                value.member("random").truth(),
                StudiesFolder.text(value.member("draws")),
                value.member("axes").elements().stream()
                        .map(TypedStudyJson::axis)
                        .toList());
    }

    private static TypedStudy.TypedAxis axis(JsonValue value) {
        return new TypedStudy.TypedAxis(
                StudiesFolder.text(value.member("name")),
                StudiesFolder.text(value.member("values")),
                StudiesFolder.text(value.member("from")),
                StudiesFolder.text(value.member("to")),
                value.member("logarithmic").truth());
    }
}
