package lab.carousel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlowestTestsTest {

    private static final List<ClassTime.Noted> NOTED =
            List.of(new ClassTime.Noted("a.Quick", 20, 2), new ClassTime.Noted("a.Slow", 40, 15.5));

    @TempDir
    Path folder;

    @Test
    void slowestStandsFirst() {
        assertThat(SlowestTests.told(NOTED).lines())
                .containsExactly(
                        "The slowest of 2 test classes (s by the clock, of the processor):",
                        "    40.0   15.5  a.Slow",
                        "    20.0    2.0  a.Quick");
        assertThat(SlowestTests.told(List.of())).isEmpty();
    }

    @Test
    void onlyTheProcessorCounts() {
        assertThat(SlowestTests.tooSlow(NOTED)).isEqualTo("a.Slow");
    }

    @Test
    void beginningOfBuildIsReadFromItsNumber() {
        assertThat(SlowestTests.millis("20261202015915")).isEqualTo(1_796_176_755_000L);
    }

    @Test
    void whatAnEarlierBuildNotedDoesNotCount() throws IOException {
        Files.writeString(folder.resolve("1.txt"), "a.Quick 20.0 2.0\na.Slow 40.0 15.5\n");
        Path earlier = Files.writeString(folder.resolve("2.txt"), "a.Earlier 1.0 1.0\n");
        assertThat(earlier.toFile().setLastModified(1_000)).isTrue();
        assertThat(ClassTime.since(folder, 2_000)).isEqualTo(NOTED);
        assertThat(ClassTime.since(folder.resolve("none"), 0)).isEmpty();
    }
}
