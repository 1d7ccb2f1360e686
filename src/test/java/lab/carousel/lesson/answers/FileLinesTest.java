package lab.carousel.lesson.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import lab.carousel.file.answers.Sheets;
import lab.carousel.model.verdict.Verdict;
import org.junit.jupiter.api.Test;

class FileLinesTest {

    private static final ClassAnswers ANSWERS = ClassAnswers.of(
            List.of(
                    handed("Ada Lovelace.carousel-answers", 1),
                    handed("Ben.carousel-answers", 2),
                    handed("class/Ben.carousel-answers", 2)),
            List.of(),
            List.of(new RejectedFile(
                    "Cem.carousel-answers", "/home/me/Cem.carousel-answers, line 2: it ends too early.")),
            Map.of());

    private static Submission handed(String file, int id) {
        return new Submission(file, Sheets.sheet(id, "", 0, 2, "so", Sheets.run(1, Verdict.NOT_YET, 8)));
    }

    @Test
    void aFileIsNamedWithWhatIsToBeKnownOfIt() {
        assertThat(FileLines.of(ANSWERS, false))
                .containsExactly(
                        "Left out: Cem.carousel-answers: /home/me/Cem.carousel-answers, line 2: it ends too early.",
                        "Left out: Ben.carousel-answers: The same student again; the answers in"
                                + " class/Ben.carousel-answers count.");
    }

    @Test
    void whereNamesAreHiddenFilesAreNumberedWhereverTheyAreNamed() {
        assertThat(FileLines.of(ANSWERS, true))
                .containsExactly(
                        "Left out: file 3: file 3, line 2: it ends too early.",
                        "Left out: file 4: The same student again; the answers in Student 2 count.");
    }
}
