package lab.carousel.file.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import lab.carousel.file.json.JsonValue;
import lab.carousel.lesson.Observation;
import lab.carousel.lesson.Reading;
import lab.carousel.lesson.RecallCard;
import lab.carousel.lesson.Reflection;
import lab.carousel.lesson.WindowSpot;
import lab.carousel.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a step asks once its outcome is seen:
 *
 * <pre>
 *   "observe": [
 *     {"text": "What did the line do?", "choices": ["It stopped at the floor", "It went through"], "right": 2, "about": "loss"},
 *     {"text": "Which loss do you read?", "reads": "loss", "within": 0.001},
 *     {"text": "Which verdict?", "reads": "verdict"}
 *   ],
 *   "recall": [{"ask": "What carries the memory?", "answer": "The cell state c."}],
 *   "transfer": true,
 *   "listTries": true
 * </pre>
 */
final class ReflectionReader {

    private static final List<String> OBSERVATION_NAMES =
            List.of("text", "choices", "right", "about", "reads", "within");
    private static final String READS = "reads";
    private static final List<String> CARD_NAMES = List.of("ask", "answer");
    private static final String VERDICT = "verdict";
    private static final Words<Reading> READINGS = Words.of(Reading.class);
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    private ReflectionReader() {}

    /** What answers to a step are kept under: its id, or its number. */
    static String id(@Nullable JsonValue value, int number) {
        if (value == null) {
            return "step-" + number;
        }
        if (!ID.matcher(value.text()).matches()) {
            throw value.place().problem("file.lesson.id");
        }
        return value.text();
    }

    /**
     * What a step asks afterwards.
     *
     * @param spot gives what is named by its name
     */
    static Reflection read(Map<String, JsonValue> step, Function<JsonValue, WindowSpot> spot) {
        return new Reflection(
                observations(step.get("observe"), spot),
                cards(step.get("recall")),
                isTrue(step.get("transfer")),
                isTrue(step.get("listTries")));
    }

    private static boolean isTrue(@Nullable JsonValue value) {
        return value != null && value.truth();
    }

    private static List<Observation> observations(@Nullable JsonValue list, Function<JsonValue, WindowSpot> spot) {
        List<Observation> observations = new ArrayList<>();
        for (JsonValue value : elements(list, Reflection.MOST_OBSERVATIONS)) {
            observations.add(observation(value, spot));
        }
        return observations;
    }

    private static Observation observation(JsonValue value, Function<JsonValue, WindowSpot> spot) {
        Map<String, JsonValue> members = value.members(OBSERVATION_NAMES);
        String text = LessonReader.words(value.member("text"));
        JsonValue reads = members.get(READS);
        if (reads == null) {
            value.members(List.of("text", "choices", "right", "about")); // nothing else beside them
            List<String> choices = LessonStepReader.choices(value.member("choices"));
            return new Observation.Chosen(
                    text,
                    choices,
                    LessonStepReader.right(members.get("right"), choices.size()),
                    Optional.ofNullable(members.get("about")).map(spot));
        }
        if (reads.text().equals(VERDICT)) {
            value.members(List.of("text", READS)); // as above
            return new Observation.Judged(text);
        }
        value.members(List.of("text", READS, "within")); // as above
        Reading reading = READINGS.find(reads.text()).orElseThrow(() -> reads.place()
                .problem("file.word.unknown", reads.text(), VERDICT + ", " + READINGS.list()));
        double within = value.member("within").number();
        if (!(within >= 0 && within < Double.MAX_VALUE)) {
            throw value.member("within").place().problem("file.lesson.within");
        }
        return new Observation.Read(text, reading, within);
    }

    private static List<RecallCard> cards(@Nullable JsonValue list) {
        List<RecallCard> cards = new ArrayList<>();
        for (JsonValue value : elements(list, Reflection.MOST_CARDS)) {
            value.members(CARD_NAMES);
            cards.add(new RecallCard(
                    LessonReader.words(value.member("ask")), LessonReader.words(value.member("answer"))));
        }
        return cards;
    }

    private static List<JsonValue> elements(@Nullable JsonValue list, int most) {
        if (list == null) {
            return List.of();
        }
        if (list.elements().size() > most) {
            throw list.place().problem("file.lesson.tooMany", most);
        }
        return list.elements();
    }
}
