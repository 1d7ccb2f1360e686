package lab.carousel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lab.carousel.file.answers.AnswersFile;
import lab.carousel.file.answers.Sheets;
import lab.carousel.lesson.LessonRun;
import lab.carousel.model.verdict.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnswersCommandTest extends CommandInFolder {

    private Path handedIn;

    @BeforeEach
    void makeFolder() throws IOException {
        handedIn = Files.createDirectory(folder.resolve("class"));
    }

    private void handIn(String name, String text) throws IOException {
        Files.writeString(handedIn.resolve(name), text);
    }

    @Test
    void answersAreToldTogetherAndWrittenAsATable() throws IOException {
        handIn("1.carousel-answers", AnswersFile.text(Sheets.sheet(1, "Ada", 0, 2, "", run(1))));
        handIn("2.carousel-answers", AnswersFile.text(Sheets.sheet(2, "Alan", 1, 2, "", run(2))));
        handIn("broken.carousel-answers", "{");

        assertThat(run("answers %s --csv @class.csv --no-check", handedIn)).isZero();

        assertThat(carousel.output)
                .startsWith("Answers of 2 students\n")
                .contains("2 students, 2 seeds: 2 of 2 right", "broken.carousel-answers");
        assertThat(Files.readString(folder.resolve("class.csv"))).contains("Ada", "Alan");
    }

    private static LessonRun run(int seed) {
        return Sheets.run(seed, Verdict.A_TRACE, 8);
    }

    @Test
    void aFolderInWhichNobodyHandedInAnythingIsAnError() {
        assertRefused(
                "There are no answers in " + handedIn
                        + ": choose a folder or zip with .carousel-answers files or sessions.",
                "answers %s --csv @class.csv",
                handedIn);
        assertThat(carousel.output).isEmpty();
        assertThat(folder.resolve("class.csv")).doesNotExist();
    }

    @Test
    void filesThatCannotBeReadAreNamedThoughThereAreNoAnswersInThem() throws IOException {
        handIn("broken.carousel-answers", "{");

        assertThat(run("answers %s", handedIn)).isZero();

        assertThat(carousel.output).startsWith("No answers\n").contains("broken.carousel-answers");
    }
}
