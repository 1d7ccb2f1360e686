package lab.carousel.task.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lab.carousel.task.draft.OwnText.Manner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnTextTest {

    private static List<String> texts(OwnText text) {
        return text.sequences().stream().map(TypedSymbols::text).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3, 0, 1, 2, 3\n4, 0, 1, 2, 4",
                "3 0 1 2 3\n\n4 0 1 2 4\n",
                "3;0;1;2;3\r\n4;0;1;2;4",
                "\"3\",\"0\",\"1\",\"2\",\"3\"\n\"4\",\"0\",\"1\",\"2\",\"4\"",
                "3\t0\t1\t2\t3\n4\t0\t1\t2\t4",
                "[3, 0, 1, 2, 3]\n[4, 0, 1, 2, 4]",
                "seq1 = [3, 0, 1, 2, 3]\nseq2 = [4, 0, 1, 2, 4]",
                "[[3, 0, 1, 2, 3], [4, 0, 1, 2, 4]]",
                "all = [[3, 0, 1, 2, 3], [4, 0, 1, 2, 4]];",
                "['3', '0', '1', '2', '3'],\n[\"4\", \"0\", \"1\", \"2\", \"4\"],"
            })
    void linesAndListsOfAllKindsAreSequences(String text) {
        OwnText own = OwnText.of(text);

        assertThat(own.reading()).isEqualTo(Manner.LINES);
        assertThat(texts(own)).containsExactly("3 0 1 2 3", "4 0 1 2 4");
    }

    @Test
    void aColumnOfNumbersIsOneSequenceAndEmptyLinesPartSeveral() {
        assertThat(texts(OwnText.of("3\n0\n1\n2\n3"))).containsExactly("3 0 1 2 3");
        assertThat(texts(OwnText.of("3\n0\n1\n\n4\n0\n"))).containsExactly("3 0 1", "4 0");
        OwnText withHeading = OwnText.of("value\n3\n0\n1");
        assertThat(withHeading.isFirstLineLeftOut()).isTrue();
        assertThat(texts(withHeading)).containsExactly("3 0 1");
        assertThat(texts(new OwnText(withHeading.text(), withHeading.reading(), false)))
                .containsExactly("value 3 0 1");
    }

    @Test
    void wordsAreSequencesOfLetters() {
        assertThat(OwnText.of("banana\nananas").reading()).isEqualTo(Manner.LETTERS);
        assertThat(texts(OwnText.of("banana\nananas"))).containsExactly("b a n a n a", "a n a n a s");
        assertThat(texts(new OwnText("to be or", Manner.LETTERS, false))).containsExactly("t o", "b e", "o r");
        assertThat(texts(OwnText.of("to be or"))).containsExactly("to be or");
    }

    @Test
    void bracketsThatAreNoListStayWhatTheyAre() {
        assertThat(texts(OwnText.of("( a )  b [\n( a ) b ]"))).containsExactly("( a ) b [", "( a ) b ]");
        assertThat(texts(OwnText.of(""))).isEmpty();
        assertThat(texts(new OwnText("only", Manner.LINES, true))).isEmpty();
    }

    @Test
    void aLongTextIsReadInNoTime() {
        String nested = "[".repeat(20_000) + "x = [1, 2".repeat(2_000);

        assertThat(OwnText.of(nested).sequences()).hasSize(1);
        assertThat(OwnText.of("[1]   ".repeat(5_000) + "x").sequences()).hasSize(1);
        assertThat(OwnText.of(" ".repeat(20_000) + "[1]").sequences()).hasSize(1);
    }

    @Test
    void symbolsStandBetweenBlanksTabsCommasAndSemicolonsOfAnyKind() {
        assertThat(texts(new OwnText("3 ,0\u00a01;\r\n\t\n,;\n3，0；1", Manner.LINES, false)))
                .containsExactly("3 0 1", "3 0 1");
        assertThat(texts(new OwnText("hello\n🍎🍌", Manner.LINES, false))).containsExactly("hello", "🍎🍌");
    }

    @Test
    void lettersAreWhatAReaderCounts() {
        assertThat(TypedSymbols.of("né🍎👩‍🚀🇩🇪e\u0301").letters().symbols())
                .containsExactly("n", "é", "🍎", "👩‍🚀", "🇩🇪", "e\u0301");
    }

    @Test
    void aTableWithQuotationMarksIsReadByItsCells() {
        assertThat(texts(OwnText.of("\"New York\",to,Rome\nRome,to,\"New York\"\n")))
                .containsExactly("New_York to Rome", "Rome to New_York");
        assertThat(texts(OwnText.of("a;\"say \"\"no\"\"; or not\";b\r\na;\"x\";b")))
                .containsExactly("a say_\"no\";_or_not b", "a x b");
        assertThat(texts(OwnText.of("\"1\"\t\"two\nlines\"\n\n3\t4"))).containsExactly("1 two_lines", "3 4");
        // No cells in quotation marks: as before
        assertThat(texts(OwnText.of("'a','b'\n\"a\" \"b\""))).containsExactly("a b", "a b");
        assertThat(texts(OwnText.of("[\"a\",\"b\"]"))).containsExactly("a b");
        assertThat(texts(OwnText.of("5\",7\""))).containsExactly("5\" 7\"");
        assertThat(texts(OwnText.of("\"open,a\nb,c"))).containsExactly("\"open a", "b c");
    }
}
