package lab.carousel.file.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import lab.carousel.drawing.colour.Colours;
import lab.carousel.file.answers.AnswersFile;
import lab.carousel.file.answers.Sheets;
import lab.carousel.file.answers.folder.ClassFolder;
import lab.carousel.file.disk.ChosenLanguage;
import lab.carousel.file.disk.RecentFiles;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.file.lesson.LessonFile;
import lab.carousel.file.model.ModelFile;
import lab.carousel.file.study.KeptStudies;
import lab.carousel.file.study.KeptStudy;
import lab.carousel.file.study.ReadyMade;
import lab.carousel.file.study.ShardFile;
import lab.carousel.file.study.StudyFile;
import lab.carousel.file.window.WindowFile;
import lab.carousel.file.window.WindowFrame;
import lab.carousel.file.window.WindowState;
import lab.carousel.lesson.Audience;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonStep;
import lab.carousel.lesson.answers.ClassAnswers;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.trace.HeatmapLayer;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.study.PlannedLesion;
import lab.carousel.study.TypedSteps;
import lab.carousel.study.UnitChoice;
import lab.carousel.study.many.Results;
import lab.carousel.study.many.RunResult;
import lab.carousel.study.many.Study;
import lab.carousel.task.Task;
import lab.carousel.task.drawn.NoisyGap;
import lab.carousel.text.InLanguage;
import lab.carousel.training.Divergence;
import lab.carousel.training.Pace;
import lab.carousel.training.PaceUnit;
import lab.carousel.training.Position;
import lab.carousel.training.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One file of every kind, as it was written on 2026-12-03: these open for ever, with all that is in them. */
class KeptFilesTest {

    private static final Path KEPT = Path.of("src/test/resources/lab/carousel/file/kept");
    private static final Hyperparameters SMALL =
            Hyperparameters.reference().with(Settings.HIDDEN_UNITS, 3).with(Settings.LAYERS, 2);
    private static final Experiment REFERENCE = Experiment.reference().with(SMALL);
    private static final Task DRAWN = Task.drawn(NoisyGap.of(5, 5));

    @TempDir
    Path folder;

    private static double sum(Parameters parameters) {
        return Arrays.stream(parameters.toArray()).sum();
    }

    @Test
    void experiments() {
        assertThat(ExperimentFile.read(KEPT.resolve("experiment.carousel")))
                .isEqualTo(Experiment.reference()
                        .with(SMALL.with(Settings.CELL, Cell.GRU)
                                .with(Settings.BATCH_SIZE, 2)
                                .with(Settings.RESET_POLICY, ResetPolicy.NEVER)
                                .with(Settings.SEED, 41L)));
        assertThat(ExperimentFile.read(KEPT.resolve("drawn.carousel")))
                .isEqualTo(new Experiment(DRAWN, SMALL, EngineName.DL4J));
    }

    @ParameterizedTest
    @ValueSource(strings = {"network.keras", "network.npz", "network.safetensors"})
    void networks(String name) {
        assertThat(sum(ModelFile.find(KEPT.resolve(name)).with(Map.of()).parameters()))
                .isEqualTo(1.0422130837591952);
    }

    @Test
    void sessionsWithTheirRuns() {
        Session session = SessionFile.read(KEPT.resolve("session.carousel-session"));
        assertThat(session.experiment()).isEqualTo(REFERENCE.with(SMALL.with(Settings.SEED, 77L)));
        assertThat(session.document()).contains(Path.of("/home/class/mine.carousel"));
        assertThat(session.layout()).isEqualTo(new PanelLayout(true, false, true, true, false, 400, 360, 0.6, 0.4));
        assertThat(session.view())
                .isEqualTo(new SessionView(
                        "twoSequences",
                        4,
                        Optional.of(new ChosenStep(1, 3)),
                        HeatmapLayer.CELL_STATE,
                        OptionalInt.of(13),
                        false,
                        true,
                        false,
                        true,
                        Colours.TOL));
        Session drawn = SessionFile.read(KEPT.resolve("drawn.carousel-session"));
        Snapshot run = session.run().orElseThrow().snapshot();
        assertThat(session.run().orElseThrow().memory()).isPresent();
        assertThat(run.experiment()).isEqualTo(REFERENCE);
        assertThat(run.position()).isEqualTo(new Position(20, 1, 1, 162));
        assertThat(run.origin().orElseThrow().epoch()).isEqualTo(12);
        assertThat(run.history().size()).isEqualTo(20);
        assertThat(run.recorded().size()).isEqualTo(9);
        assertThat(List.of(
                        sum(run.parameters()),
                        run.evaluation().loss(),
                        run.evaluation().judgement().bits(),
                        run.history().point(19).bits(),
                        (double) trained(drawn)))
                .containsExactly(
                        9.691531555897425, 0.6635355202668055, 0.009148336971806725, 0.009140594744322161, 30.0);
        assertThat(session.pinned()).extracting(PinnedSnapshot::number).containsExactly(3);
        assertThat(session.pinned().get(0).snapshot().position().epoch()).isEqualTo(12);
        assertThat(drawn.experiment().task()).isEqualTo(DRAWN);
        assertThat(drawn.run().orElseThrow().divergence()).contains(new Divergence(4, 1, 2));
    }

    private static long trained(Session session) {
        return session.run().orElseThrow().snapshot().criterion().orElseThrow().trained();
    }

