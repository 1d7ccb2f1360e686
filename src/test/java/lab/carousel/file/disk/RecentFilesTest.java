package lab.carousel.file.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecentFilesTest {

    @TempDir
    Path folder;

    private Path file(String name) throws IOException {
        return Files.writeString(folder.resolve(name), "x");
    }

    @Test
    void theLatestComesFirstAndStandsOnce() throws IOException {
        RecentFiles recent = new RecentFiles(folder.resolve("not/yet/recent.txt"));
        assertThat(recent.paths()).isEmpty();
        recent.add(file("a b.carousel"));
        recent.add(file("ü.carousel"));
        recent.add(folder.resolve("x/../a b.carousel"));
        RecentFiles nextTime = new RecentFiles(folder.resolve("not/yet/recent.txt"));
        assertThat(nextTime.paths()).containsExactly(folder.resolve("a b.carousel"), folder.resolve("ü.carousel"));
    }

    @Test
    void remembersTenAndShowsWhatIsStillThere() throws IOException {
        RecentFiles recent = new RecentFiles(folder.resolve("recent.txt"));
        for (int number = 0; number < 12; number++) {
            recent.add(file(number + ".carousel"));
        }
        assertThat(recent.paths()).hasSize(10).first().isEqualTo(folder.resolve("11.carousel"));
        Files.delete(folder.resolve("7.carousel"));
        assertThat(recent.paths()).hasSize(9);
    }

    @Test
    void aDamagedListIsNone() throws IOException {
        Path list = Files.write(folder.resolve("recent.txt"), new byte[] {(byte) 0xff, 0, (byte) 0xfe});
        RecentFiles recent = new RecentFiles(list);
        assertThat(recent.paths()).isEmpty();
        recent.add(file("a.carousel"));
        assertThat(recent.paths()).hasSize(1);
    }
}
