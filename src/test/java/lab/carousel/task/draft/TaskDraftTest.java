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
        assertThat(texts(THREE.move(2, 1))).containsExactly("a b", "c a", "b c");
        assertThat(texts(THREE.move(0, 1))).containsExactly("b c", "a b", "c a");
        assertThat(THREE.move(0, -1)).isSameAs(THREE);
        assertThat(THREE.move(2, 3)).isSameAs(THREE);
    }

    @Test
    void pastesAfterASequenceAndInPlaceOfAnEmptyOne() {
        List<TypedSymbols> pasted = Pasting.sequencesIn("x y\ny x");

        assertThat(texts(THREE.paste(0, pasted))).containsExactly("a b", "x y", "y x", "b c", "c a");
        assertThat(texts(THREE.insertEmpty(1).paste(1, pasted))).containsExactly("a b", "x y", "y x", "b c", "c a");
        assertThat(texts(TaskDraft.of("x y").paste(-1, pasted))).containsExactly("x y", "y x");
    }

    @Test
    void ownWordsBringTheAlphabetThatTheyNeedAndWhatIsUnusedGoes() {
        TaskDraft tutorial = TaskDraft.of("3 0 1 2 4", "3 0 1 2 3", "4 0 1 2 4");
        TaskDraft own = tutorial.withSequence(0, "").remove(1).paste(0, Pasting.sequencesIn("c a t\nc a r"));
        assertThat(texts(own)).containsExactly("c a t", "c a r");
        assertThat(own.alphabet().text()).isEqualTo("c a t r");
        assertThat(own.problems()).isEmpty();
        TaskDraft mixed = tutorial.paste(1, Pasting.sequencesIn("4 0 x"));
        assertThat(mixed.alphabet().text()).isEqualTo("3 0 1 2 4 x");
        TaskDraft words = TaskDraft.of("3 0 1 2 4", "cat", "car");
        TaskFix lettersAll = words.problems().get(0).fixes().get(1);
        assertThat(lettersAll.change().apply(words).alphabet().text()).isEqualTo("c a t r");
        assertThat(tutorial.paste(1, Pasting.sequencesIn("word")).alphabet()).isEqualTo(tutorial.alphabet());
        // What is there as it should be is left alone, with a symbol that is not used yet
        assertThat(TaskDraft.of("a b c", "a b")
                        .paste(0, Pasting.sequencesIn("b a"))
                        .alphabet()
                        .text())
                .isEqualTo("a b c");
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

    private static List<String> texts(TaskDraft draft) {
        return draft.sequences().stream().map(TypedSymbols::text).toList();
    }
}
