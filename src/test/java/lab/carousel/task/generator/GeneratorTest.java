package lab.carousel.task.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import lab.carousel.task.Sequence;
import lab.carousel.task.Task;
import lab.carousel.task.memory.FeedingScheme;
import lab.carousel.task.memory.Memory;
import lab.carousel.text.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GeneratorTest {

    @Test
    void theFirstSymbolRepeatedAtTheEndIsTheReferenceTask() {
        assertThat(Generator.REFERENCE.task()).isEqualTo(Task.reference());
    }

    @Test
    void theFirstSymbolIsRepeatedAtTheEndOfLongerSequencesToo() {
        assertThat(new Generator(Recipe.FIRST_REPEATED, 3, 7, 2, 1, 1).task())
                .isEqualTo(Task.parse("0 1 2 3 4", "2 0 1 0 1 0 2", "3 0 1 0 1 0 3", "4 0 1 0 1 0 4"));
    }

    @Test
    void countingGoesOnFromTheNumberOfTheSequence() {
        Task task = new Generator(Recipe.COUNTING, 2, 4, 3, 1, 1).task();
        assertThat(task).isEqualTo(Task.parse("0 1 2", "0 1 2 0", "1 2 0 1"));
        assertThat(Memory.of(task.encoded(), FeedingScheme.REFERENCE, List.of()).forks())
                .isZero();
    }

    @Test
    void randomSymbolsAreAllUsedAndDependOnTheSeedAlone() {
        Generator generator = new Generator(Recipe.RANDOM, 4, 200, 5, 7, 1);
        assertThat(generator.task()).isEqualTo(generator.task());
        assertThat(generator.task()).isNotEqualTo(new Generator(Recipe.RANDOM, 4, 200, 5, 8, 1).task());
        assertThat(generator.task().sequences()).hasSize(4).allSatisfy(sequence -> {
            assertThat(sequence.symbols()).hasSize(200);
            assertThat(sequence.symbols()).containsOnly("0", "1", "2", "3", "4");
        });
    }

    @Test
    void lettersAreElmansWords() {
        Task task = new Generator(Recipe.LETTER_WORDS, 2, 300, 3, 1, 1).task();
        for (Sequence sequence : task.sequences()) {
            String text = String.join("", sequence.symbols());
            assertThat(text).hasSize(300).matches("(ba|dii|guuu)*(b|d|di|g|gu|guu)?");
            assertThat(text).contains("ba", "dii", "guuu");
        }
        assertThat(task.alphabet().symbols()).containsExactly("b", "d", "g", "a", "i", "u");
    }

    @Test
    void bitsAreSetAndHeldAndAskedFor() {
        Task task = new Generator(Recipe.TWO_BITS, 200, 12, 3, 1, 1).task();
        assertThat(task.sequences()).allSatisfy(sequence -> {
            List<String> symbols = sequence.symbols();
            String text = String.join(" ", symbols);
            assertThat(text).matches("([ab][01] |\\. ){10}[ab]\\? [01]");
            assertThat(symbols.subList(0, 10))
                    .anyMatch(symbol -> symbol.startsWith("a"))
                    .anyMatch(symbol -> symbol.startsWith("b"));
            assertThat(new StringBuilder(text).reverse().toString())
                    .as("the value is that of the last time that the bit was set")
                    .matches("(\\d) \\?(.) ((?!\\d\\2).)*\\1\\2.*");
        });
        assertThat(new HashSet<>(task.sequences())).hasSizeGreaterThan(190);
        assertThat(task.sequences().stream()
                        .map(all -> all.symbols().get(10) + all.symbols().get(11)))
                .contains("a?0", "a?1", "b?0", "b?1");
        assertThat(new Generator(Recipe.TWO_BITS, 20, 4, 3, 1, 1).task().sequences())
                .as("the shortest ones have room to set both, and for nothing else")
                .allSatisfy(sequence ->
                        assertThat(String.join(" ", sequence.symbols())).matches("(a\\d b|b\\d a)\\d .\\? \\d"));
    }

    @Test
    void twoBitsNeedRoomToBeSetAndAskedFor() {
        assertThatThrownBy(() -> new Generator(Recipe.TWO_BITS, 20, 3, 3, 1, 1))
                .hasMessage("The length must be a whole number from 4 to 5,000.");
        GeneratorDraft draft = GeneratorDraft.of(Generator.REFERENCE).with(Size.LENGTH, "3");
        assertThat(draft.problem(Size.LENGTH)).isEmpty();
        assertThat(draft.with(Recipe.TWO_BITS).problem(Size.LENGTH)).isPresent();
        assertThat(draft.with(Recipe.TWO_BITS).generator()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Recipe.class, names = "TOMITA", mode = EnumSource.Mode.EXCLUDE)
    void makesTheLargestTask(Recipe recipe) {
        assertThat(new Generator(recipe, 200, 5_000, 800, 1, 1).task().steps()).isEqualTo(200 * 4_999);
    }

    /** The languages as regular expressions, and how many of the 127 words are in them, counted from them by another program. */
    @ParameterizedTest
    @CsvSource({
        "1, 1*, 7",
        "2, (10)*, 4",
        "4, '1*(01+|001+)*0{0,2}', 95",
        "5, (00|11|(01|10)(00|11)*(01|10))*, 43",
        "6, (01|10|(00|1)(10|01)*(11|0))*, 43",
        "7, 0*1*0*1*, 98",
    })
    void wordsOfAGrammarAreThoseOfItsLanguage(int grammar, String language, int accepted) {
        Task task = new Generator(Recipe.TOMITA, 2, 5, 3, 1, grammar).task();

        assertThat(task.alphabet().symbols()).containsExactly(">", "0", "1", "+", "-");
        assertThat(task.sequences()).hasSize(127).doesNotHaveDuplicates();
        assertThat(task.sequences())
                .filteredOn(each -> each.symbols().contains("+"))
                .hasSize(accepted);
        assertThat(task.sequences()).allSatisfy(each -> {
            String text = String.join("", each.symbols());
            String word = text.substring(1, text.length() - 1);
            assertThat(text).matches(">[01]{0,6}[+-]");
            assertThat(text.endsWith("+")).as(text).isEqualTo(word.matches(language));
        });
    }

    /** The complement of the language of grammar 3, as its extraction's authors write it. */
    @Test
    void grammarThreeForbidsOddZerosAfterOddOnes() {
        for (Sequence sequence :
                new Generator(Recipe.TOMITA, 2, 5, 3, 1, 3).task().sequences()) {
            String text = String.join("", sequence.symbols());
            String word = text.substring(1, text.length() - 1);
            assertThat(text.endsWith("-"))
                    .as(text)
                    .isEqualTo(word.matches("((0|1)*0)*1(11)*(0(0|1)*1)*0(00)*(1(0|1)*)*"));
        }
    }

    @Test
    void tellsWhichNumberIsOutOfBounds() {
        assertThatThrownBy(() -> new Generator(Recipe.RANDOM, 0, 5, 3, 1, 1))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("The number of sequences must be a whole number from 1 to 200.");
        assertThatThrownBy(() -> new Generator(Recipe.FIRST_REPEATED, 200, 5, 1_000, 1, 1))
                .hasMessage("This would give 1,200 different symbols; an alphabet has 2 to 1,024.");
        assertThatThrownBy(() -> new Generator(Recipe.COUNTING, 2, 5, 1, 1, 1))
                .hasMessageContaining("an alphabet has 2");
    }

    @Test
    void aDraftTellsWhatIsWrongAtEachNumber() {
        GeneratorDraft draft = GeneratorDraft.of(Generator.REFERENCE).with(Size.LENGTH, "x");
        assertThat(draft.problem(Size.LENGTH)).isPresent();
        assertThat(draft.problem(Size.SYMBOLS)).isEmpty();
        assertThat(draft.generator()).isEmpty();
        GeneratorDraft mended = draft.with(Size.LENGTH, " 9 ");
        assertThat(mended.generator()).contains(new Generator(Recipe.FIRST_REPEATED, 2, 9, 3, 1, 1));
        GeneratorDraft tooMany = mended.with(Size.SEQUENCES, "200").with(Size.SYMBOLS, "900");
        assertThat(List.of(Size.SEQUENCES, Size.LENGTH))
                .allMatch(size -> tooMany.problem(size).isEmpty());
        assertThat(tooMany.problem(Size.SYMBOLS)).isPresent();
        assertThat(tooMany.generator()).isEmpty();
    }

    @Test
    void whatARecipeHasNoUseForCannotBeWrong() {
        GeneratorDraft draft =
                GeneratorDraft.of(Generator.REFERENCE).with(Size.SYMBOLS, "x").with(Recipe.LETTER_WORDS);
        assertThat(draft.generator()).isPresent();
    }
}
