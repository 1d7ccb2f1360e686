package lab.carousel.ui.task;

import static org.assertj.core.api.Assertions.assertThat;

import lab.carousel.task.PaperTask;
import lab.carousel.task.Task;
import lab.carousel.text.InLanguage;
import lab.carousel.text.Language;
import org.junit.jupiter.api.Test;

class MemoryWordsTest {

    @Test
    void saysWhatMustBeRememberedAndHowFarBack() {
        assertThat(MemoryWords.of(Task.reference())).isEqualTo("To be remembered: 3 steps back, after 0 1 2: 3, 4");
        assertThat(InLanguage.hear(Language.GERMAN, () -> MemoryWords.of(Task.reference())))
                .isEqualTo("Zu behalten: 3 Schritte zurück, nach 0 1 2: 3, 4");
    }

    @Test
    void saysWhatCannotBeKnown() {
        assertThat(MemoryWords.of(Task.parse("A B C", "A B C", "A C B")))
                .isEqualTo("2 steps nobody can know, first sequence 1, step 1");
        assertThat(MemoryWords.of(Task.parse("0 1 2 3 4 S", "S 3 0 1 2 3", "S 4 0 1 2 4")))
                .isEqualTo(
                        "To be remembered: 3 steps back, after 0 1 2: 3, 4; 2 steps nobody can know, first sequence 1,"
                                + " step 1");
    }

    @Test
    void saysWhereNoMemoryIsNeeded() {
        assertThat(MemoryWords.of(Task.parse("a b c", "a b c")))
                .isEqualTo("Needs no memory: each symbol tells what follows it");
        assertThat(MemoryWords.of(Task.drawn(PaperTask.randomGap(10)))).isEmpty();
    }
}
