package lab.carousel.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import lab.carousel.text.InvalidInput;
import org.junit.jupiter.api.Test;

class TaskTest {

    @Test
    void theReferenceIsTwoSequencesThatShareTheirMiddle() {
        Task task = Task.reference();
        assertThat(task.alphabet().symbols()).containsExactly("0", "1", "2", "3", "4");
        assertThat(task.indices()).isDeepEqualTo(new int[][] {{3, 0, 1, 2, 3}, {4, 0, 1, 2, 4}});
        assertThat(task.steps()).isEqualTo(8);
        assertThat(task.supply().longestSteps()).isEqualTo(4);
    }

    @Test
    void encodesBySymbolsPlaceNotBySymbol() {
        assertThat(Task.parse("b a c", "a b c").indices()).isDeepEqualTo(new int[][] {{1, 0, 2}});
    }

    @Test
    void listsEachStepWithItsTarget() {
        assertThat(AllSteps.of(Task.parse("a b", "a b b", "b a")))
                .containsExactly(new Step(0, 1, 0, 1), new Step(0, 2, 1, 1), new Step(1, 1, 1, 0));
    }

    @Test
    void namesTheSymbolAndTheSequenceThatIsNotInTheAlphabet() {
        assertThatThrownBy(() -> Task.parse("a b", "a b", "a x"))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("The symbol “x” in sequence 2 is not in the alphabet: " + "add it or change it.");
    }

    @Test
    void needsOneSequenceAndAllowsTwoHundred() {
        Alphabet alphabet = new Alphabet(List.of("a", "b"));
        Sequence sequence = Sequence.parse("a b");
        assertThatThrownBy(() -> new Task(alphabet, List.of()))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("There is nothing to learn yet: add a sequence.");
        assertThat(new Task(alphabet, Collections.nCopies(200, sequence)).steps())
                .isEqualTo(200);
        assertThatThrownBy(() -> new Task(alphabet, Collections.nCopies(201, sequence)))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("There are 201 sequences, but at most 200 are allowed. Remove some.");
    }
}
