package lab.carousel.file.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonStep;
import lab.carousel.lesson.Observation;
import lab.carousel.lesson.RecallCard;
import lab.carousel.lesson.Reflection;
import lab.carousel.lesson.Reflections;
import lab.carousel.text.InLanguage;
import lab.carousel.text.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a step asks once its outcome is seen, from the disk. */
class LessonReflectionTest {

    private static final String ALL =
            """
            "id": "floor",
            "question": {"text": "?", "choices": ["a", "b"], "reason": true},
            "observe": [
              {"text": "What?", "choices": ["on it", "below"], "right": 2},
              {"text": "Which loss?", "reads": "loss", "within": 0.001},
              {"text": "Which verdict?", "reads": "verdict"}
            ],
            "recall": [{"ask": "What is c?", "answer": "The cell state."}],
            "listTries": true
            """;

    @TempDir
    Path parent;

    private Lesson read(LessonFixture files) {
        return files.read(parent);
    }

    @Test
    void itIsReadAsItIsWritten() {
        LessonStep step = read(LessonFixture.step(ALL)).steps().get(0);
        assertThat(step.id()).isEqualTo("floor");
        assertThat(step.question().orElseThrow().asksReason()).isTrue();
        assertThat(step.after()).isEqualTo(Reflections.ofEachKind());
    }

    @Test
    void aLessonOfBeforeAsksNothingMoreAndItsStepsAreCalledByTheirNumbers() {
        LessonStep step = read(new LessonFixture()).steps().get(0);
        assertThat(step.id()).isEqualTo("step-1");
        assertThat(step.after()).isEqualTo(Reflection.NONE);
    }

    @Test
    void itCanBeTranslated() {
        Lesson lesson = read(
                LessonFixture.step(ALL)
                        .with(
                                "lesson.de.json",
                                """
                        {"steps": [{
                          "observe": [{"text": "Was?", "choices": ["darauf", "darunter"]}, {"text": "Verlust?"}, {}],
                          "recall": [{"ask": "Was ist c?", "answer": "Der Zellzustand."}]
                        }]}
                        """));
        Reflection after = InLanguage.hear(
                InLanguage.GERMAN, () -> lesson.spoken().steps().get(0).after());
        assertThat(after.observations())
                .extracting(Observation::text)
                .containsExactly("Was?", "Verlust?", "Which verdict?");
        assertThat(after.observations().get(0).choices()).containsExactly("darauf", "darunter");
        assertThat(after.cards()).containsExactly(new RecallCard("Was ist c?", "Der Zellzustand."));
        assertThat(after.listsTries()).isTrue();
    }

    @Test
    void anotherQuestionMakesAnotherVersionAndAnotherTextDoesNot() {
        String version = read(LessonFixture.step(ALL)).version();
        assertThat(version).hasSize(8);
        assertThat(read(LessonFixture.step(ALL).with("floor.md", "Other words."))
                        .version())
                .isEqualTo(version);
        assertThat(read(LessonFixture.step(ALL.replace("Which loss?", "Which loss now?")))
                        .version())
                .isNotEqualTo(version);
        assertThat(read(LessonFixture.step(ALL.replace("\"right\": 2", "\"right\": 1")))
                        .version())
                .isNotEqualTo(version);
    }

    @Test
    void aTransferIsToSomethingNew() {
        String same = "{'title': 'One', 'text': 'floor.md', 'experiment': {'preset': 'softmax'}},"
                + "{'title': 'Two', 'text': 'floor.md', 'experiment': {'preset': 'PRESET'}, 'transfer': true}";
        Lesson lesson =
                read(new LessonFixture().steps(same.replace("PRESET", "letters").replace('\'', '"')));
        assertThat(lesson.steps()).extracting(step -> step.after().isTransfer()).containsExactly(false, true);
        assertThatThrownBy(() -> read(new LessonFixture()
                        .steps(same.replace("PRESET", "softmax").replace('\'', '"'))))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("set up an experiment that no step before has");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'id': 'One'                                                      | small letters",
                "'observe': [{'text': '?', 'choices': ['a']}]                     | from 2 to 6",
                "'observe': [{'text': '?', 'reads': 'weather', 'within': 1}]      | verdict, loss, right",
                "'observe': [{'text': '?', 'reads': 'loss', 'within': -1}]        | from 0 on",
                "'observe': [{'text': '?', 'reads': 'verdict', 'within': 1}]      | within",
                "'observe': [{'text': '?', 'choices': ['a', 'b'], 'within': 1}]   | within"
            })
    void whatIsBrokenIsTold(String more, String words) {
        assertThatThrownBy(() -> read(LessonFixture.step(more.replace('\'', '"'))))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(words);
    }

    @Test
    void twoStepsCannotHaveTheSameId() {
        String step = "{\"title\": \"One\", \"text\": \"floor.md\", \"id\": \"a\"}";
        assertThatThrownBy(() -> read(new LessonFixture().steps(step + "," + step)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("Two steps have the id “a”");
    }
}
