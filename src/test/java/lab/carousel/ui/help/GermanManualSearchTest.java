package lab.carousel.ui.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import lab.carousel.file.lesson.ShippedLessons;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonTargets;
import lab.carousel.lesson.ReaderQuestion;
import lab.carousel.manual.ShippedManual;
import lab.carousel.manual.search.Hit;
import lab.carousel.text.InLanguage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A German class asks in German, and finds German answers. */
class GermanManualSearchTest {

    private final Locale before = Locale.getDefault();
    private List<Lesson> lessons;
    private ManualSearch search;

    @BeforeEach
    void speakGerman() {
        InLanguage.GERMAN.speak();
        lessons = ShippedLessons.all(LessonTargets.usual());
        search = new ManualSearch(ShippedManual.read("de"), lessons);
    }

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(before);
    }

    private String first(String words) {
        List<Hit<ManualHit>> hits = search.find(words);
        return hits.isEmpty() ? "" : hits.get(0).title().text();
    }

    @Test
    void whatIsImpossibleToLearnIsAnswered() {
        assertThat(first("unmöglich zu lernen")).isEqualTo("Unmöglich zu lernen: Schritte, die niemand wissen kann");
    }

    @Test
    void everyQuestionIsFound() {
        for (Lesson lesson : lessons) {
            for (ReaderQuestion answer : lesson.spoken().answers()) {
                assertThat(first(answer.question())).isEqualTo(answer.question());
                assertThat(answer.inShort())
                        .isNotEqualTo(lesson.answers()
                                .get(lesson.spoken().answers().indexOf(answer))
                                .inShort());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Salienz, probes.md",
        "Transplantationen, where-is-the-memory.md",
        "Läsionen, where-is-the-memory.md",
        "Vergessensgatter, cell.md",
        "Präsentation, presenting.md",
        "Sitzungen speichern, sessions.md"
    })
    void wordsInOtherFormsAreFoundInTheManual(String typed, String page) {
        assertThat(search.find(typed).stream().map(Hit::subject))
                .as(typed)
                .anyMatch(found -> found instanceof ManualHit.Passage passage
                        && passage.section().target().page().equals(page));
    }
}
