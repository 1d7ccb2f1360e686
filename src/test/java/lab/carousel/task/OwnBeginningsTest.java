package lab.carousel.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.task.drawn.RandomGap;
import lab.carousel.task.memory.Memory;
import org.junit.jupiter.api.Test;

class OwnBeginningsTest {

    @Test
    void givesEachSequenceAFirstSymbolThatTheAlphabetDoesNotHave() {
        Task task = Task.parse("A B C P", "A B C", "A C B P");
        Task mended = OwnBeginnings.of(task).orElseThrow();
        assertThat(mended.alphabet().symbols()).containsExactly("A", "B", "C", "P", "Q", "R");
        assertThat(mended.sequences())
                .extracting(Sequence::symbols)
                .containsExactly(List.of("Q", "A", "B", "C"), List.of("R", "A", "C", "B", "P"));
    }

    @Test
    void whatNobodyCouldKnowIsThenAForkOneStepBack() {
        Task task = Task.parse("A B C", "A B C", "A C B");
        assertThat(memory(task).unknowable()).hasSize(2);
        Memory mended = memory(OwnBeginnings.of(task).orElseThrow());
        assertThat(mended.unknowable()).isEmpty();
        assertThat(mended.forks()).isEqualTo(1);
        assertThat(mended.depth(0)).isEqualTo(1);
    }

    @Test
    void goesOnWithNumbersWhereLettersAreUsedUp() {
        String[] sequences = new String[30];
        java.util.Arrays.fill(sequences, "a b");
        Task mended = OwnBeginnings.of(Task.parse("a b", sequences)).orElseThrow();
        assertThat(mended.sequences().get(25).symbols()).startsWith("O");
        assertThat(mended.sequences().get(26).symbols()).startsWith("P1");
        assertThat(mended.sequences().get(29).symbols()).startsWith("P4");
    }

    @Test
    void aDrawnTaskIsLeftAlone() {
        assertThat(OwnBeginnings.of(Task.drawn(RandomGap.of(10)))).isEmpty();
    }

    private static Memory memory(Task task) {
        return new Experiment(task, Hyperparameters.reference(), EngineName.KERNEL).memory();
    }
}
