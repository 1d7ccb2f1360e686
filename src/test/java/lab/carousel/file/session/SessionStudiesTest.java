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
import java.util.OptionalInt;
import java.util.OptionalLong;
import lab.carousel.file.disk.Zips;
import lab.carousel.file.study.KeptStudies;
import lab.carousel.file.study.KeptStudy;
import lab.carousel.file.study.ReadyMade;
import lab.carousel.file.study.ResultsFile;
import lab.carousel.file.study.StudyFile;
import lab.carousel.file.study.TypedAxis;
import lab.carousel.file.study.TypedStudy;
import lab.carousel.model.Experiment;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.Evaluations;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.study.many.Axis;
import lab.carousel.study.many.LearningCurve;
import lab.carousel.study.many.Plan;
import lab.carousel.study.many.Question;
import lab.carousel.study.many.Results;
import lab.carousel.study.many.RunResult;
import lab.carousel.study.many.Studies;
import lab.carousel.study.many.Study;
import lab.carousel.training.Divergence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionStudiesTest {

    private static final TypedStudy TYPED =
            new TypedStudy(Optional.of(Question.TUNING), List.of(new TypedAxis("hiddenUnits", "2, x")));
    private static final Study TUNING =
            Studies.study(Question.TUNING, 6, 3, Studies.units(2, 4), Studies.rates(0.001, 1));

    private final Session bare = SampleSession.of(Experiment.reference(), 1);
    private final List<String> told = new ArrayList<>();

    @TempDir
    Path folder;

    private Path file(long mostBytes, KeptStudy... studies) {
        KeptStudies kept = new KeptStudies(true, "own", "3", TYPED, List.of(studies));
        Path file = folder.resolve("studies.carousel-session");
        ClassWork work = new ClassWork(Optional.empty(), Optional.of(kept), List.of());
        Session session = SampleSession.with(bare, bare.run(), work);
        SessionFile.write(file, session, mostBytes);
        return file;
    }

    private Path file(KeptStudy... studies) {
        return file(Long.MAX_VALUE, studies);
    }

    private KeptStudies read(Path file) {
        told.clear();
        return SessionFile.read(file, broken -> told.add(broken.getMessage()))
                .work()
                .studies()
                .orElseThrow();
    }

    private static KeptStudy tuning() {
        return new KeptStudy("own", TUNING, Optional.of(Studies.results(TUNING, 2)));
    }

    /** Some runs of a ready-made study, with every case that there is. */
    private static KeptStudy written(String key, int seeds) {
        Study study = ReadyMade.named(key).orElseThrow().study().withSeeds(seeds);
        Plan plan = Plan.of(study);
        Evaluation end = Evaluations.of(0.1 + 0.2, new double[0], 8, 8, 0, 0, Double.NaN);
        Verdict verdict = end.verdict();
        int required = study.base()
                .task()
                .judge()
                .stoppingRule()
                .map(rule -> rule.inARow())
                .orElse(0);
        RunResult solved = new RunResult(
                1,
                plan.run(1).cell().number(),
                plan.run(1).seed(),
                Optional.of(end),
                Optional.of(verdict),
                3,
                OptionalInt.of(2),
                OptionalLong.of(1L << 40),
                required,
                Optional.empty(),
                LearningCurve.of(
                        new double[] {0.5, 1e-300},
                        new float[] {0.4F, 0, Float.NaN},
                        List.of(Verdict.NOT_YET, Verdict.A_TRACE)));
        RunResult diverged = new RunResult(
                3,
                plan.run(3).cell().number(),
                plan.run(3).seed(),
                Optional.empty(),
                Optional.empty(),
                0,
                OptionalInt.empty(),
                OptionalLong.empty(),
                required / 3,
                Optional.of(new Divergence(1, 2, 3)),
                LearningCurve.of(new double[0], new float[] {0.5F}, List.of()));
        return new KeptStudy(key, study, Optional.of(new Results(plan, List.of(solved, diverged))));
    }

    private static void assertSame(KeptStudy read, KeptStudy kept) {
        assertThat(read.id()).isEqualTo(kept.id());
        Results results = kept.results().orElseThrow();
        Results again = read.results().orElseThrow();
        assertThat(again.finished())
                .usingRecursiveComparison()
                .withEqualsForType((one, other) -> Double.compare(one, other) == 0, Double.class)
                .withEqualsForType((one, other) -> Float.compare(one, other) == 0, Float.class)
                .isEqualTo(results.finished());
        assertThat(again.plan().runs()).isEqualTo(results.plan().runs());
        for (int run = 0; run < results.plan().runs(); run++) {
            assertThat(again.plan().run(run).experiment())
                    .isEqualTo(results.plan().run(run).experiment());
        }
    }

    @Test
    void comeBackWithAllTheirResultsBitForBit() {
        KeptStudy chrono = written("memorySpanChrono", 2);
        KeptStudy paper = written("paper2a", 2);
        KeptStudy opened = new KeptStudy("/home/me/mine.json", TUNING.withSeeds(7), Optional.empty());
        KeptStudy tuning = tuning();
        Path file = file(opened, chrono, tuning, paper);
        assertThat(StudyFile.canHold(chrono.study())).as("named by its key").isFalse();
        KeptStudies read = read(file);
        assertThat(told).isEmpty();
        assertThat(read.shown()).isTrue();
        assertThat(read.chosen()).isEqualTo("own");
        assertThat(read.seeds()).isEqualTo("3");
        assertThat(read.own()).isEqualTo(TYPED);
        assertThat(read.studies())
                .extracting(KeptStudy::id)
                .containsExactly("/home/me/mine.json", chrono.id(), "own", paper.id());
        assertThat(read.studies().get(0).results()).isEmpty();
        assertThat(read.studies().get(0).study().seeds()).isEqualTo(7);
        assertSame(read.studies().get(1), chrono);
        assertSame(read.studies().get(2), tuning);
        assertSame(read.studies().get(3), paper);
        assertThat(tuning.results().orElseThrow().isComplete()).isTrue();
    }

    @Test
    void resultsThatHaveNoRoomAreLeftOutAndThatIsTold() {
        KeptStudy tuning = tuning();
        KeptStudy named = new KeptStudy("seeds.json", TUNING.withSeeds(3), tuning.results());
        long room = ResultsFile.size(tuning.results().orElseThrow());
        KeptStudies read = read(file(room, named, tuning));
        assertThat(told).singleElement().asString().contains("seeds.json").contains("left out");
        assertThat(read.studies().get(0).results()).isEmpty();
        assertSame(read.studies().get(1), tuning);
    }

    @Test
    void whatIsBrokenInOneLeavesTheOthers() throws IOException {
        Path file = file(written("memorySpanChrono", 2), tuning());
        Map<String, byte[]> files = Zips.files(Files.readAllBytes(file));
        byte[] runs = files.get("studies/1/runs.npy");
        files.put("studies/1/runs.npy", Arrays.copyOf(runs, runs.length - 3));
        assertBroken(files, "studies/1/runs.npy", "not hold the numbers");
        int first = 10 + ByteBuffer.wrap(runs).order(ByteOrder.LITTLE_ENDIAN).getShort(8);
        for (double wrong : new double[] {-1, 0.5, 1e9, Double.NaN}) {
            byte[] changed = runs.clone();
            ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN).putDouble(first, wrong);
            files.put("studies/1/runs.npy", changed);
            assertBroken(files, "studies/1/runs.npy", "row 1 ");
        }
        byte[] twice = runs.clone();
        System.arraycopy(runs, first, twice, (first + runs.length) / 2, Double.BYTES);
        files.put("studies/1/runs.npy", twice);
        assertBroken(files, "studies/1/runs.npy", "row 2 ");
        files.put("studies/1/runs.npy", runs);
        byte[] checkpoints = files.get("studies/1/checkpoints.npy");
        files.put("studies/1/checkpoints.npy", files.get("studies/2/checkpoints.npy"));
        assertBroken(files, "studies/1/checkpoints.npy", "row 3 ");
        files.put("studies/1/checkpoints.npy", checkpoints);
        String list = new String(files.get("studies.json"), StandardCharsets.UTF_8);
        files.put(
                "studies.json",
                list.replaceFirst("\"seeds\": 2", "\"seeds\": 3").getBytes(StandardCharsets.UTF_8));
        assertBroken(files, "studies.json", "runs");
    }

    private void assertBroken(Map<String, byte[]> files, String... words) throws IOException {
        KeptStudies read = read(Files.write(folder.resolve("broken.carousel-session"), Zips.of(files)));
        assertThat(told).singleElement().asString().contains(words);
        assertThat(read.studies()).extracting(KeptStudy::id).containsExactly("own");
    }

    @Test
    void studiesOfVeryManyVariationsAreLeftOutFromWhereTheyAreTooMany() {
        List<Axis> units = List.of(Studies.drawnUnits(1, 9));
        Study large = Studies.study("Large", Question.TUNING, Experiment.reference(), units, Study.MAX_CELLS, 1);
        KeptStudy study = new KeptStudy("own", large, Optional.empty());
        KeptStudies read = read(file(study, study, study, study, tuning()));
        assertThat(read.studies()).hasSize(3);
        assertThat(told).hasSize(2).first().asString().contains("10,000 variations", "at most 0");
    }
}
