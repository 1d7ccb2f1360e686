package lab.carousel.file.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import lab.carousel.SourceFiles;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.text.InLanguage;
import lab.carousel.text.Message;
import org.junit.jupiter.api.Test;

class ResultsFileTest {

    @Test
    void theManualNamesTheNumberOfEachVerdict() {
        assertThat(ResultsFile.VERDICTS).containsExactlyInAnyOrder(Verdict.values());
        assertThat(SourceFiles.text(Path.of("src/site/markdown/sessions.md"))).contains(numbered());
        assertThat(SourceFiles.text(Path.of("src/site/markdown/sessions.de.md")))
                .contains(InLanguage.hear(InLanguage.GERMAN, ResultsFileTest::numbered));
    }

    private static String numbered() {
        return ResultsFile.VERDICTS.stream()
                .map(verdict ->
                        ResultsFile.VERDICTS.indexOf(verdict) + " " + Message.text("verdict." + verdict + ".name"))
                .collect(Collectors.joining(", "));
    }
}
