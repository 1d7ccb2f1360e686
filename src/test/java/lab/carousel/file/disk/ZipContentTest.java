package lab.carousel.file.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import lab.carousel.text.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Zips by strangers, of sessions, lessons and networks alike. */
class ZipContentTest {

    private static void assertRefused(byte[] zip, String words) {
        assertThatThrownBy(() -> ZipContent.of("a.zip", zip, ZipContent.MOST_MEGABYTES))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("a.zip")
                .hasMessageContaining(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil", "a/../../evil", "/etc/evil", "..\\evil", "C:evil"})
    void aNameThatLeadsOutIsRefused(String name) {
        assertRefused(Zips.of(Map.of(name, new byte[1])), "leads out of the zip");
    }

    @Test
    void aSmallZipThatUnpacksToVeryMuchIsRefused() {
        byte[] bomb = Zips.bomb("values.bin", ZipContent.MOST_MEGABYTES + 1);
        assertThat(bomb).hasSizeLessThan(1_000_000);
        // a hundred times its own size, and 10 more
        assertRefused(bomb, "unpacks to more than " + (10 + bomb.length * 100 / 1_000_000) + " megabytes");
    }

    @Test
    void whatIsNoWholeZipIsRefused() {
        byte[] zip = Zips.of(Map.of("a", new byte[] {1, 2, 3}, "b", new byte[] {4}));
        assertThat(ZipContent.of("a.zip", zip, 1).names()).containsExactlyInAnyOrder("a", "b");
        assertRefused(new byte[0], "is empty or not a zip");
        assertRefused(new byte[] {'P', 'K', 'x'}, "is empty or not a zip");
        assertRefused(Arrays.copyOf(zip, 33), "is damaged");
    }
}
