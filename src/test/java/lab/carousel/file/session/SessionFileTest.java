package lab.carousel.file.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.layout.Cell;
import lab.carousel.task.PaperTask;
import lab.carousel.task.Task;
import lab.carousel.text.InvalidInput;
import lab.carousel.training.Origin;
import lab.carousel.training.PausedRun;
import lab.carousel.training.Snapshot;
import lab.carousel.training.Training;
import lab.carousel.training.loss.LossHistory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionFileTest {

    @TempDir
    Path folder;

    private Path saved(Session session) {
        Path file = folder.resolve("lesson.carousel-session");
        SessionFile.write(file, session);
        return file;
    }

    private static void assertSameRun(Snapshot read, Snapshot written) {
        assertThat(read.experiment()).isEqualTo(written.experiment());
        assertThat(read.position()).isEqualTo(written.position());
        assertThat(read.parameters()).isEqualTo(written.parameters());
        assertThat(read.evaluation()).isEqualTo(written.evaluation());
        assertThat(read.floor()).isEqualTo(written.floor());
        assertThat(read.verdict()).isEqualTo(written.verdict());
        assertThat(read.criterion()).isEqualTo(written.criterion());
        assertThat(read.origin().map(Origin::parameters))
                .isEqualTo(written.origin().map(Origin::parameters));
        assertThat(read.origin().map(Origin::epoch)).isEqualTo(written.origin().map(Origin::epoch));
        assertThat(read.origin().map(Origin::start)).isEqualTo(written.origin().map(Origin::start));
        assertThat(read.lastEpoch()).isEqualTo(written.lastEpoch());
        assertThat(read.history().wentOnAt()).isEqualTo(written.history().wentOnAt());
        assertThat(read.recorded().all()).isEqualTo(written.recorded().all());
        LossHistory.View history = written.history();
        assertThat(read.history().size()).isEqualTo(history.size());
        for (int point = 0; point < history.size(); point++) {
            assertThat(read.history().point(point))
                    .usingRecursiveComparison()
                    .withEqualsForType((one, other) -> Double.compare(one, other) == 0, Double.class)
                    .isEqualTo(history.point(point));
        }
    }

    @Test
    void holdsAllThatTheWindowShows() {
        Session session = SampleSession.of(Experiment.reference(), 12);
        Session read = SessionFile.read(saved(session));
        assertThat(read.experiment()).isEqualTo(session.experiment());
        assertThat(read.document()).isEqualTo(session.document());
        assertThat(read.layout()).isEqualTo(session.layout());
        assertThat(read.view()).isEqualTo(session.view());
        assertThat(read.work()).isEqualTo(session.work());
        assertSameRun(
                read.run().orElseThrow().snapshot(), session.run().orElseThrow().snapshot());
        assertThat(read.run().orElseThrow().snapshot().recorded().size()).isEqualTo(13);
        assertThat(read.pinned()).extracting(Session.Pinned::number).containsExactly(3);
        assertSameRun(read.pinned().get(0).snapshot(), session.pinned().get(0).snapshot());
    }

    @Test
    void aRunOfAFileOfBeforeCountsFromZeroWhereverItWentOn() {
        Session session = SampleSession.of(Experiment.reference(), 2);
        Snapshot end = session.run().orElseThrow().snapshot();
        Snapshot old =
                SampleSession.trained(Experiment.reference(), 2, Optional.of(Origin.uncounted(end.parameters(), 120)));
        Session kept = new Session(
                session.experiment(),
                session.document(),
                Optional.of(new PausedRun(old, Optional.empty())),
                session.pinned(),
                session.layout(),
                session.view(),
                session.work());
        Snapshot read = SessionFile.read(saved(kept)).run().orElseThrow().snapshot();
        assertThat(read.origin().orElseThrow().epoch()).isEqualTo(120);
        assertThat(read.position().epoch()).isEqualTo(2);
        assertThat(read.lastEpoch()).isEqualTo(250);
        assertSameRun(read, old);
    }

    @Test
    void holdsDrawnTasksLayersAndOtherCells() {
        Hyperparameters small = Hyperparameters.reference().withHiddenUnits(3).withLayers(2);
        Session drawn = SampleSession.of(
                new Experiment(
                        Task.drawn(PaperTask.noisyGap(5, 5)),
                        small,
                        Experiment.reference().engine()),
                3);
        assertSameRun(
                SessionFile.read(saved(drawn)).run().orElseThrow().snapshot(),
                drawn.run().orElseThrow().snapshot());
        Session dense = SampleSession.of(Experiment.reference().with(small.withCell(Cell.DENSE)), 2);
        assertSameRun(
                SessionFile.read(saved(dense)).run().orElseThrow().snapshot(),
                dense.run().orElseThrow().snapshot());
    }

    @Test
    void aRunGoesOnAsIfItHadNotBeenSaved() throws IOException {
        Hyperparameters hyperparameters =
                Hyperparameters.reference().withBatchSize(2).withResetPolicy(ResetPolicy.NEVER);
        Experiment experiment = Experiment.reference().with(hyperparameters);
        Session session = SampleSession.of(experiment, 1);
        try (Training training = new Training(experiment, new KernelEngine())) {
            advance(training, 33);
            PausedRun run = new PausedRun(training.snapshot(), Optional.empty(), training.memory());
            Path file = saved(with(session, run));
            PausedRun read = SessionFile.read(file).run().orElseThrow();
            assertThat(read.memory().orElseThrow())
                    .usingRecursiveComparison()
                    .isEqualTo(run.memory().orElseThrow());
            advance(training, 40);
            try (Training resumed = new Training(read, new KernelEngine())) {
                advance(resumed, 40);
                assertThat(resumed.snapshot().parameters())
                        .isEqualTo(training.snapshot().parameters());
                assertThat(resumed.snapshot().evaluation())
                        .isEqualTo(training.snapshot().evaluation());
            }
            tellsABrokenMemoryAndOpensTheRun(file);
        }
    }

    private void tellsABrokenMemoryAndOpensTheRun(Path file) throws IOException {
        Map<String, byte[]> files = unzip(file);
        byte[] memory = files.get("run/memory.bin");
        byte[] tooMany = memory.clone();
        ByteBuffer.wrap(tooMany).putDouble(0, 34);
        byte[] noNumber = memory.clone();
        ByteBuffer.wrap(noNumber).putDouble(80, Double.NEGATIVE_INFINITY);
        Session read = opens(change(files, "run/memory.bin", Arrays.copyOf(memory, 80)), "run/memory.bin", "80");
        assertThat(read.run().orElseThrow().memory()).isEmpty();
        opens(change(files, "run/memory.bin", tooMany), "run/memory.bin", "number 1 ");
        opens(change(files, "run/memory.bin", noNumber), "run/memory.bin", "number 11 ");
    }

    private static void advance(Training training, int updates) {
        for (int update = 0; update < updates; update++) {
            training.advance();
        }
    }

    private static Session with(Session session, PausedRun run) {
        return new Session(
                session.experiment(),
                session.document(),
                Optional.of(run),
                session.pinned(),
                session.layout(),
                session.view(),
                session.work());
    }

    @Test
    void theExperimentIsThereWhateverElseIsBroken() throws IOException {
        Session session = SampleSession.of(Experiment.reference(), 1);
        Map<String, byte[]> files = unzip(saved(session));
        Path file = zip(change(files, "run/values.bin", new byte[3]));
        assertThat(SessionFile.experiment(file)).isEqualTo(session.experiment());
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> SessionFile.experiment(zip(change(files, "session.json", "{\"format\": \"other\"}"))))
                .withMessageContaining("not a Carousel session");
    }

    @Test
    void isReadableAndSmall() throws IOException {
        Map<String, byte[]> files = unzip(saved(SampleSession.of(Experiment.reference(), 12)));
        assertThat(files)
                .containsOnlyKeys(
                        "session.json",
                        "experiment.carousel",
                        "operations.json",
                        "notes.txt",
                        "run/experiment.carousel",
                        "run/run.json",
                        "run/values.bin",
                        "pinned-3/experiment.carousel",
                        "pinned-3/run.json",
                        "pinned-3/values.bin");
        assertThat(text(files, "session.json"))
                .contains("\"format\": \"carousel session\"")
                .contains("\"layer\": \"c\"");
        // Both are text files of their own, which any Carousel opens
        assertThat(ExperimentFile.parse("x", text(files, "run/experiment.carousel")))
                .isEqualTo(Experiment.reference());
    }

    @Test
    void savesFewerRecordedEpochsWhereTheyAreTooLarge() {
        Session session = SampleSession.of(Experiment.reference(), 40);
        Path file = folder.resolve("small.carousel-session");
        SessionFile.write(file, session, 10 * RunValues.bytesPerEpoch(Experiment.reference()));
        Snapshot read = SessionFile.read(file).run().orElseThrow().snapshot();
        assertThat(read.recorded().all()).hasSize(10);
        assertThat(read.recorded().get(0).epoch()).isEqualTo(40);
        assertThat(read.recorded().get(9).epoch()).isEqualTo(80);
        assertThat(read.history().size()).isEqualTo(80);
    }

    @Test
    void aSessionWithoutARunIsOne() {
        Session all = SampleSession.of(Experiment.reference(), 1);
        Session bare = new Session(
                all.experiment(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                all.layout(),
                all.view(),
                ClassWork.NONE);
        assertThat(SessionFile.read(saved(bare))).isEqualTo(bare);
    }

    @Test
    void tellsWhatIsDamagedAndWhere() throws IOException {
        Path file = saved(SampleSession.of(Experiment.reference(), 4));
        Map<String, byte[]> good = unzip(file);
        refuses(change(good, "run/values.bin", new byte[80]), "run/values.bin", "80");
        refuses(without(good, "run/run.json"), "lesson", "run/run.json");
        refuses(without(good, "session.json"), "session.json");
        refuses(
                change(good, "run/run.json", text(good, "run/run.json").replace("\"epoch\": 8", "\"epoch\": 9")),
                "run/run.json",
                "position");
        refuses(
                change(good, "session.json", text(good, "session.json").replace("\"unit\": 5", "\"unit\": -5")),
                "session.json, line",
                "view.unit");
        refuses(
                change(good, "session.json", text(good, "session.json").replace("\"version\": 1", "\"version\": 9")),
                "newer Carousel");
        refuses(change(good, "session.json", "{\"format\": \"other\"}"), "not a Carousel session");
        byte[] noNumber = good.get("run/values.bin").clone();
        ByteBuffer.wrap(noNumber).putDouble(16, Double.NaN);
        refuses(change(good, "run/values.bin", noNumber), "number 3");
    }

    @Test
    void refusesWhatIsNoZipAndAHalfOne() throws IOException {
        Path file = saved(SampleSession.of(Experiment.reference(), 4));
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
    void aSessionOfAnEarlierCarouselTellsNothingOfWhatWasMadeBesides() throws IOException {
        Map<String, byte[]> files = unzip(saved(SampleSession.of(Experiment.reference(), 1)));
        Session read = SessionFile.read(zip(without(without(files, "operations.json"), "notes.txt")));
        assertThat(read.work()).isEqualTo(ClassWork.NONE);
        assertThat(read.run()).isPresent();
    }

    @Test
    void theComparisonOfTwoSequencesIsKnownByTheNameThatItHadBefore() throws IOException {
        Session session = SampleSession.of(Experiment.reference(), 2);
        Map<String, byte[]> files = unzip(saved(session));
        String operations = text(files, "operations.json");
        assertThat(operations).contains("\"twoSequences\"");
        files = change(files, "operations.json", operations.replace("\"twoSequences\"", "\"fork\""));
        String view = text(files, "session.json").replaceFirst("\"place\": \"\\w+\"", "\"place\": \"fork\"");
        assertThat(view).contains("fork");
        Session read = SessionFile.read(zip(change(files, "session.json", view)));
        assertThat(read.view().place()).isEqualTo("twoSequences");
        assertThat(read.work().operations()).isEqualTo(session.work().operations());
    }

    @Test
    void opensWithoutWhatIsBrokenAndTellsIt() throws IOException {
        Session session = SampleSession.of(Experiment.reference(), 2);
        Map<String, byte[]> files = unzip(saved(session));
        String text = text(files, "operations.json");
        Session read =
                opens(change(files, "operations.json", text.replace("\"f\"", "\"q\"")), "operations.json", "hold");
        assertThat(read.work().operations()).isEmpty();
        assertThat(read.run()).isPresent();
        opens(change(files, "operations.json", text.replace("0.1", "1e999")), "operations.json", "at");
        opens(change(files, "operations.json", text.replace("17", "17, 1")), "operations.json", "units");
        read = opens(change(files, "notes.txt", "x".repeat(20_001)), "notes.txt", "20,000");
        assertThat(read.work().notes()).isEmpty();
        assertThat(read.work().operations()).isEqualTo(session.work().operations());
        opens(change(files, "notes.txt", new byte[] {65, (byte) 0xff}), "notes.txt");
        read = opens(change(files, "run/values.bin", new byte[80]), "run/values.bin", "80");
        assertThat(read.run()).isEmpty();
        assertThat(read.work()).isEqualTo(session.work());
        read = opens(without(files, "pinned-3/run.json"), "pinned-3/run.json");
        assertThat(read.pinned()).isEmpty();
        assertThat(read.run()).isPresent();
    }

    private Session opens(Map<String, byte[]> files, String... told) throws IOException {
        List<InvalidInput> broken = new ArrayList<>();
        Session read = SessionFile.read(zip(files), broken::add);
        assertThat(broken).hasSize(1);
        assertThat(broken.get(0).getMessage()).contains(told);
        return read;
    }

    private void refuses(Map<String, byte[]> files, String... words) throws IOException {
        assertRefused(zip(files), words);
    }

    private Path zip(Map<String, byte[]> files) throws IOException {
        Path file = folder.resolve("lesson-changed.carousel-session");
        try (OutputStream stream = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(stream)) {
            for (Map.Entry<String, byte[]> entry : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }

    private static void assertRefused(Path file, String... words) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> SessionFile.read(file))
                .satisfies(problem -> assertThat(problem.getMessage()).contains(words));
    }

    private static Map<String, byte[]> unzip(Path file) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> change(Map<String, byte[]> files, String name, byte[] bytes) {
        Map<String, byte[]> changed = new LinkedHashMap<>(files);
        changed.put(name, bytes);
        return changed;
    }

    private static Map<String, byte[]> change(Map<String, byte[]> files, String name, String text) {
        assertThat(text).isNotEqualTo(text(files, name));
        return change(files, name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, byte[]> without(Map<String, byte[]> files, String name) {
        Map<String, byte[]> changed = new LinkedHashMap<>(files);
        changed.remove(name);
        return changed;
    }
}
