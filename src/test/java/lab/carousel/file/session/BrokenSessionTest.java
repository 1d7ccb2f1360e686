package lab.carousel.file.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lab.carousel.Sample;
import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.file.disk.ZipContent;
import lab.carousel.file.disk.Zips;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.text.InLanguage;
import lab.carousel.text.InvalidInput;
import lab.carousel.training.PausedRun;
import lab.carousel.training.Training;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions of which something is damaged: what can be opened is, and the rest is told. */
class BrokenSessionTest {

    private static final Session SESSION = SampleSession.of(Experiment.reference(), 2);

    @TempDir
    Path folder;

    private final List<InvalidInput> broken = new ArrayList<>();

    private Map<String, byte[]> files() throws IOException {
        Path file = folder.resolve("whole.carousel-session");
        SessionFile.write(file, SESSION);
        return Zips.files(Files.readAllBytes(file));
    }

    private Path with(String name, byte[] bytes) throws IOException {
        Map<String, byte[]> files = files();
        files.put(name, bytes);
        return Files.write(folder.resolve("changed.carousel-session"), Zips.of(files));
    }

    private Path with(String name, String right, String wrong) throws IOException {
        String text = new String(files().get(name), StandardCharsets.UTF_8);
        assertThat(text).contains(right);
        return with(name, text.replace(right, wrong).getBytes(StandardCharsets.UTF_8));
    }

    private Path without(String name) throws IOException {
        Map<String, byte[]> files = files();
        files.remove(name);
        return Files.write(folder.resolve("changed.carousel-session"), Zips.of(files));
    }

    private static void assertRefused(Path file, String... words) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> SessionFile.read(file))
                .satisfies(problem -> assertThat(problem.getMessage()).contains(words));
    }

    private Session opens(Path file, String... told) {
        broken.clear();
        Session read = SessionFile.read(file, broken::add);
        assertThat(broken).hasSize(1);
        assertThat(broken.get(0).getMessage()).contains(told);
        return read;
    }

    @Test
    void theExperimentIsThereWhateverElseIsBroken() throws IOException {
        assertThat(SessionFile.experiment(with("run/epochs.npy", new byte[3]))).isEqualTo(SESSION.experiment());
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> SessionFile.experiment(with("session.json", "carousel session", "other")))
                .withMessageContaining("not a Carousel session");
    }

    private byte[] with(String name, int fromEnd, double number) throws IOException {
        byte[] bytes = files().get(name);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putDouble(bytes.length - fromEnd * Double.BYTES, number);
        return bytes;
    }

    @Test
    void tellsWhatIsDamagedAndWhere() throws IOException {
        assertRefused(with("run/epochs.npy", new byte[88]), "run/epochs.npy", "not hold the numbers");
        assertRefused(with("run/epochs.npy", files().get("run/losses.npy")), "run/epochs.npy", "not hold the numbers");
        assertRefused(without("run/run.json"), "changed", "run/run.json");
        assertRefused(without("run/losses.npy"), "changed", "run/losses.npy");
        assertRefused(without("session.json"), "session.json");
        assertRefused(with("run/epochs.npy", with("run/epochs.npy", 40, Double.NaN)), "run/epochs.npy", "row 4 ");
        // One more pair that passes than are right; more deciding steps than steps
        assertRefused(with("run/epochs.npy", with("run/epochs.npy", 4, 5)), "run/epochs.npy", "row 4 ");
        assertRefused(with("run/epochs.npy", with("run/epochs.npy", 23, 9)), "run/epochs.npy", "row 4 ");
        assertRefused(
                with("run/run.json", "\"epochsPerPoint\": 1", "\"epochsPerPoint\": 2"), "run/losses.npy", "row 1 ");
    }

    @Test
    void anOlderSessionIsRefusedInWordsAndLeftAsItIs() throws IOException {
        Path older = with("session.json", "\"version\": 2", "\"version\": 1");
        byte[] before = Files.readAllBytes(older);
        assertRefused(older, "session.json", "written by an older version");
        InLanguage.hear(InLanguage.GERMAN, () -> {
            assertRefused(older, "session.json", "von einer älteren Version von Carousel geschrieben");
            return older;
        });
        assertThat(older).hasBinaryContent(before);
    }

    /** Not one bit of a run can be another one, or its numbers are the same; without -Pexhaustive, a sample of them. */
    @Test
    void everyFlippedBitOfARunIsToldOrHarmless() throws IOException {
        Experiment small = Experiment.reference().with(all -> all.with(Settings.HIDDEN_UNITS, 1));
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (Training training = new Training(small, new KernelEngine())) {
            training.advance();
            PausedRun run = new PausedRun(training.snapshot(), Optional.empty(), training.memory());
            RunFolder.write(run, "run/", 0, files);
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        ZipContent.write(files, whole);
        assertThat(readAgain(whole.toByteArray())).containsExactlyEntriesOf(files);
        for (int bit = 0; bit < whole.size() * Byte.SIZE; bit += Sample.isExhaustive() ? 1 : 13) {
            byte[] flipped = whole.toByteArray();
            flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            try {
                assertThat(readAgain(flipped)).as("bit %d", bit).containsExactlyEntriesOf(files);
            } catch (InvalidInput told) {
                assertThat(told).as("bit %d", bit).hasMessageContaining("some.zip");
            }
        }
    }

    /** What is written of what was read. */
    private static Map<String, byte[]> readAgain(byte[] zip) {
        ZipContent content = ZipContent.of("some.zip", zip, 1);
        PausedRun read = RunFolder.read(content, "run/", broken -> {
            throw broken;
        });
        Map<String, byte[]> again = new LinkedHashMap<>();
        RunFolder.write(read, "run/", 0, again);
        return again;
    }

    @Test
    void opensWithoutWhatIsBrokenAndTellsIt() throws IOException {
        Session read = opens(with("operations.json", "\"f\"", "\"q\""), "operations.json", "hold");
        assertThat(read.work().operations()).isEmpty();
        assertThat(read.run()).isPresent();
        opens(with("operations.json", "17", "17, 1"), "operations.json", "units");
        read = opens(with("answers-1.json", "\"before\"", "\"earlier\""), "answers-1.json");
        assertThat(read.work().operations()).isEqualTo(SESSION.work().operations());
        assertThat(read.work().answers()).isEqualTo(SESSION.work().answers().subList(1, 2));
        read = opens(with("run/epochs.npy", new byte[88]), "run/epochs.npy", "not hold the numbers");
        assertThat(read.run()).isEmpty();
        assertThat(read.work()).isEqualTo(SESSION.work());
        read = opens(without("pinned-3/run.json"), "pinned-3/run.json");
        assertThat(read.pinned()).isEmpty();
        assertThat(read.run()).isPresent();
    }
}
