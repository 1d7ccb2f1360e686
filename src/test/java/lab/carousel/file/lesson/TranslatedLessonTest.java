package lab.carousel.file.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonStep;
import lab.carousel.text.InLanguage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lessons on the disk in several languages. */
class TranslatedLessonTest {

    @TempDir
    Path parent;

    private static LessonFixture asked() {
        return LessonFixture.step(
                "\"question\": {\"text\": \"How low?\", \"choices\": [\"0\", \"0.07\"], \"right\": 2}");
    }

    @Test
    void itIsReadInTheLanguageThatIsSpoken() {
        Lesson lesson = asked().with("floor.de.md", "# Der Boden")
                .with(
                        "lesson.de.json",
                        """
                        {"title": "War das Gedächtnis?",
                         "steps": [{"title": "Eins", "question": {"text": "Wie tief?", "choices": ["Null", "0.07"]}}]}
                        """)
                .read(parent);
        assertThat(lesson.spoken()).isSameAs(lesson);
        Lesson german = InLanguage.hear(InLanguage.GERMAN, lesson::spoken);
        assertThat(german.title()).isEqualTo("War das Gedächtnis?");
        assertThat(german.summary()).as("not translated").isEqualTo("Memory, or luck?");
        assertThat(german.minutes()).isEqualTo(20);
        LessonStep step = german.steps().get(0);
        assertThat(step.words().title()).isEqualTo("Eins");
        assertThat(step.words().text()).isEqualTo("# Der Boden");
        assertThat(step.question().orElseThrow().text()).isEqualTo("Wie tief?");
        assertThat(step.question().orElseThrow().choices()).containsExactly("Null", "0.07");
        assertThat(step.question().orElseThrow().right()).hasValue(1);
        assertThat(step.needs()).isEqualTo(lesson.steps().get(0).needs());
    }

    @Test
    void withoutATranslationItStaysAsItWasWritten() {
        Lesson lesson = asked().read(parent);
        assertThat(InLanguage.hear(InLanguage.GERMAN, lesson::spoken).steps()).isEqualTo(lesson.steps());
    }

    @Test
    void aTextInAnotherLanguageMayShowOtherPictures() {
        Lesson lesson = new LessonFixture()
                .with("floor.de.md", "![Ein Bild](bild.png)")
                .with("bild.png", "no picture, but a file")
                .read(parent);
        assertThat(lesson.spoken().pictures()).containsOnlyKeys("chart.png", "bild.png");
        assertThat(InLanguage.hear(InLanguage.GERMAN, lesson::spoken).pictures())
                .containsKeys("chart.png", "bild.png");
        new LessonFixture()
                .with("floor.de.md", "![Ein Bild](fehlt.png)")
                .assertTells(parent, "floor.de.md", "line 1", "fehlt.png");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'steps': []} | at steps | has 1 of these, its translation 0",
                "{'steps': [{'question': {'choices': ['a', 'b', 'c']}}]} | at steps (1).question.choices | has 2 of"
                        + " these",
                "{'steps': [{'question': {'explanation': 'x'}}]} | at steps (1).question.explanation | nothing to translate here",
                "{'answers': ['x']} | at answers | has 0 of these",
                "{'title': ' '} | at title | text is missing"
            })
    void wrongTranslationsAreToldWithTheirPlace(String json, String place, String words) {
        asked().with("lesson.de.json", json.replace('\'', '"')).assertTells(parent, "lesson.de.json", place, words);
    }
}
