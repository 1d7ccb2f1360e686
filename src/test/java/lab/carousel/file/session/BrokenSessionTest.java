package lab.carousel.file.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import lab.carousel.model.Experiment;
import lab.carousel.text.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions of which something is damaged: what can be opened is, and the rest is told. */
class BrokenSessionTest {

    @TempDir
    Path folder;

    private SessionZip inFolder() {
        return new SessionZip(folder);
    }

    @Test
    void theExperimentIsThereWhateverElseIsBroken() throws IOException {
        Session session = SampleSession.of(Experiment.reference(), 1);
        Map<String, byte[]> files = SessionZip.unzip(inFolder().saved(session));
        Path file = inFolder().zip(SessionZip.change(files, "run/values.bin", new byte[3]));
        assertThat(SessionFile.experiment(file)).isEqualTo(session.experiment());
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> SessionFile.experiment(
                        inFolder().zip(SessionZip.change(files, "session.json", "{\"format\": \"other\"}"))))
                .withMessageContaining("not a Carousel session");
    }

    @Test
    void tellsWhatIsDamagedAndWhere() throws IOException {
        Path file = inFolder().saved(SampleSession.of(Experiment.reference(), 4));
        Map<String, byte[]> good = SessionZip.unzip(file);
        refuses(SessionZip.change(good, "run/values.bin", new byte[80]), "run/values.bin", "80");
        refuses(SessionZip.without(good, "run/run.json"), "lesson", "run/run.json");
        refuses(SessionZip.without(good, "session.json"), "session.json");
        refuses(
                SessionZip.change(
                        good,
                        "run/run.json",
                        SessionZip.text(good, "run/run.json").replace("\"epoch\": 8", "\"epoch\": 9")),
                "run/run.json",
                "position");
        refuses(
                SessionZip.change(
                        good,
                        "session.json",
                        SessionZip.text(good, "session.json").replace("\"unit\": 5", "\"unit\": -5")),
                "session.json, line",
                "view.unit");
        refuses(
                SessionZip.change(
                        good,
                        "session.json",
                        SessionZip.text(good, "session.json").replace("\"version\": 1", "\"version\": 9")),
                "newer Carousel");
        refuses(SessionZip.change(good, "session.json", "{\"format\": \"other\"}"), "not a Carousel session");
        byte[] noNumber = good.get("run/values.bin").clone();
        ByteBuffer.wrap(noNumber).putDouble(16, Double.NaN);
        refuses(SessionZip.change(good, "run/values.bin", noNumber), "number 3");
    }

    @Test
    void refusesWhatIsNoZipAndAHalfOne() throws IOException {
        Path file = inFolder().saved(SampleSession.of(Experiment.reference(), 4));
        byte[] bytes = Files.readAllBytes(file);
        Path half = Files.write(folder.resolve("half.carousel-session"), Arrays.copyOf(bytes, bytes.length / 2));
        assertRefused(half, "half.carousel-session");
        assertRefused(Files.writeString(folder.resolve("text.carousel-session"), "hello"), "text.carousel-session");
        assertRefused(Files.createFile(folder.resolve("empty.carousel-session")), "empty.carousel-session");
        assertRefused(folder, folder.toString());
        assertRefused(folder.resolve("missing.carousel-session"), "missing.carousel-session");
    }

    @Test
    void refusesNamesThatLeadOut() throws IOException {
        for (String name : new String[] {"../evil", "a/../../evil", "/etc/evil", "..\\evil", "C:evil"}) {
            refuses(Map.of(name, new byte[1]), "leads out");
        }
        assertThat(folder.getParent().resolve("evil")).doesNotExist();
    }

    @Test
    void refusesAZipThatUnpacksToTooMuch() throws IOException {
        Path bomb = folder.resolve("bomb.carousel-session");
        try (OutputStream stream = Files.newOutputStream(bomb);
                ZipOutputStream zip = new ZipOutputStream(stream)) {
            zip.putNextEntry(new ZipEntry("run/values.bin"));
            byte[] zeros = new byte[1_000_000];
            for (int megabyte = 0; megabyte < 257; megabyte++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }
        assertThat(Files.size(bomb)).isLessThan(1_000_000);
        // a hundred times its own size, and 10 more
        assertRefused(bomb, (10 + Files.size(bomb) * 100 / 1_000_000) + " megabytes");
    }

    @Test
    void opensWithoutWhatIsBrokenAndTellsIt() throws IOException {
        Session session = SampleSession.of(Experiment.reference(), 2);
        Map<String, byte[]> files = SessionZip.unzip(inFolder().saved(session));
        String text = SessionZip.text(files, "operations.json");
        Session read = inFolder()
                .opens(
                        SessionZip.change(files, "operations.json", text.replace("\"f\"", "\"q\"")),
                        "operations.json",
                        "hold");
        assertThat(read.work().operations()).isEmpty();
        assertThat(read.run()).isPresent();
        inFolder()
                .opens(
                        SessionZip.change(files, "operations.json", text.replace("0.1", "1e999")),
                        "operations.json",
                        "at");
        inFolder()
                .opens(
                        SessionZip.change(files, "operations.json", text.replace("17", "17, 1")),
                        "operations.json",
                        "units");
        String answers = SessionZip.text(files, "answers-1.json").replace("\"before\"", "\"earlier\"");
        read = inFolder().opens(SessionZip.change(files, "answers-1.json", answers), "answers-1.json");
        assertThat(read.work().operations()).isEqualTo(session.work().operations());
        assertThat(read.work().answers()).isEqualTo(session.work().answers().subList(1, 2));
        read = inFolder().opens(SessionZip.change(files, "run/values.bin", new byte[80]), "run/values.bin", "80");
        assertThat(read.run()).isEmpty();
        assertThat(read.work()).isEqualTo(session.work());
        read = inFolder().opens(SessionZip.without(files, "pinned-3/run.json"), "pinned-3/run.json");
        assertThat(read.pinned()).isEmpty();
        assertThat(read.run()).isPresent();
    }

    private void refuses(Map<String, byte[]> files, String... words) throws IOException {
        assertRefused(inFolder().zip(files), words);
    }

    private static void assertRefused(Path file, String... words) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> SessionFile.read(file))
                .satisfies(problem -> assertThat(problem.getMessage()).contains(words));
    }
}
