package lab.carousel.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import lab.carousel.text.InvalidInput;
import org.junit.jupiter.api.Test;

class SequenceTest {

    @Test
    void takesATextApartAtWhiteSpaceOfAnyKind() {
        assertThat(Sequence.symbolsIn("\u00a0 3\t0\u30001\r\n2  3 ")).containsExactly("3", "0", "1", "2", "3");
        assertThat(Sequence.symbolsIn(" \n ")).isEmpty();
        assertThat(Sequence.parse("3  0 1 2 3").text()).isEqualTo("3 0 1 2 3");
    }

    @Test
    void tellsTheEmptySequenceFromTheOneOfASingleSymbol() {
        assertThatThrownBy(() -> Sequence.parse("  "))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("This sequence is empty: type at least two symbols, separated by spaces.");
        assertThatThrownBy(() -> Sequence.parse("a"))
                .isInstanceOf(InvalidInput.class)
                .hasMessage(
                        "After a single symbol there is nothing to predict: type at least two, separated by spaces.");
    }

    @Test
    void allowsFiveThousandSymbols() {
        List<String> most = Collections.nCopies(5_000, "a");
        assertThat(Sequence.parse(String.join(" ", most)).steps()).isEqualTo(4_999);
        List<String> more = Collections.nCopies(5_001, "a");
        assertThatThrownBy(() -> Sequence.parse(String.join(" ", more))).isInstanceOf(InvalidInput.class);
        List<Sequence> listed = List.of(new Sequence(more));
        assertThatThrownBy(() -> new Task(new Alphabet(List.of("a", "b")), listed))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("This sequence has 5,001 symbols, but at most 5,000 are allowed.");
    }
}
