package lab.carousel.file.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import lab.carousel.file.disk.Names;
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
            assertThat(first.offer()).isEmpty();
            assertThat(first.previous()).isEmpty();
            Files.writeString(first.file(), "one");
        }
        try (AutosaveFolder second = AutosaveFolder.open(folder())) {
            assertThat(second.offer()).isEmpty();
            assertThat(second.previous().get(0).file()).hasContent("one");
            Files.writeString(second.file(), "two");
        }
        try (AutosaveFolder third = AutosaveFolder.open(folder())) {
            assertThat(third.previous().get(0).file()).hasContent("two");
        }
        assertThat(Names.in(folder()))
                .hasSize(3)
                .contains("folder.lock")
                .filteredOn(name -> name.matches("last-[12]-.*\\.carousel-session"))
                .hasSize(2);
    }

    @Test
    void aSessionIsFoundByItsIdHoweverManyEndedSince() throws IOException {
        String id;
        try (AutosaveFolder first = AutosaveFolder.open(folder())) {
            id = first.id();
            Files.writeString(first.file(), "one");
        }
        try (AutosaveFolder second = AutosaveFolder.open(folder())) {
            Files.writeString(second.file(), "two");
        }
        try (AutosaveFolder third = AutosaveFolder.open(folder())) {
            assertThat(third.ended(id).orElseThrow()).hasContent("one");
            assertThat(third.ended(third.id())).isEmpty();
        }
    }

    @Test
    void whatAKilledProgramWasWritingIsRemovedAtTheNextStart() throws IOException {
        Files.createDirectories(folder());
        Path half = Files.writeString(folder().resolve(".carousel-0-half.tmp"), "half a session");
        Files.setLastModifiedTime(half, FileTime.fromMillis(1_000));
        try (AutosaveFolder next = AutosaveFolder.open(folder())) {
            assertThat(half).doesNotExist();
            assertThat(next.offer()).isEmpty();
        }
    }

    @Test
    void whatAKilledProgramLeftIsOfferedOnceAndKept() throws IOException {
        killed("a", 1_000);
        killed("b", 2_000);
        try (AutosaveFolder next = AutosaveFolder.open(folder())) {
            assertThat(next.offer().orElseThrow()).hasContent("b");
            assertThat(next.previous().get(0).file()).hasContent("b");
        }
        try (AutosaveFolder afterThat = AutosaveFolder.open(folder())) {
            assertThat(afterThat.previous()).hasSize(2);
            assertThat(afterThat.offer().orElseThrow()).hasContent("a");
            assertThat(afterThat.offer()).isEmpty();
        }
    }

    @Test
    void aProgramThatStillRunsIsLeftAlone() throws IOException {
        try (AutosaveFolder first = AutosaveFolder.open(folder());
                AutosaveFolder second = AutosaveFolder.open(folder())) {
            Files.writeString(first.file(), "one");
            assertThat(second.file()).isNotEqualTo(first.file());
            try (AutosaveFolder third = AutosaveFolder.open(folder())) {
                assertThat(third.offer()).isEmpty();
            }
            assertThat(first.file()).hasContent("one");
        }
    }

    /** What is in the sessions of the folder. */
    private List<String> sessions() throws IOException {
        List<String> contents = new ArrayList<>();
        for (String name : Names.in(folder())) {
            if (name.endsWith(".carousel-session")) {
                contents.add(Files.readString(folder().resolve(name)));
            }
        }
        return contents.stream().sorted().toList();
    }

    @Test
    void whatWasNeverOfferedIsNeverDeleted() throws IOException {
        for (int number = 10; number < 25; number++) {
            killed("s" + number, 1_000 * number);
        }
        for (int start = 0; start < 20; start++) {
            AutosaveFolder.open(folder()).close();
        }
        assertThat(sessions()).hasSize(15);
        for (int number = 24; number >= 10; number--) {
            try (AutosaveFolder next = AutosaveFolder.open(folder())) {
                assertThat(next.offer().orElseThrow()).hasContent("s" + number);
            }
        }
        assertThat(sessions())
                .as("the ten that were offered last")
                .containsExactly("s10", "s11", "s12", "s13", "s14", "s15", "s16", "s17", "s18", "s19");
    }

    @Test
    void aClockThatWasSetBackLosesNothing() throws IOException {
        long future = 4_000_000_000_000L;
        for (int number = 0; number < 3; number++) {
            killed("old" + number, future + number);
        }
        AutosaveFolder.open(folder()).close();
        killed("new", 1_000);
        try (AutosaveFolder next = AutosaveFolder.open(folder())) {
            assertThat(next.offer().orElseThrow()).hasContent("new");
            assertThat(next.previous().get(0).file()).hasContent("new");
            assertThat(sessions()).containsExactly("new", "old0", "old1", "old2");
            Files.writeString(next.file(), "ended");
            Files.setLastModifiedTime(next.file(), FileTime.fromMillis(500));
        }
        try (AutosaveFolder last = AutosaveFolder.open(folder())) {
            assertThat(last.previous().get(0).file()).hasContent("ended");
        }
    }

    @Test
    void windowsThatStartTogetherOfferOneSessionEachAndAllSave() throws Exception {
        for (int number = 0; number < 20; number++) {
            killed("s" + number, 1_000 * number);
        }
        List<CompletableFuture<AutosaveFolder>> starts = IntStream.range(0, 6)
                .mapToObj(number -> CompletableFuture.supplyAsync(() -> {
                    try {
                        return AutosaveFolder.open(folder());
                    } catch (IOException problem) {
                        throw new java.io.UncheckedIOException(problem);
                    }
                }))
                .toList();
        Set<Path> offered = new HashSet<>();
        for (CompletableFuture<AutosaveFolder> start : starts) {
            AutosaveFolder window = start.get();
            offered.add(window.offer().orElseThrow());
            Files.writeString(window.file(), "it saves");
            window.close();
        }
        assertThat(offered).hasSize(6);
        assertThat(sessions()).hasSize(20 + 6);
    }
}
