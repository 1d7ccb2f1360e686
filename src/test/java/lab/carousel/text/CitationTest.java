package lab.carousel.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CitationTest {

    @Test
    void namesWhatTheBuildNames() throws IOException {
        String build = Files.readString(Path.of("pom.xml"));

        assertThat(build)
                .contains("<project.build.outputTimestamp>" + Citation.YEAR + "-")
                .contains("<license>", "<name>" + Citation.LICENCE + "</name>")
                .containsIgnoringCase(
                        Citation.TITLE.replaceAll("[{}]", "").replaceFirst(".*: ", "") + ".</description>");
    }

    @Test
    void isAnEntryThatNeedsNothingElse() {
        assertThat(Citation.bibtex("0.1.0"))
                .isEqualTo(
                        """
                        @misc{carousel,
                          title        = {{Carousel}: a desktop lab in which a class watches an {LSTM} learn to remember},
                          year         = {2026},
                          howpublished = {Computer program, version 0.1.0},
                          note         = {Licence: Apache-2.0}
                        }""");
    }
}
