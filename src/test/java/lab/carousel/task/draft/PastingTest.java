package lab.carousel.task.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PastingTest {

    @Test
    void aLineIsASequence() {
        assertThat(texts("3 0 1\r\n\r\n4 0 1\n")).containsExactly("3 0 1", "4 0 1");
    }

    @Test
    void blanksTabsCommasAndSemicolonsSeparate() {
        assertThat(texts("3\t0\t1\n3, 0, 1\n3;0;1;\n3 ,0\u00a01")).containsExactly("3 0 1", "3 0 1", "3 0 1", "3 0 1");
    }

    @Test
    void aLineWithoutSeparatorsStaysOneSymbol() {
        assertThat(texts("hello")).containsExactly("hello");
        assertThat(texts("🍎🍌")).containsExactly("🍎🍌");
    }

    @Test
    void blankTextHasNoSequences() {
        assertThat(texts(" \n\t\n,;")).isEmpty();
    }

    @Test
    void lettersAreWhatAReaderCounts() {
        assertThat(TypedSymbols.of("né🍎👩‍🚀🇩🇪e\u0301").letters().symbols())
                .containsExactly("n", "é", "🍎", "👩‍🚀", "🇩🇪", "e\u0301");
    }

    private static List<String> texts(String pasted) {
        return Pasting.sequencesIn(pasted).stream().map(TypedSymbols::text).toList();
    }
}