    @Test
    void whatAClassMadeInASession() {
        ClassWork work =
                SessionFile.read(KEPT.resolve("session.carousel-session")).work();
        UnitChoice some = new UnitChoice(false, Set.of(new UnitChoice.Unit(0, 2), new UnitChoice.Unit(1, 1)));
        assertThat(work.operations())
                .contains(new OperatingChoices(
                        List.of(
                                new PlannedLesion(Quantity.FORGET_GATE, 0.1, UnitChoice.ALL, new TypedSteps(2, 4)),
                                new PlannedLesion(Quantity.CELL_STATE, 0, some, TypedSteps.EVERYWHERE)),
                        List.of(
                                new ChosenInView("twoSequences", "first", "2"),
                                new ChosenInView("twoSequences", "quantity", "HIDDEN_STATE"),
                                new ChosenInView("twoSequences", "second", "1"),
                                new ChosenInView("transplant", "donor", "2"),
                                new ChosenInView("transplant", "recipient", "1"),
                                new ChosenInView("transplant", "states", "CELL_STATE"),
                                new ChosenInView("transplant", "step", "3"),
                                new ChosenInView("transplant", "units", "1.3, 2.2"))));
        assertThat(work.answers())
                .containsExactly(
                        Sheets.sheet(1, "Ada", 0, 2, "it echoes"),
                        Sheets.sheet(2, "Ada", 1, 1, "", Sheets.run(4, Verdict.NOT_YET, 7)));
        KeptStudies studies = work.studies().orElseThrow();
        assertThat(studies.own().axes().get(0).values()).isEqualTo("2, 4");
        assertThat(studies.studies()).extracting(KeptStudy::id).containsExactly("own", "manySeeds");
        Results drawn = studies.studies().get(0).results().orElseThrow();
        assertThat(drawn.plan().study().isRandomSearch()).isTrue();
        assertThat(drawn.finished()).hasSize(8).extracting(KeptFilesTest::loss).startsWith(0.6884266695370503);
    }

    private static double loss(RunResult result) {
        return result.end().orElseThrow().loss();
    }

    @Test
    void savedByItself() throws IOException {
        Files.copy(KEPT.resolve("session.carousel-session"), folder.resolve("left-3-a1b2.carousel-session"));
        Files.copy(KEPT.resolve("drawn.carousel-session"), folder.resolve("last-4-c3d4.carousel-session"));
        try (AutosaveFolder next = AutosaveFolder.open(folder)) {
            assertThat(SessionFile.read(next.offer().orElseThrow()).pinned()).hasSize(1);
            assertThat(next.previous()).hasSize(2);
        }
    }

    @Test
    void lessons() {
        for (String name : List.of("lesson", "lesson.zip")) {
            Lesson lesson = LessonFile.read(KEPT.resolve(name));
            assertThat(lesson.title()).isEqualTo("Make it remember");
            assertThat(lesson.steps())
                    .extracting(LessonStep::id)
                    .containsExactly("goal", "ideas", "find", "sure", "tried", "recall", "transfer");
            assertThat(lesson.translations()).containsOnlyKeys(InLanguage.GERMAN);
            assertThat(lesson.version()).isEqualTo("c9422433");
        }
    }

    @Test
    void studiesAndTheirShares() {
        Study study = StudyFile.read(KEPT.resolve("study.json"));
        assertThat(study.title()).isEqualTo("Units and rates");
        assertThat(study.cells()).isEqualTo(4);
        assertThat(study.seeds()).isEqualTo(3);
        Results results = ShardFile.joined(List.of(KEPT.resolve("share-1"), KEPT.resolve("share-2")));
        assertThat(results.isComplete()).isTrue();
        assertThat(results.finished())
                .hasSize(12)
                .extracting(KeptFilesTest::loss)
                .startsWith(0.6962396182988193);
        ShardFile random = ShardFile.read(KEPT.resolve("share-random"));
        assertThat(random.plan().study().explanation())
                .isEqualTo(
                        ReadyMade.named("random-search").orElseThrow().study().explanation());
        assertThat(random.results().finished()).extracting(KeptFilesTest::loss).containsExactly(0.009118337863963183);
    }

    @Test
    void answersOfAStudentAndAClass() throws IOException {
        Path ada = KEPT.resolve("ada.carousel-answers");
        assertThat(AnswersFile.parse("ada", Files.readAllBytes(ada)))
                .isEqualTo(Sheets.sheet(2, "Ada", 1, 2, "it echoes", Sheets.run(4, Verdict.NOT_YET, 7)));
        ClassAnswers answers = ClassFolder.read(KEPT.resolve("class.zip")).together(Map.of());
        assertThat(answers.students())
                .extracting(handed -> handed.sheet().from().student())
                .containsExactly("Ada", "Bob");
        assertThat(answers.asked().get(0).before()).containsExactly(1, 1, 0, 0);
        assertThat(answers.pools()).extracting(pool -> pool.epoch()).containsExactly(250, 4);
        assertThat(answers.left()).isEmpty();
    }

    @Test
    void howTheProgramWasLeft() throws IOException {
        assertThat(new WindowFile(KEPT.resolve("window.json")).read())
                .isEqualTo(new WindowState(
                        true,
                        Colours.TOL,
                        new Pace(30, PaceUnit.EPOCHS),
                        Optional.of(new WindowFrame(10, 20, 1280, 800)),
                        true,
                        1,
                        false,
                        false,
                        Audience.ALONE,
                        false,
                        false));
        assertThat(new ChosenLanguage(KEPT.resolve("language")).read()).contains(InLanguage.GERMAN);
        Path one = Files.writeString(folder.resolve("one.carousel"), "");
        Path two = Files.writeString(folder.resolve("two.carousel"), "");
        Path recent = Files.writeString(folder.resolve("recent-files.txt"), one + "\n" + two + "\n");
        assertThat(new RecentFiles(recent).paths()).containsExactly(one, two);
    }
}
