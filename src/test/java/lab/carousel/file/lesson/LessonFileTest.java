package lab.carousel.file.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonStep;
import lab.carousel.lesson.Need;
import lab.carousel.lesson.ReaderQuestion;
import lab.carousel.lesson.WindowSpot;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.model.UpdateInterval;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.text.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lessons on the disk, whole and broken. */
class LessonFileTest {

    @TempDir
    Path parent;

    private Lesson read(LessonFixture files) {
        return files.read(parent);
    }

    private void assertTells(LessonFixture files, String... words) {
        files.assertTells(parent, words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud800.md", "a\\u0000.md"})
    void aTextThatNoFileCanBeCalledIsMissing(String name) throws IOException {
        LessonFixture lesson = new LessonFixture().steps("{\"title\": \"One\", \"text\": \"" + name + "\"}");

        for (Path path : List.of(lesson.folder(parent), lesson.zip(parent, ""))) {
            assertThatThrownBy(() -> LessonFile.read(path)).isInstanceOf(InvalidInput.class);
        }
    }

    @Test
    void aFolderIsRead() {
        Lesson lesson = read(new LessonFixture());
        assertThat(lesson.title()).isEqualTo("Was it memory?");
        assertThat(lesson.minutes()).isEqualTo(20);
        assertThat(lesson.steps()).hasSize(1);
        assertThat(lesson.steps().get(0).words().text()).startsWith("# The floor");
        assertThat(lesson.pictures()).containsOnlyKeys("chart.png");
    }

    @Test
    void itsStepsCanBeNamedInstead() {
        Path folder = new LessonFixture().folder(parent);
        assertThat(LessonFile.read(folder.resolve("lesson.json")).steps()).hasSize(1);
        assertThat(LessonFile.isLesson(folder)).isTrue();
        assertThat(LessonFile.isLesson(folder.resolve("lesson.json"))).isTrue();
        assertThat(LessonFile.isLesson(Path.of("some.carousel"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "was-it-memory/"})
    void aZipIsRead(String prefix) throws IOException {
        Path zip = new LessonFixture().zip(parent, prefix);
        Lesson lesson = LessonFile.read(zip);
        assertThat(lesson.steps().get(0).words().text()).startsWith("# The floor");
        assertThat(lesson.pictures()).containsOnlyKeys("chart.png");
    }

    private static LessonFixture answers(String answers) {
        return new LessonFixture()
                .with(
                        "lesson.json",
                        """
                {"format": "carousel lesson", "version": 1, "title": "T", "minutes": 1, "summary": "S", "answers": [%s],
                 "steps": [{"title": "One", "text": "floor.md"}]}
                """
                                .formatted(answers));
    }

    @Test
    void aQuestionStandsAloneOrWithItsAnswer() {
        Lesson lesson = read(
                answers(
                        """
                "What is a seed?", {"question": "Why reset?", "answer": "It leaks.", "step": 1, "manual": "window.md"},
                {"question": "Why?"}
                """));
        assertThat(lesson.answers())
                .containsExactly(
                        new ReaderQuestion("What is a seed?", "", 1, ""),
                        new ReaderQuestion("Why reset?", "It leaks.", 1, "window.md"),
                        new ReaderQuestion("Why?", "", 1, ""));
    }

    @Test
    void anAnswerThatCannotBeIsTold() {
        assertTells(answers("{\"question\": \"Why?\", \"step\": 2}"), "lesson.json", "answers (1).step");
    }

    @Test
    void aStepHasEverythingThatIsWritten() {
        LessonStep step = read(LessonFixture.step(
                        """
                "experiment": {"preset": "gradientThroughTime"}, "set": {"seed": 7}, "editors": ["seed", "task"],
                "show": "twoSequences", "point": ["loss", "seed", "places"], "lock": ["presets"],
                "needs": [{"run": "finished"}, {"epoch": 3}, {"updates": 2}, {"verdict": "a trace"},
                  {"value": {"updateInterval": "whole sequence"}}, {"change": "seed"}, {"place": "cell"}],
                "question": {"text": "How low?", "choices": ["0", "0.07"], "right": 2, "explanation": "The floor.",
                  "hides": ["loss", "status"]}
                """))
                .steps()
                .get(0);
        Experiment set = step.setUp().change().orElseThrow().apply(Experiment.reference());
        assertThat(set.hyperparameters().get(Settings.SEED)).isEqualTo(7);
        assertThat(set.hyperparameters().get(Settings.UPDATE_INTERVAL)).isEqualTo(UpdateInterval.WHOLE_SEQUENCE);
        assertThat(step.screen().editors()).containsExactly("seed", "task");
        assertThat(step.screen().place()).contains("twoSequences");
        assertThat(step.screen().spotlit())
                .extracting(WindowSpot::id)
                .containsExactly("lossView", "seed", "microscopePlaces");
        assertThat(step.screen().locked()).extracting(WindowSpot::id).containsExactly("presets");
        assertThat(step.needs()).hasSize(7);
        assertThat(step.needs())
                .contains(new Need.VerdictGiven(Verdict.A_TRACE), new Need.Reached(Need.Reached.Count.EPOCHS, 3));
        assertThat(step.needs().get(4).words().text()).isEqualTo("set Update interval: whole sequence");
        assertThat(step.question().orElseThrow().right()).hasValue(1);
        assertThat(step.question().orElseThrow().hides())
                .extracting(WindowSpot::name)
                .containsExactly("loss", "status");
    }

    @Test
    void anExperimentIsAFileOrStandsInTheStep() {
        Experiment other = Experiment.reference()
                .with(Experiment.reference().hyperparameters().with(Settings.HIDDEN_UNITS, 3));
        LessonFixture files = LessonFixture.step("\"experiment\": {\"file\": \"files/three.carousel\"}")
                .with("files/three.carousel", ExperimentFile.toJson(other));
        assertThat(read(files).steps().get(0).setUp().change().orElseThrow().apply(Experiment.reference()))
                .isEqualTo(other);
        LessonFixture within = LessonFixture.step("\"experiment\": {\"hyperparameters\": {\"hiddenUnits\": 3}}");
        assertThat(read(within).steps().get(0).setUp().change().orElseThrow().apply(Experiment.reference()))
                .isEqualTo(other);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'show': 'nowhere'|“nowhere” is not possible here: use one of afterFork, automaton, cell",
                "'point': ['lost']|“lost” is not possible here",
                "'lock': ['verdict']|“verdict” is not possible here",
                "'editors': ['unit']|“unit” is not possible here",
                "'experiment': {'preset': 'nothing'}|“nothing” is not possible here",
                "'experiment': {'file': 'gone.carousel'}|There is no file “gone.carousel” in the lesson",
                "'experiment': {'file': '../up.carousel'}|“../up.carousel” leads out of the lesson",
                "'set': {'hiddenUnits': 0}|hidden units",
                "'set': {'batchSize': 5}|batch size",
                "'needs': [{'run': 'started'}]|“started” is not possible here",
                "'needs': [{}]|Put each condition in braces of its own",
                "'needs': [{'epoch': 0}]|0 is not possible here: use 1 to",
                "'needs': [{'change': 'weather'}]|“weather” is not possible here",
                "'needs': [{'value': {}}]|A value is missing here",
                "'question': {'text': 'What?', 'choices': ['one']}|A question has 2 to 6 choices",
                "'question': {'text': 'What?', 'choices': ['a', 'b'], 'right': 3}|3 is not possible here: use"
                        + " 1 to 2",
                "'question': {'text': 'What?', 'choices': ['a', 'b'], 'hides': ['toolbar']}|“toolbar” is not possible"
                        + " here",
                "'id': 'One'|small letters",
                "'observe': [{'text': '?', 'choices': ['a']}]|has 2 to 6 choices",
                "'observe': [{'text': '?', 'reads': 'weather', 'within': 1}]|verdict, forecast, loss, right",
                "'observe': [{'text': '?', 'reads': 'loss', 'within': -1}]|a number of at least 0",
                "'observe': [{'text': '?', 'reads': 'verdict', 'within': 1}]|within",
                "'observe': [{'text': '?', 'choices': ['a', 'b'], 'within': 1}]|within"
            })
    void whatIsNotKnownIsToldWithItsLine(String more, String words) {
        assertTells(LessonFixture.step(more.replace('\'', '"')), words, "lesson.json, line 8");
    }

    @Test
    void aMissingTextIsTold() {
        assertTells(new LessonFixture().without("floor.md"), "There is no file “floor.md”", "line 8", "text");
    }

    @Test
    void aMissingPictureIsToldWhereItIsShown() {
        assertTells(new LessonFixture().without("chart.png"), "floor.md, line 3", "There is no file “chart.png”");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org/spy.png", "../spy.png", "/etc/spy.png", "c:/spy.png"})
    void aPictureFromElsewhereIsRefused(String name) {
        assertTells(new LessonFixture().with("floor.md", "![x](" + name + ")"), "floor.md, line 1", "leads out");
    }

    @Test
    void whatIsNoPictureIsRefused() {
        assertTells(new LessonFixture().with("floor.md", "![x](chart.pdf)"), "line 1", "cannot be shown");
    }

    @Test
    void aFolderWithoutALessonIsTold() {
        assertTells(new LessonFixture().without("lesson.json").with("other.json", "{}"), "lesson.json");
    }

    @Test
    void aLinkOutOfTheFolderIsNotFollowed() throws IOException {
        Path folder = new LessonFixture().without("floor.md").folder(parent);
        Path secret = Files.writeString(parent.resolve("secret.md"), "secret");
        Files.createSymbolicLink(folder.resolve("floor.md"), secret);
        assertThatThrownBy(() -> LessonFile.read(folder)).hasMessageContaining("There is no file “floor.md”");
    }

    /** The beginning of a picture, which says how large it is. */
    private static byte[] png(int width, int height) {
        ByteBuffer bytes = ByteBuffer.allocate(33);
        bytes.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        bytes.putInt(13).put(new byte[] {'I', 'H', 'D', 'R'}).putInt(width).putInt(height);
        bytes.put(new byte[] {8, 2, 0, 0, 0}).putInt(0);
        return bytes.array();
    }

    @Test
    void picturesThatWouldTakeAllMemoryAreRefused() {
        String text = "![](a.png) ![](b.png) ![](c.png)";
        LessonFixture small = new LessonFixture()
                .with("floor.md", text)
                .with("a.png", png(3_000, 3_000))
                .with("b.png", png(3_000, 3_000))
                .with("c.png", png(1_000, 1_000));
        assertThat(LessonFile.read(small.folder(parent)).pictures()).hasSize(3);
        assertTells(
                small.with("c.png", png(3_000, 3_000)), "floor.md, line 1, column 23", "c.png", "24 million pixels");
    }
}
