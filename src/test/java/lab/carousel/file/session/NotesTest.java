package lab.carousel.file.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NotesTest {

    @Test
    void areCutBetweenCharacters() {
        assertThat(Notes.shortened("abc", 3)).isEqualTo("abc");
        assertThat(Notes.shortened("abc", 2)).isEqualTo("ab");
        assertThat(Notes.shortened("abc", 0)).isEmpty();
        assertThat(Notes.shortened("a\uD83D\uDE00", 2)).isEqualTo("a");
        assertThat(Notes.shortened("a\uD83D\uDE00b", 3)).isEqualTo("a\uD83D\uDE00");
    }

    @Test
    void haveNoControlCharactersButLineEndsAndTabs() {
        assertThat(Notes.clean("a\r\nb\rc\td\u0000\u001b[0m\u007f")).isEqualTo("a\nb\nc\td[0m");
    }
}
