package lab.carousel.file.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.file.disk.Zips;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Order;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.task.Task;
import lab.carousel.task.drawn.NoisyGap;
import lab.carousel.text.InvalidInput;
import lab.carousel.training.Origin;
import lab.carousel.training.PausedRun;
import lab.carousel.training.Snapshot;
import lab.carousel.training.Training;
import lab.carousel.training.loss.LossCourse;
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

    private Map<String, byte[]> files(Session session) throws IOException {
        return Zips.files(Files.readAllBytes(saved(session)));
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    private static void assertSameRun(Snapshot read, Snapshot written) {
        for (Function<Snapshot, Object> part : List.<Function<Snapshot, Object>>of(
                Snapshot::experiment,
                Snapshot::position,
                Snapshot::parameters,
                Snapshot::evaluation,
                Snapshot::floor,
                Snapshot::verdict,
                Snapshot::criterion,
                Snapshot::lastEpoch,
                run -> run.origin().map(Origin::parameters),
                run -> run.origin().map(Origin::epoch),
                run -> run.origin().map(Origin::start),
                run -> run.history().wentOnAt(),
                run -> run.recorded().all())) {
            assertThat(part.apply(read)).isEqualTo(part.apply(written));
        }
        LossCourse history = written.history();
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
        assertThat(read.pinned()).extracting(PinnedSnapshot::number).containsExactly(3);
        assertSameRun(read.pinned().get(0).snapshot(), session.pinned().get(0).snapshot());
    }

    @Test
    void aRunFromAnOpenedNetworkCountsFromZero() {
        Session session = SampleSession.of(Experiment.reference(), 2);
        Snapshot end = session.run().orElseThrow().snapshot();
        Snapshot old = SampleSession.trained(Experiment.reference(), 2, Optional.of(Origin.opened(end.parameters())));
        Session kept = SampleSession.with(session, Optional.of(new PausedRun(old, Optional.empty())), session.work());
        Snapshot read = SessionFile.read(saved(kept)).run().orElseThrow().snapshot();
        assertThat(read.origin().orElseThrow().isOpened()).isTrue();
        assertThat(read.position().epoch()).isEqualTo(2);
        assertThat(read.lastEpoch()).isEqualTo(250);
        assertSameRun(read, old);
    }

    @Test
    void holdsDrawnTasksShuffledOrdersLayersAndOtherCells() {
        Hyperparameters small =
                Hyperparameters.reference().with(Settings.HIDDEN_UNITS, 3).with(Settings.LAYERS, 2);
        Hyperparameters inManyOrders =
                small.with(Settings.ORDER, Order.SHUFFLED).with(Settings.RESET_POLICY, ResetPolicy.AFTER_EPOCH);
        for (Experiment experiment : List.of(
                new Experiment(Task.drawn(NoisyGap.of(5, 5)), small, EngineName.KERNEL),
                Experiment.reference().with(inManyOrders),
                Experiment.reference().with(small.with(Settings.CELL, Cell.DENSE)))) {
            Session session = SampleSession.of(experiment, 3);
            assertSameRun(
                    SessionFile.read(saved(session)).run().orElseThrow().snapshot(),
                    session.run().orElseThrow().snapshot());
        }
    }

    @Test
    void aRunGoesOnAsIfItHadNotBeenSaved() throws IOException {
        Hyperparameters hyperparameters =
                Hyperparameters.reference().with(Settings.BATCH_SIZE, 2).with(Settings.RESET_POLICY, ResetPolicy.NEVER);
        Experiment experiment = Experiment.reference().with(hyperparameters);
        Session session = SampleSession.of(experiment, 1);
        try (Training training = new Training(experiment, new KernelEngine())) {
            advance(training, 33);
            PausedRun run = new PausedRun(training.snapshot(), Optional.empty(), training.memory());
            Path file = saved(SampleSession.with(session, Optional.of(run), session.work()));
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
        Map<String, byte[]> files = Zips.files(Files.readAllBytes(file));
        byte[] memory = files.get("run/memory.npy");
        int carried = 2 * 2 * 20 * Double.BYTES;
        byte[] tooMany = memory.clone();
        ByteBuffer.wrap(tooMany).order(ByteOrder.LITTLE_ENDIAN).putDouble(memory.length - carried - Double.BYTES, 34);
        byte[] noNumber = memory.clone();
        ByteBuffer.wrap(noNumber)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putDouble(memory.length - Double.BYTES, Double.NEGATIVE_INFINITY);
        Map<byte[], String> damages = Map.of(
                Arrays.copyOf(memory, memory.length - Double.BYTES), "not hold", tooMany, "row 1 ", noNumber, "row 1 ");
        for (Map.Entry<byte[], String> damage : damages.entrySet()) {
            files.put("run/memory.npy", damage.getKey());
            Files.write(file, Zips.of(files));
            List<InvalidInput> broken = new ArrayList<>();
            Session read = SessionFile.read(file, broken::add);
            assertThat(read.run().orElseThrow().memory()).isEmpty();
            assertThat(broken).singleElement().asString().contains("run/memory.npy", damage.getValue());
        }
    }

    private static void advance(Training training, int updates) {
        for (int update = 0; update < updates; update++) {
            training.advance();
        }
    }

    @Test
    void isReadableAndSmall() throws IOException {
        Map<String, byte[]> files = files(SampleSession.of(Experiment.reference(), 12));
        assertThat(files)
                .containsOnlyKeys(
                        "session.json",
                        "experiment.carousel",
                        "operations.json",
                        "answers-1.json",
                        "answers-2.json",
                        "run/experiment.carousel",
                        "run/run.json",
                        "run/epochs.npy",
                        "run/losses.npy",
                        "run/start.npy",
                        "pinned-3/experiment.carousel",
                        "pinned-3/run.json",
                        "pinned-3/epochs.npy",
                        "pinned-3/losses.npy");
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
        SessionFile.write(
                file, session, 10 * RunFolder.epochs(Experiment.reference()).size());
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
    void whatWasMadeBesidesTheRunMayBeMissing() throws IOException {
        Map<String, byte[]> files = files(SampleSession.of(Experiment.reference(), 1));
        files.keySet().removeAll(List.of("operations.json", "answers-1.json", "answers-2.json"));
        Session read = SessionFile.read(Files.write(folder.resolve("less.carousel-session"), Zips.of(files)));
        assertThat(read.work()).isEqualTo(ClassWork.NONE);
        assertThat(read.run()).isPresent();
    }
}
