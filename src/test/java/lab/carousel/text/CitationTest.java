package lab.carousel.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    void standsInTheReadmeAndInTheManual() throws IOException {
        String version = Files.readString(Path.of("pom.xml")).split("</?version>")[1];

        for (String page : List.of("README.md", "src/site/markdown/about.md", "src/site/markdown/about.de.md")) {
            assertThat(Files.readString(Path.of(page)))
                    .as(page)
                    .contains(Citation.bibtex(version).indent(4).stripTrailing());
        }
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
