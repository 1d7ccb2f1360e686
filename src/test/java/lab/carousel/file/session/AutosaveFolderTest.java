package lab.carousel.file.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AutosaveFolderTest {

    @TempDir
    Path home;

    private Path folder() {
        return home.resolve("carousel/sessions");
    }

    /** What a program that was killed leaves: its lock file is there, but nobody holds it. */
    private Path killed(String name, long millis) throws IOException {
        Files.createDirectories(folder());
        Files.writeString(folder().resolve("running-" + name + ".lock"), "");
        Path session = Files.writeString(folder().resolve("running-" + name + ".carousel-session"), name);
        Files.setLastModifiedTime(session, FileTime.fromMillis(millis));
        return session;
    }

    @Test
    void aProgramThatEndedProperlyLeavesTheLastSession() throws IOException {
        try (AutosaveFolder first = AutosaveFolder.open(folder())) {
            assertThat(first.crashed()).isEmpty();
            assertThat(first.previous()).isEmpty();
            Files.writeString(first.file(), "one");
        }
        try (AutosaveFolder second = AutosaveFolder.open(folder())) {
            assertThat(second.crashed()).isEmpty();
            assertThat(second.previous().orElseThrow()).hasContent("one");
            Files.writeString(second.file(), "two");
        }
        try (AutosaveFolder third = AutosaveFolder.open(folder())) {
            assertThat(third.previous().orElseThrow()).hasContent("two");
        }
        try (Stream<Path> left = Files.list(folder())) {
            assertThat(left).containsExactly(folder().resolve("last.carousel-session"));
        }
    }

    @Test
    void whatAKilledProgramLeftIsOfferedOnceAndKept() throws IOException {
        killed("a", 1_000);
        killed("b", 2_000);
        try (AutosaveFolder next = AutosaveFolder.open(folder())) {
            assertThat(next.crashed().orElseThrow()).hasContent("b");
            assertThat(next.previous()).isEqualTo(next.crashed());
        }
        try (AutosaveFolder afterThat = AutosaveFolder.open(folder())) {
            assertThat(afterThat.crashed()).isEmpty();
            assertThat(afterThat.previous().orElseThrow()).hasContent("b");
        }
    }

    @Test
    void aProgramThatStillRunsIsLeftAlone() throws IOException {
        try (AutosaveFolder first = AutosaveFolder.open(folder());
                AutosaveFolder second = AutosaveFolder.open(folder())) {
            Files.writeString(first.file(), "one");
            assertThat(second.file()).isNotEqualTo(first.file());
            try (AutosaveFolder third = AutosaveFolder.open(folder())) {
                assertThat(third.crashed()).isEmpty();
            }
            assertThat(first.file()).hasContent("one");
        }
    }

    @Test
    void keepsNoMoreThanThree() throws IOException {
        for (int number = 0; number < 5; number++) {
            killed("s" + number, 1_000 * number);
        }
        try (AutosaveFolder next = AutosaveFolder.open(folder());
                Stream<Path> left = Files.list(folder())) {
            assertThat(left.map(Path::getFileName).map(Path::toString).filter(name -> name.startsWith("recovered")))
                    .containsExactlyInAnyOrder(
                            "recovered-s2.carousel-session",
                            "recovered-s3.carousel-session",
                            "recovered-s4.carousel-session");
            assertThat(next.crashed().orElseThrow()).hasContent("s4");
        }
    }
}
