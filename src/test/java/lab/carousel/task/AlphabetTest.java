package lab.carousel.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lab.carousel.text.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlphabetTest {

    @Test
    void aSymbolsPlaceIsWhereItStandsInTheList() {
        Alphabet alphabet = new Alphabet(List.of("a", "word", "🐟"));
        assertThat(alphabet.size()).isEqualTo(3);
        assertThat(alphabet.indices()).containsOnly(Map.entry("a", 0), Map.entry("word", 1), Map.entry("🐟", 2));
        assertThat(alphabet.symbol(2)).isEqualTo("🐟");
    }

    @Test
    void needsTwoSymbolsAndAllowsAThousand() {
        assertThatThrownBy(() -> new Alphabet(List.of("a")))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("The alphabet needs at least 2 symbols, separated by spaces.");
        assertThat(new Alphabet(numbers(1_024)).size()).isEqualTo(1_024);
        assertThatThrownBy(() -> new Alphabet(numbers(1_025)))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("The alphabet has 1,025 symbols, but at most 1,024 are allowed. Remove some.");
    }

    private static List<String> numbers(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).toList();
    }

    @Test
    void namesTheSymbolThatStandsThereTwice() {
        assertThatThrownBy(() -> new Alphabet(List.of("a", "b", "a")))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("The alphabet contains the symbol “a” twice: remove one.");
    }

    private static void assertRefused(String symbol, String key) {
        assertThatThrownBy(() -> Alphabet.checkSymbol(symbol))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        invalid -> assertThat(invalid.problem().key()).isEqualTo(key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", " a", "a\t", "a\nb", "a\u00a0b", "\u2003", "\u3000"})
    void refusesWhiteSpaceInASymbol(String symbol) {
        assertRefused(symbol, "task.symbol.whiteSpace");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000", "\u0007", "\ud83d", "a\udc1f", "\uffff", "\u200b", "\ufeff"})
    void refusesCharactersThatCannotBeShownOrWritten(String symbol) {
        assertRefused(symbol, "task.symbol.invisible");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "é", "日本", "👩‍🔬", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "'", "<&>", "{0}"})
    void takesNumbersLettersWordsAndEmoji(String symbol) {
        assertThatCode(() -> Alphabet.checkSymbol(symbol)).doesNotThrowAnyException();
    }

    @Test
    void countsTheLengthOfASymbolInCharactersNotInHalves() {
        assertRefused("", "task.symbol.empty");
        String fish = "🐟";
        assertThatCode(() -> Alphabet.checkSymbol(fish.repeat(32))).doesNotThrowAnyException();
        assertThatThrownBy(() -> Alphabet.checkSymbol("a" + fish.repeat(32)))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("The symbol “a" + fish.repeat(11) + "…” is too long: use at most 32 characters.");
    }
}
