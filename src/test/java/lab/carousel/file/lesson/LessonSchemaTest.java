package lab.carousel.file.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.carousel.lesson.ClassQuestion;
import lab.carousel.lesson.Reading;
import lab.carousel.lesson.Reflection;
import lab.carousel.lesson.Spots;
import lab.carousel.lesson.WindowSpot;
import lab.carousel.model.Preset;
import lab.carousel.model.Setting;
import lab.carousel.model.Settings;
import lab.carousel.model.domain.Bounds;
import lab.carousel.model.domain.Domain;
import lab.carousel.text.Words;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The schema for people who write lessons knows the same names as the reader. */
class LessonSchemaTest {

    private JsonNode schema;
    private JsonNode step;
    private Spots spots;

    @BeforeEach
    void read() throws IOException {
        schema = new ObjectMapper()
                .readTree(Path.of("assets/lessons/lesson.schema.json").toFile());
        step = schema.at("/properties/steps/items/properties");
        spots = new Spots(Settings.names(), Set.copyOf(texts(step.at("/show/enum"))));
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(element -> texts.add(element.asText()));
        return texts;
    }

    private static List<String> names(List<WindowSpot> spots) {
        return spots.stream().map(WindowSpot::name).toList();
    }

    @Test
    void itKnowsEverythingOnTheScreen() {
        assertThat(texts(step.at("/point/items/enum"))).containsExactlyInAnyOrderElementsOf(names(spots.all()));
        assertThat(texts(step.at("/lock/items/enum"))).containsExactlyInAnyOrderElementsOf(names(spots.lockable()));
        assertThat(texts(step.at("/question/properties/hides/items/enum")))
                .containsExactlyInAnyOrderElementsOf(names(spots.hideable()));
        assertThat(texts(step.at("/editors/items/enum"))).containsExactlyInAnyOrderElementsOf(spots.editors());
    }

    @Test
    void itKnowsHyperparametersAndPresets() {
        List<String> names = new ArrayList<>();
        schema.at("/$defs/hyperparameters/properties").fieldNames().forEachRemaining(names::add);
        assertThat(names).containsExactlyElementsOf(Settings.names());
        for (String place : List.of(
                "/set", "/experiment/oneOf/2/properties/hyperparameters", "/needs/items/oneOf/4/properties/value")) {
            assertThat(step.at(place + "/$ref").asText()).as(place).isEqualTo("#/$defs/hyperparameters");
        }
        List<String> changed = new ArrayList<>(Settings.names());
        changed.add("task");
        assertThat(texts(step.at("/needs/items/oneOf/5/properties/change/enum")))
                .containsExactlyElementsOf(changed);
        assertThat(texts(step.at("/experiment/oneOf/0/properties/preset/enum")))
                .containsExactlyElementsOf(
                        Preset.all().stream().map(Preset::key).toList());
        assertThat(step.at("/question/properties/choices/maxItems").asInt()).isEqualTo(ClassQuestion.MAX_CHOICES);
    }

    @Test
    void itKnowsTheValuesOfHyperparameters() throws IOException {
        for (Setting<?> setting : Settings.ALL) {
            assertThat(schema.at("/$defs/hyperparameters/properties/" + setting.name()))
                    .as(setting.name())
                    .isEqualTo(new ObjectMapper().readTree(schemaOf(setting.domain())));
        }
    }

    private static String schemaOf(Domain<?> domain) {
        String words = domain.wordList().stream()
                .map(word -> '"' + word + '"')
                .collect(Collectors.joining(", ", "{\"enum\": [", "]}"));
        if (domain.numbers().isEmpty()) {
            return words;
        }
        Bounds bounds = domain.numbers().get().bounds();
        String numbers = "{\"type\": \"" + (bounds.whole() ? "integer" : "number") + "\""
                + bound(bounds.aboveLeast() ? "exclusiveMinimum" : "minimum", bounds.least())
                + bound(bounds.belowMost() ? "exclusiveMaximum" : "maximum", bounds.most())
                + "}";
        return domain.wordList().isEmpty() ? numbers : "{\"anyOf\": [" + words + ", " + numbers + "]}";
    }

    private static String bound(String name, double bound) {
        return Math.abs(bound) == Double.MAX_VALUE
                ? ""
                : ", \"" + name + "\": "
                        + (bound == Math.rint(bound) ? String.valueOf((long) bound) : String.valueOf(bound));
    }

    @Test
    void itKnowsWhatIsAskedOnceTheOutcomeIsSeen() {
        assertThat(step.at("/observe/maxItems").asInt()).isEqualTo(Reflection.MOST_OBSERVATIONS);
        assertThat(step.at("/recall/maxItems").asInt()).isEqualTo(Reflection.MOST_CARDS);
        assertThat(step.at("/observe/items/oneOf/0/properties/choices/maxItems").asInt())
                .isEqualTo(ClassQuestion.MAX_CHOICES);
        assertThat(texts(step.at("/observe/items/oneOf/2/properties/reads/enum")))
                .containsExactlyElementsOf(Stream.of(Reading.values())
                        .map(Words.of(Reading.class)::word)
                        .toList());
    }
}
