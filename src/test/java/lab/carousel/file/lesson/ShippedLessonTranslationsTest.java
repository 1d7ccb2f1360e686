package lab.carousel.file.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lab.carousel.text.InLanguage;
import lab.carousel.text.Language;
import org.junit.jupiter.api.Test;

/** The lessons that come with the program have all their texts in all languages. */
class ShippedLessonTranslationsTest {

    private static final Path LESSONS = Path.of("assets/lessons");

    private final List<String> missing = new ArrayList<>();

    @Test
    void everyTextIsTranslated() throws IOException {
        for (String name : ShippedLessons.names()) {
            check(LESSONS.resolve(name), InLanguage.GERMAN);
        }
        assertThat(missing).as("texts of lessons without a translation").isEmpty();
    }

    private void check(Path folder, Language language) throws IOException {
        JsonNode lesson =
                new ObjectMapper().readTree(folder.resolve(LessonFiles.STEPS).toFile());
        for (JsonNode step : lesson.at("/steps")) {
            Path text = folder.resolve(LessonFiles.in(language, step.at("/text").asText()));
            if (!Files.exists(text)) {
                missing.add(text.toString());
            }
        }
        Path words = folder.resolve(LessonFiles.in(language, LessonFiles.STEPS));
        if (!Files.exists(words)) {
            missing.add(words.toString());
            return;
        }
        JsonNode translated = new ObjectMapper().readTree(words.toFile());
        List<String> names = new ArrayList<>(List.of("/title", "/summary", "/answers"));
        for (int step = 0; step < lesson.at("/steps").size(); step++) {
            for (String name : List.of("/title", "/question/text", "/question/choices", "/question/explanation")) {
                names.add("/steps/" + step + name);
            }
            String at = "/steps/" + step;
            for (int number = 0; number < lesson.at(at + "/observe").size(); number++) {
                names.add(at + "/observe/" + number + "/text");
                names.add(at + "/observe/" + number + "/choices");
            }
            for (int number = 0; number < lesson.at(at + "/recall").size(); number++) {
                names.add(at + "/recall/" + number + "/ask");
                names.add(at + "/recall/" + number + "/answer");
            }
        }
        names.stream()
                .filter(name ->
                        !lesson.at(name).isMissingNode() && translated.at(name).isMissingNode())
                .forEach(name -> missing.add(words + " at " + name));
    }
}
