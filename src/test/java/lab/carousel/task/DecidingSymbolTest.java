package lab.carousel.task;

import static org.assertj.core.api.Assertions.assertThat;

import lab.carousel.task.DecidingSymbol.SymbolKind;
import org.junit.jupiter.api.Test;

class DecidingSymbolTest {

    private static DecidingSymbol at(Task task, int sequence, int step) {
        return DecidingSymbol.of(task, task.encoded(), sequence, step);
    }

    private static Task task(String... sequences) {
        return Task.parse("a b c x y", sequences);
    }

    @Test
    void inTheReferenceTaskTheFirstSymbolDecidesTheLast() {
        assertThat(at(Task.reference(), 0, 3)).isEqualTo(new DecidingSymbol(SymbolKind.EARLIER, 0));
        assertThat(at(Task.reference(), 1, 3)).isEqualTo(new DecidingSymbol(SymbolKind.EARLIER, 0));
        assertThat(at(Task.reference(), 1, 2)).isEqualTo(new DecidingSymbol(SymbolKind.CURRENT, 2));
    }

    @Test
    void theLatestSymbolThatIsNeededDecides() {
        Task task = task("x a b x", "y a b y", "x a c y a b y");
        // Whatever stood before, y a b is followed by y
        assertThat(at(task, 2, 5)).isEqualTo(new DecidingSymbol(SymbolKind.EARLIER, 3));
        assertThat(at(task, 0, 2)).isEqualTo(new DecidingSymbol(SymbolKind.EARLIER, 0));
    }

    @Test
    void theBeginningCanDecide() {
        Task task = task("a a b");
        assertThat(at(task, 0, 0).kind()).isEqualTo(SymbolKind.BEGINNING);
        assertThat(at(task, 0, 1)).isEqualTo(new DecidingSymbol(SymbolKind.EARLIER, 0));
    }

    @Test
    void whereTwoSequencesAreAlikeNothingDecides() {
        assertThat(at(task("x a b", "x a c"), 0, 1)).isEqualTo(new DecidingSymbol(SymbolKind.NOTHING, -1));
    }

    @Test
    void inDrawnTasksItIsTheSymbolThatTheSourceRepeats() {
        Task fixed = Task.drawn(PaperTask.fixedGap(5));
        assertThat(at(fixed, 0, 4)).isEqualTo(new DecidingSymbol(SymbolKind.EARLIER, 0));
        assertThat(at(fixed, 0, 1).kind()).isEqualTo(SymbolKind.CURRENT);
        Task random = Task.drawn(PaperTask.randomGap(5));
        assertThat(at(random, 2, 4)).isEqualTo(new DecidingSymbol(SymbolKind.EARLIER, 0));
        assertThat(at(random, 2, 3).kind()).isEqualTo(SymbolKind.NOTHING);
        Task noisy = Task.drawn(PaperTask.noisyGap(4, 6));
        int[] sequence = noisy.encoded()[0];
        DecidingSymbol decides = at(noisy, 0, sequence.length - 2);
        assertThat(decides).isEqualTo(new DecidingSymbol(SymbolKind.EARLIER, 1));
        assertThat(sequence[decides.place()]).isEqualTo(sequence[sequence.length - 1]);
    }
}
