package lab.carousel.file.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonStep;
import lab.carousel.lesson.Observation;
import lab.carousel.lesson.RecallCard;
import lab.carousel.lesson.Reflection;
import lab.carousel.lesson.Reflections;
import lab.carousel.text.InLanguage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        new LessonFixture()
                .steps(same.replace("PRESET", "softmax").replace('\'', '"'))
                .assertTells(parent, "set up an experiment that no earlier step has");
    }

    @Test
    void twoStepsCannotHaveTheSameId() {
        String step = "{\"title\": \"One\", \"text\": \"floor.md\", \"id\": \"a\"}";
        new LessonFixture().steps(step + "," + step).assertTells(parent, "Two steps have the id “a”");
    }
}
