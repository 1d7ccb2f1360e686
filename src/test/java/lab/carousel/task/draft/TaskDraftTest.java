package lab.carousel.task.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lab.carousel.task.Sequence;
import lab.carousel.task.Task;
import org.junit.jupiter.api.Test;

class TaskDraftTest {

    private static final TaskDraft THREE = TaskDraft.of("a b c", "a b", "b c", "c a");

    @Test
    void ofATaskGivesTheSameTaskBack() {
        TaskDraft draft = TaskDraft.of(Task.reference());

        assertThat(draft.alphabet().text()).isEqualTo("0 1 2 3 4");
        assertThat(texts(draft)).containsExactly("3 0 1 2 3", "4 0 1 2 4");
        assertThat(draft.problems()).isEmpty();
        assertThat(draft.task()).contains(Task.reference());
    }

    @Test
    void takesNumbersLettersWordsAndEmoji() {
        TaskDraft draft = TaskDraft.of("7 x cat 🍎 👩‍🚀", "🍎 cat 👩‍🚀", "7  x\t7");

        assertThat(draft.task().orElseThrow().sequences())
                .containsExactly(new Sequence(List.of("🍎", "cat", "👩‍🚀")), new Sequence(List.of("7", "x", "7")));
    }

    @Test
    void keepsTheTextAsTyped() {
        TaskDraft draft = THREE.withSequence(1, "b  c ").withAlphabet(" a b c");

        assertThat(draft.sequences().get(1).text()).isEqualTo("b  c ");
        assertThat(draft.alphabet().text()).isEqualTo(" a b c");
        assertThat(draft.task()).isEqualTo(THREE.task());
    }

    @Test
    void typingTheSameTextChangesNothing() {
        assertThat(THREE.withSequence(1, "b c")).isSameAs(THREE);
        assertThat(THREE.withAlphabet("a b c")).isSameAs(THREE);
    }

    @Test
    void aChangeSharesTheLinesThatStay() {
        TaskDraft changed = THREE.withSequence(1, "b a");

        assertThat(changed.sequences().get(0)).isSameAs(THREE.sequences().get(0));
        assertThat(changed.alphabet()).isSameAs(THREE.alphabet());
        assertThat(texts(THREE)).containsExactly("a b", "b c", "c a");
    }

    @Test
    void addsRemovesAndDuplicatesSequences() {
        assertThat(texts(THREE.insertEmpty(1))).containsExactly("a b", "", "b c", "c a");
        assertThat(texts(THREE.insertEmpty(3))).containsExactly("a b", "b c", "c a", "");
        assertThat(texts(THREE.remove(1))).containsExactly("a b", "c a");
        assertThat(texts(THREE.duplicate(2))).containsExactly("a b", "b c", "c a", "c a");
    }

    @Test
    void movesSequencesUpAndDownWithinTheList() {
        assertThat(texts(THREE.moveUp(2))).containsExactly("a b", "c a", "b c");
        assertThat(texts(THREE.moveDown(0))).containsExactly("b c", "a b", "c a");
        assertThat(THREE.moveUp(0)).isSameAs(THREE);
        assertThat(THREE.moveDown(2)).isSameAs(THREE);
    }

    @Test
    void pastesAfterASequenceAndInPlaceOfAnEmptyOne() {
        List<TypedSymbols> pasted = Pasting.sequencesIn("x y\ny x");

        assertThat(texts(THREE.paste(0, pasted))).containsExactly("a b", "x y", "y x", "b c", "c a");
        assertThat(texts(THREE.insertEmpty(1).paste(1, pasted))).containsExactly("a b", "x y", "y x", "b c", "c a");
        assertThat(texts(TaskDraft.of("x y").paste(-1, pasted))).containsExactly("x y", "y x");
    }

    @Test
    void makesTheAlphabetOfTheSequencesWithNumbersByValue() {
        TaskDraft draft = TaskDraft.of("old", "10 b 9 -1", "a10 a9 2.5 B");

        assertThat(draft.withAlphabetFromSequences().alphabet().text()).isEqualTo("-1 2.5 9 10 a9 a10 B b");
    }

    @Test
    void sortsTheAlphabet() {
        assertThat(THREE.withAlphabet("c 10 a 9 b")
                        .withSortedAlphabet()
                        .alphabet()
                        .text())
                .isEqualTo("9 10 a b c");
    }

    @Test
    void tellsWhatFollowsASymbol() {
        Successors successors = TaskDraft.of(Task.reference()).successors();

        assertThat(successors.undecided("2")).isTrue();
        assertThat(successors.undecided("1")).isFalse();
        assertThat(successors.undecided("unknown")).isFalse();
        assertThat(successors.after("2", 4)).containsExactly("3", "4");
        assertThat(successors.after("2", 1)).containsExactly("3");
        assertThat(successors.after("3", 4)).containsExactly("0");
    }

    @Test
    void saysWhyAStepIsDeciding() {
        assertThat(TaskDraft.of(Task.reference()).successors().reason("2"))
                .hasToString("After 2 comes 3 or 4: only an earlier symbol tells which.");
        assertThat(TaskDraft.of("", "a b a c a d").successors().reason("a"))
                .hasToString("After a comes b, c or d: only an earlier symbol tells which.");
        assertThat(TaskDraft.of("", "a b a c a d a e a f").successors().reason("a"))
                .hasToString("After a comes b, c, d or another one: only an earlier symbol tells which.");
    }

    @Test
    void findsDecidingStepsWithinOneSequenceToo() {
        assertThat(TaskDraft.of("a b c", "a b a c").successors().undecided("a")).isTrue();
    }

    @Test
    void agreesWithTheTaskOnTheDecidingSteps() {
        TaskDraft draft = TaskDraft.of("a b c d", "a b a c d", "b c d b");
        Task task = draft.task().orElseThrow();
        boolean[] undecided = task.undecidedSymbols();

        for (int index = 0; index < undecided.length; index++) {
            assertThat(draft.successors().undecided(task.alphabet().symbol(index)))
                    .isEqualTo(undecided[index]);
        }
        assertThat(undecided).containsExactly(true, true, false, false);
    }

    private static List<String> texts(TaskDraft draft) {
        return draft.sequences().stream().map(TypedSymbols::text).toList();
    }
}
