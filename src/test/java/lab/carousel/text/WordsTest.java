package lab.carousel.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {

    private static final Words<Part> WORDS = Words.of(Part.class);

    private enum Part {
        ONE,
        ANOTHER_ONE
    }

    @Test
    void aConstantIsWrittenInSmallLettersWithSpaces() {
        assertThat(WORDS.word(Part.ANOTHER_ONE)).isEqualTo("another one");
        assertThat(WORDS.find("another one")).contains(Part.ANOTHER_ONE);
        assertThat(WORDS.find("Another one")).isEmpty();
        assertThat(WORDS.list()).isEqualTo("one, another one");
    }
}
