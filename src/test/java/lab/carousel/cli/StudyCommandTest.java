package lab.carousel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lab.carousel.file.disk.Names;
import lab.carousel.file.study.StudyFile;
import lab.carousel.model.EngineName;
import lab.carousel.study.many.Plan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudyCommandTest extends CommandInFolder {

    private static final String SMALL =
            """
            {"format": "carousel study", "version": 1, "title": "Small", "question": "seeds", "seeds": 6,
             "experiment": {"hyperparameters": {"epochs": 2}}}
            """;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("s.json"), text);
    }

    @Test
    void writesTablesAndPictures() throws IOException {
        Path out = folder.resolve("new/deep");
        String study = file(SMALL).toString();
        assertThat(run("study %s --out %s --threads 2", study, out)).isZero();
        assertThat(carousel.errors).isEmpty();
        assertThat(carousel.output.lines()).first().isEqualTo("Small");
        assertThat(carousel.output).contains("not yet: 6 of 6 runs (100.0 %, 95 % interval 61.0 to 100.0 %)");
        assertThat(Names.in(out))
                .containsExactly(
                        "loss.png",
                        "loss.svg",
                        "margins.png",
                        "margins.svg",
                        "results.csv",
                        "separation.png",
                        "separation.svg",
                        "study.json",
                        "summary.csv",
                        "verdicts.png",
                        "verdicts.svg");
        assertThat(out.resolve("results.csv")).content().hasLineCount(7).startsWith("run,seed,verdict");
        assertThat(Plan.of(StudyFile.read(out.resolve("study.json"))).runs()).isEqualTo(6);
        assertThat(out.resolve("loss.svg")).content().startsWith("SVG line,x,value");
        assertThat(carousel.engines).containsOnly(EngineName.KERNEL);
    }

    @Test
    void takesAnotherNumberOfSeedsAndIsTheSameOnAnyNumberOfThreads() throws IOException {
        String study = file(SMALL).toString();
        byte[] first = null;
        for (String threads : List.of("1", "2", "4")) {
            Path out = folder.resolve(threads);
            assertThat(run("study %s --out %s --threads %s --seeds 9", study, out, threads))
                    .isZero();
            byte[] bytes = Files.readAllBytes(out.resolve("results.csv"));
            assertThat(bytes).isEqualTo(first == null ? bytes : first);
            first = bytes;
        }
        assertThat(new String(first, StandardCharsets.UTF_8)).hasLineCount(10);
    }

    @Test
    void namesTheReadyMadeOnes() {
        assertThat(run("study --list")).isZero();
        assertThat(carousel.output.lines())
                .contains("many-seeds: The tutorial, many times", "batch-size: Why does batch size 4 not learn?");
        assertThat(carousel.engines).isEmpty();
    }

    @Test
    void runsAReadyMadeOneByItsName() {
        assertThat(run("study many-seeds --out @ --seeds 2 --quiet")).isZero();
        assertThat(folder.resolve("results.csv")).content().hasLineCount(3);
    }

    @Test
    void doesNotEndWhenRunsDiverge() throws IOException {
        carousel.engine = new FakeEngine(3);
        assertThat(run("study %s --out @", file(SMALL))).isZero();
        assertThat(carousel.output).contains("diverged: 6 of 6 runs");
        assertThat(folder.resolve("results.csv")).content().contains(",diverged,");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    --out @|No study given: name a file, or a study that “study --list” lists.
                    many-seeds|No folder for the results: give one with --out.
                    nothing --out @|There is no ready-made study and no file “nothing”: see “study --list”.
                    many-seeds --out @ --seeds 0|--seeds must be a whole number from 1 to 1,000,000, not “0”.
                    many-seeds --out @ --threads two|--threads must be a whole number from 1 to 1,024, not “two”.
                    race-units --out @ --seeds 1000000|That would be 4,000,000 runs, more than the 1,000,000 allowed: use fewer seeds or fewer values.
                    @s.json --out @|FILE, line 1, column 1: This is JSON, but not a Carousel study: its “format” must be “carousel study”.
                    many-seeds --out @s.json|The folder FILE cannot be created: choose another place.
                    """)
    void tellsWhatIsWrongBeforeAnythingIsTrained(String line, String complaint) throws IOException {
        Path file = file("{}");
        assertThat(run("study " + line)).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(carousel.output).isEmpty();
        assertThat(carousel.errors).isEqualTo(complaint.replace("FILE", file.toString()) + "\n");
        assertThat(carousel.engines).isEmpty();
    }
}
