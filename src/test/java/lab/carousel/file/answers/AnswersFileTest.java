package lab.carousel.file.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lab.carousel.lesson.LessonRun;
import lab.carousel.lesson.StepAnswers;
import lab.carousel.lesson.Tally;
import lab.carousel.lesson.answers.AnswerSheet;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.text.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of answers: what is written is read, and a stranger's file cannot hold what is not possible. */
class AnswersFileTest {

    private static final AnswerSheet SHEET = Sheets.sheet(
            7,
            "Ada",
            1,
            2,
            "the gradient is cut",
            Sheets.run(3, Verdict.NOT_YET, 7),
            Sheets.run(5, Verdict.A_TRACE, 8));

    private static AnswerSheet parse(String text) {
        return AnswersFile.parse("a.carousel-answers", text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "00000000-0000-4000-8000            | <script>                          | not an id",
                "\"step\": \"seeds\"           | \"step\": \"gone\"           | no step with this id",
                "[ 0, 1, 0, 0 ]                     | [ 0, 1000, 0, 0 ]                 | 1000",
                "[ 0, 1, 0, 0 ]                     | [ 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 ] | At most 26",
                "\"epoch\": 250                  | \"epoch\": 251                 | 251",
                "\"right\": 7                    | \"right\": 9                   | 9"
            })
    void whatIsNotPossibleIsRefused(String what, String instead, String words) {
        String text = AnswersFile.text(SHEET).replaceAll("\\s+", " ");
        assertThat(text).contains(what);
        assertThatThrownBy(() -> parse(text.replace(what, instead)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("a.carousel-answers")
                .hasMessageContaining(words);
    }

    @Test
    void filesOfBeforeAreReadAndWrittenByteForByte() throws IOException {
        byte[] kept = Files.readAllBytes(Path.of("src/test/resources/lab/carousel/file/kept/ada.carousel-answers"));
        AnswerSheet read = AnswersFile.parse("ada", kept);
        assertThat(read.answers().get("seeds"))
                .extracting(StepAnswers::isCommitted, StepAnswers::again, StepAnswers::isLate)
                .containsExactly(true, List.of(), false);
        assertThat(AnswersFile.text(read)).isEqualTo(new String(kept, StandardCharsets.UTF_8));
    }

    @Test
    void laterRoundsLatenessAndWhatWasNotCommittedToAreKept() {
        StepAnswers given = SHEET.answers().get("seeds");
        StepAnswers news = new StepAnswers(
                Optional.of(new Tally(List.of(0, 1, 0, 0), false)),
                List.of(new Tally(List.of(0, 0, 1, 0), true), new Tally(List.of(0, 0, 0, 1), true)),
                given.after(),
                given.reason(),
                given.observed(),
                given.known(),
                true);
        String text = AnswersFile.text(SHEET.with(Map.of("seeds", news)));
        assertThat(text.replaceAll("\\s", ""))
                .contains("\"committed\":false,\"again\":[[0,0,1,0],[0,0,0,1]],\"after\":", "\"late\":true");
        assertThat(parse(text).answers()).containsExactly(Map.entry("seeds", news));
        assertThat(parse(text.replace("\"committed\": false,", ""))
                        .answers()
                        .get("seeds")
                        .isCommitted())
                .isTrue();
        assertThatThrownBy(() -> parse(text.replaceFirst("\"again\": \\[", "\"again\": [" + "[1],".repeat(8))))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("At most 9");
    }

    @Test
    void aReasonIsShortAndOfOneLine() {
        String text = AnswersFile.text(SHEET);
        assertThat(parse(text.replace("the gradient", "the\\u202Egradient\\n\\u0007"))
                        .answers()
                        .get("seeds")
                        .reason())
                .isEqualTo("the gradient  is cut");
        assertThatThrownBy(() -> parse(text.replace("the gradient", "long ".repeat(50))))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("more than 200 letters");
    }

    @Test
    void aFileBeyondAMegabyteIsRefusedBeforeItIsRead() {
        assertThatThrownBy(() -> AnswersFile.parse("a", new byte[1_000_001]))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("larger than 1,000 kilobytes");
    }

    @Test
    void sixtyRunsFitIntoAFile() {
        AnswerSheet many = Sheets.sheet(
                1,
                "",
                0,
                0,
                "",
                Collections.nCopies(60, Sheets.run(1, Verdict.NOT_YET, 7)).toArray(LessonRun[]::new));
        assertThat(parse(AnswersFile.text(many)).runs()).hasSize(60);
    }

    @Test
    void foldersOfWhoeverWroteItAreNotNamed() {
        assertThat(AnswerSheet.shortName("/home/ada/lessons/floor")).isEqualTo("floor");
        assertThat(AnswerSheet.shortName("C:\\ada\\floor.zip")).isEqualTo("floor");
        assertThat(AnswerSheet.shortName("gradient")).isEqualTo("gradient");
    }
}
