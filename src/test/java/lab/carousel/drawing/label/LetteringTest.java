package lab.carousel.drawing.label;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LetteringTest {

    /** As if every character, the ellipsis too, were 10 wide. */
    private static String fitted(String text, double width) {
        return Lettering.fitted(text, width, cut -> 10 * cut.codePointCount(0, cut.length()));
    }

    @Test
    void cutsOnlyWhatDoesNotFit() {
        assertThat(fitted("word", 40)).isEqualTo("word");
        assertThat(fitted("word", 39)).isEqualTo("wo…");
        assertThat(fitted("word", 20)).isEqualTo("w…");
        assertThat(fitted("word", 19)).isEqualTo("w");
        assertThat(fitted("word", 9)).isEmpty();
    }

    @Test
    void neverCutsACharacterInTwo() {
        assertThat(fitted("🐈🐈🐈", 20)).isEqualTo("🐈…");
    }

    @Test
    void inNarrowColumnsLettersTakeTheRoomOfTheEllipsis() {
        assertThat(beginning("word", 40)).isEqualTo("word");
        assertThat(beginning("word", 39)).isEqualTo("wor");
        assertThat(beginning("🐈🐈🐈", 20)).isEqualTo("🐈🐈");
        assertThat(beginning("word", 9)).isEmpty();
    }

    private static String beginning(String text, double width) {
        return Lettering.beginning(text, width, cut -> 10 * cut.codePointCount(0, cut.length()));
    }
}
