package lab.carousel.manual.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import lab.carousel.manual.search.Search.Query;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTest {

    private static final Vocabulary ENGLISH = new Vocabulary("the of and what is", "save keep", "*", "what is");

    private static Search<String> search(String... titlesAndLines) {
        List<Searchable<String>> entries = new java.util.ArrayList<>();
        for (int index = 0; index < titlesAndLines.length; index += 2) {
            entries.add(new Searchable<>(
                    titlesAndLines[index],
                    titlesAndLines[index],
                    "",
                    List.of(titlesAndLines[index + 1].split("/")),
                    false,
                    1));
        }
        return new Search<>(entries, ENGLISH);
    }

    private static List<String> found(Search<String> search, String words) {
        return search.find(words, 10).stream().map(Hit::subject).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "reset, resetting", "reset, resets", "remember, remembered", "initialise, initialization", "compute, computing",
        "memory, memories", "weight, weights", "name, names", "Löschen, loschen", "gates, GATE"
    })
    void formsOfAWordHaveOneStem(String one, String other) {
        assertThat(Word.in(one, ENGLISH).get(0).stem())
                .isEqualTo(Word.in(other, ENGLISH).get(0).stem());
    }

    @ParameterizedTest
    @CsvSource({"state, stateful", "loss, lose", "bias, bi", "gate, gather", "step, steep", "this, thi"})
    void otherWordsHaveAnother(String one, String other) {
        assertThat(Word.in(one, ENGLISH).get(0).stem())
                .isNotEqualTo(Word.in(other, ENGLISH).get(0).stem());
    }

    @Test
    void aTitleCountsMoreThanALine() {
        assertThat(found(search("Export", "files", "Files", "export of numbers"), "export "))
                .containsExactly("Export", "Files");
    }

    @Test
    void whatHasAllWordsComesBeforeWhatHasOneOften() {
        Search<String> search = search("A", "loss loss loss loss loss", "B", "the loss of a floor", "C", "nothing");
        assertThat(found(search, "loss floor ")).containsExactly("B", "A");
    }

    @Test
    void theRareWordDecides() {
        Search<String> search = search("A", "the the the the", "B", "carousel of", "C", "the end", "D", "the one");
        assertThat(found(search, "the carousel ")).startsWith("B");
    }

    @Test
    void noMoreThanAskedForAreFound() {
        assertThat(search("A", "x1", "B", "x1", "C", "x1").find("x1 ", 2)).hasSize(2);
    }

    @Test
    void theLineWithMostOfTheWordsIsShown() {
        Hit<String> hit =
                search("A", "one gate/one gate shut/end").find("gate shut ", 1).get(0);
        assertThat(hit.line().text()).isEqualTo("one gate shut");
        assertThat(hit.line().parts())
                .containsExactly(
                        new Marked.Part("one ", false),
                        new Marked.Part("gate", true),
                        new Marked.Part(" ", false),
                        new Marked.Part("shut", true));
    }

    @Test
    void ofALongLineThePartWithTheWordIsShown() {
        String line = "word ".repeat(60) + "needle and " + "more ".repeat(60);
        Marked marked = Marked.of(line, Set.of("needl"), ENGLISH, 100);
        assertThat(marked.text())
                .startsWith("…")
                .endsWith("…")
                .contains("needle")
                .hasSizeLessThanOrEqualTo(102);
        assertThat(Marked.of("a  b\nc", Set.of(), ENGLISH, 100).text()).isEqualTo("a b c");
        assertThat(Marked.of("x".repeat(300), Set.of(), ENGLISH, 100).text()).hasSize(101);
    }

    @ParameterizedTest
    @CsvSource({"gate, gat", "gat, gate", "gate, gete", "gate, gtae", "gate, gate", "a, b", "ab, ba"})
    void aLetterMayBeWrong(String one, String other) {
        assertThat(Query.differInALetter(one, other)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"gate, ga", "gate, gtea", "gate, geta", "gate, late2", "ab, cd"})
    void twoLettersMayNot(String one, String other) {
        assertThat(Query.differInALetter(one, other)).isFalse();
    }

    @Test
    void wordsThatOnlyFillCountNothingUnlessThereAreNoOthers() {
        Search<String> search = search("What is it", "what is the what", "Gate", "a number");
        assertThat(found(search, "what is the gate ")).containsExactly("Gate");
        assertThat(found(search, "what is ")).containsExactly("What is it");
    }

    @Test
    void wordsOfTheSameMeaningAreFoundButTheWordItselfFirst() {
        assertThat(found(search("Keep", "a file", "Save", "a file", "Open", "a file"), "save "))
                .containsExactly("Save", "Keep");
    }

    @Test
    void whatHasTheWordsInOneLineComesBeforeWhatHasThemInTwo() {
        assertThat(found(search("A", "gate open/loss low", "B", "gate loss/open low"), "gate loss "))
                .containsExactly("B", "A");
    }
}
