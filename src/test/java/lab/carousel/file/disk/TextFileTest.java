package lab.carousel.file.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import lab.carousel.text.InvalidInput;
import org.junit.jupiter.api.Test;

class TextFileTest {

    private static String decoded(byte... bytes) {
        return TextFile.decode("a.txt", bytes);
    }

    @Test
    void readsUtf8WithOrWithoutAMark() {
        assertThat(decoded("Übung 𝄞".getBytes(StandardCharsets.UTF_8))).isEqualTo("Übung 𝄞");
        assertThat(decoded("\ufeffa".getBytes(StandardCharsets.UTF_8))).isEqualTo("a");
        assertThat(decoded("\ufeff\ufffdb".getBytes(StandardCharsets.UTF_8))).isEqualTo("\ufffdb");
        assertThat(decoded()).isEmpty();
    }

    @Test
    void tellsFromWhereOnItIsNoText() {
        assertThatThrownBy(() -> decoded((byte) 'a', (byte) 0xff, (byte) 'b'))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("from byte 2 on");
        assertThatThrownBy(() -> decoded((byte) 'a', (byte) 0xc3)).isInstanceOf(InvalidInput.class);
    }
}
