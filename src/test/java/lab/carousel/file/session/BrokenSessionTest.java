package lab.carousel.file.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.file.disk.Zips;
import lab.carousel.file.study.CheckedNumbers;
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
        assertThat(SessionFile.experiment(with("run/values.bin", new byte[3]))).isEqualTo(SESSION.experiment());
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> SessionFile.experiment(with("session.json", "carousel session", "other")))
                .withMessageContaining("not a Carousel session");
    }

    @Test
    void tellsWhatIsDamagedAndWhere() throws IOException {
        assertRefused(with("run/values.bin", CheckedNumbers.again(new byte[88])), "run/values.bin", "80");
        assertRefused(without("run/run.json"), "changed", "run/run.json");
        assertRefused(without("session.json"), "session.json");
        assertRefused(with("run/run.json", "\"epoch\": 4", "\"epoch\": 5"), "run/run.json", "position");
        byte[] noNumber = files().get("run/values.bin");
        ByteBuffer.wrap(noNumber).putDouble(16, Double.NaN);
        assertRefused(with("run/values.bin", noNumber), "run/values.bin is damaged", "checksum");
        assertRefused(with("run/values.bin", CheckedNumbers.again(noNumber)), "number 3");
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

    /** Not one bit of the numbers of a run can be another one. */
    @Test
    void everyFlippedBitOfARunIsSeen() throws IOException {
        Experiment small = Experiment.reference().with(all -> all.with(Settings.HIDDEN_UNITS, 1));
        Map<String, byte[]> files = new HashMap<>();
        try (Training training = new Training(small, new KernelEngine())) {
            training.advance();
            PausedRun run = new PausedRun(training.snapshot(), Optional.empty(), training.memory());
            RunFolder.write(run, "run/", 0, files);
        }
        refusesEveryFlip(
                files.get("run/values.bin"), bytes -> RunValues.of(small, false, 0, 1, "run/values.bin", bytes));
        refusesEveryFlip(
                files.get("run/memory.bin"), bytes -> RunFolder.RunMemory.read(small, 1, "run/memory.bin", bytes));
    }

    private static void refusesEveryFlip(byte[] whole, Consumer<byte[]> reading) {
        reading.accept(whole);
        for (int bit = 0; bit < whole.length * Byte.SIZE; bit++) {
            byte[] flipped = whole.clone();
            flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            assertThatExceptionOfType(InvalidInput.class)
                    .isThrownBy(() -> reading.accept(flipped))
                    .as("bit %d", bit)
                    .withMessageContaining(".bin");
        }
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
        read = opens(with("run/values.bin", CheckedNumbers.again(new byte[88])), "run/values.bin", "80");
        assertThat(read.run()).isEmpty();
        assertThat(read.work()).isEqualTo(SESSION.work());
        read = opens(without("pinned-3/run.json"), "pinned-3/run.json");
        assertThat(read.pinned()).isEmpty();
        assertThat(read.run()).isPresent();
    }
}
