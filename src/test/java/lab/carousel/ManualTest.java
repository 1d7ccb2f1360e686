package lab.carousel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages of the manual: all of them are to be found, and their links lead somewhere. */
class ManualTest {

    private static final Path PAGES = Path.of("src/site/markdown");
    /** What pages quote is no link of theirs. */
    private static final Pattern QUOTED = Pattern.compile("```.*?```|`[^`\\n]*`|(?m:^ {4}.*$)", Pattern.DOTALL);

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");

    @Test
    void everyPageIsNamedInTheIndex() throws IOException {
        String index = Files.readString(PAGES.resolve("index.md"));

        assertThat(pages())
                .filteredOn(page -> !page.endsWith("index.md"))
                .allSatisfy(page -> assertThat(index).contains("](" + page.getFileName() + ")"));
    }

    @Test
    void everyPageIsInTheMenuOfTheSite() throws IOException {
        String menu = Files.readString(PAGES.resolveSibling("site.xml"));

        assertThat(pages()).allSatisfy(page -> assertThat(menu)
                .contains("href=\"" + page.getFileName().toString().replace(".md", ".html") + "\""));
    }

    @Test
    void linksLeadToPagesAndPicturesThatExist() throws IOException {
        List<Path> pages = pages();

        assertThat(pages).isNotEmpty();
        for (Path page : pages) {
            assertThat(targets(page)).as("links of %s", page.getFileName()).allSatisfy(target -> assertThat(target)
                    .exists());
        }
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            return files.filter(file -> file.toString().endsWith(".md")).toList();
        }
    }

    private static List<Path> targets(Path page) throws IOException {
        String text = QUOTED.matcher(Files.readString(page)).replaceAll("");
        return LINK.matcher(text)
                .results()
                .map((MatchResult link) -> page.resolveSibling(link.group(1)).normalize())
                .toList();
    }
}
