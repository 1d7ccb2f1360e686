package lab.carousel.ui.task;

import static org.assertj.core.api.Assertions.assertThat;

import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.task.Task;
import lab.carousel.task.drawn.RandomGap;
import lab.carousel.text.InLanguage;
import org.junit.jupiter.api.Test;

class MemoryWordsTest {

    private static String words(Task task) {
        return TaskMemory.of(new Experiment(task, Hyperparameters.reference(), EngineName.KERNEL))
                .words();
    }

    @Test
    void saysWhatMustBeRememberedAndHowFarBack() {
        assertThat(words(Task.reference())).isEqualTo("After 0 1 2 comes 3 or 4; the clue is 3 steps back");
        assertThat(InLanguage.hear(InLanguage.GERMAN, () -> words(Task.reference())))
                .isEqualTo("Nach 0 1 2 kommt 3 oder 4; der Hinweis liegt 3 Schritte zurück");
    }

    @Test
    void saysWhatCannotBeKnown() {
        assertThat(words(Task.parse("A B C", "A B C", "A C B")))
                .isEqualTo("2 steps are unknowable, first in sequence 1, step 1");
        assertThat(words(Task.parse("0 1 2 3 4 S", "S 3 0 1 2 3", "S 4 0 1 2 4")))
                .isEqualTo(
                        "After 0 1 2 comes 3 or 4; the clue is 3 steps back; 2 steps are unknowable, first in sequence 1,"
                                + " step 1");
    }

    @Test
    void saysWhereNoMemoryIsNeeded() {
        assertThat(words(Task.parse("a b c", "a b c"))).isEqualTo("Needs no memory: each symbol determines the next");
        assertThat(words(Task.drawn(RandomGap.of(10)))).isEmpty();
    }
}
