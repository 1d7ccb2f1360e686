package lab.carousel.file.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import lab.carousel.SourceFiles;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.text.InLanguage;
import lab.carousel.text.Message;
import org.junit.jupiter.api.Test;

class NumberBytesTest {

    @Test
    void theManualNamesTheNumberOfEachVerdict() {
        assertThat(NumberBytes.VERDICTS).containsExactlyInAnyOrder(Verdict.values());
        assertThat(SourceFiles.text(Path.of("src/site/markdown/sessions.md"))).contains(numbered());
        assertThat(SourceFiles.text(Path.of("src/site/markdown/sessions.de.md")))
                .contains(InLanguage.hear(InLanguage.GERMAN, NumberBytesTest::numbered));
    }

    private static String numbered() {
        return NumberBytes.VERDICTS.stream()
                .map(verdict ->
                        NumberBytes.VERDICTS.indexOf(verdict) + " " + Message.text("verdict." + verdict + ".name"))
                .collect(Collectors.joining(", "));
    }
}
