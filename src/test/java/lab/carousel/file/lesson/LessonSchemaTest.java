package lab.carousel.file.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lab.carousel.lesson.Question;
import lab.carousel.lesson.Spot;
import lab.carousel.lesson.Spots;
import lab.carousel.model.Preset;
import lab.carousel.model.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The schema for people who write lessons knows the same names as the reader. */
class LessonSchemaTest {

    private JsonNode step;
    private Spots spots;

    @BeforeEach
    void read() throws IOException {
        step = new ObjectMapper()
                .readTree(Path.of("assets/lessons/lesson.schema.json").toFile())
                .at("/properties/steps/items/properties");
        spots = new Spots(Settings.names(), Set.copyOf(texts(step.at("/show/enum"))));
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(element -> texts.add(element.asText()));
        return texts;
    }

    private static List<String> names(List<Spot> spots) {
        return spots.stream().map(Spot::name).toList();
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
        List<String> set = new ArrayList<>();
        step.at("/set/properties").fieldNames().forEachRemaining(set::add);
        assertThat(set).containsExactlyInAnyOrderElementsOf(Settings.names());
        assertThat(texts(step.at("/experiment/oneOf/0/properties/preset/enum")))
                .containsExactlyElementsOf(
                        Preset.all().stream().map(Preset::key).toList());
        assertThat(step.at("/question/properties/choices/maxItems").asInt()).isEqualTo(Question.MAX_CHOICES);
    }
}
