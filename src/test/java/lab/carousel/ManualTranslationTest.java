package lab.carousel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lab.carousel.manual.Manual;
import lab.carousel.manual.ManualPage;
import lab.carousel.manual.Section;
import lab.carousel.manual.ShippedManual;
import lab.carousel.markdown.MarkdownText;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The German pages of the manual say the same in the same order as the English ones. */
class ManualTranslationTest {

    private static final Path PAGES = Path.of("src/site/markdown");
    /** Made from the glossary and the tables of keys and settings, whose words are in the bundles. */
    private static final List<String> MADE = List.of("glossary.md", "keys.md", "settings.md");
    /** For people who read the code, which is in English. */
    private static final List<String> FOR_CONTRIBUTORS =
            List.of("architecture.md", "decisions.md", "campaign.md", "contributing.md", "changelog.md");

    /** The names of the pages that are written, without their endings. */
    static List<String> pages() {
        return SourceFiles.below(PAGES, ".md").stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> !name.endsWith(".de.md") && !MADE.contains(name) && !FOR_CONTRIBUTORS.contains(name))
                .map(name -> name.replace(".md", ""))
                .toList();
    }

    private static String english(String page) {
        return SourceFiles.text(PAGES.resolve(page + ".md"));
    }

    private static String german(String page) {
        return SourceFiles.text(PAGES.resolve(page + ".de.md"));
    }

    /** Headings by their level, and code as it is. */
    private static List<String> structure(String markdown) {
        List<String> parts = new ArrayList<>();
        MarkdownText.parse(markdown).document().accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                parts.add("heading " + heading.getLevel());
            }

            @Override
            public void visit(IndentedCodeBlock block) {
                parts.add(code(block.getLiteral()));
            }

            @Override
            public void visit(FencedCodeBlock block) {
                parts.add(code(block.getLiteral()));
            }
        });
        return parts;
    }

    private static String code(String literal) {
        return "code of " + literal.strip().lines().count() + " lines";
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyPageIsTranslatedWholly(String name) throws IOException {
        ManualPage original = ManualPage.read(name + ".md", english(name));
        ManualPage translated = original.translated(german(name));
        assertThat(structure(german(name))).isEqualTo(structure(english(name)));
        assertThat(translated.links()).isEqualTo(original.links());
        assertThat(translated.pictures()).isEqualTo(original.pictures());
        assertThat(translated.places()).isEqualTo(original.places());
        assertThat(translated.anchors().keySet()).isEqualTo(original.anchors().keySet());
        assertThat(translated.sections())
                .extracting(Section::target)
                .isEqualTo(original.sections().stream().map(Section::target).toList());
        assertThat(german(name)).doesNotContain("Ask the class");
    }

    @Test
    void theProgramReadsIt() {
        Manual manual = ShippedManual.read("de");
        assertThat(manual.page("window.md").orElseThrow().title()).isEqualTo("Das Fenster");
        assertThat(manual.chapters().get(1).entries().get(0).title()).isEqualTo("Das Fenster");
        assertThat(manual.pages())
                .extracting(ManualPage::name)
                .isEqualTo(ShippedManual.read("en").pages().stream()
                        .map(ManualPage::name)
                        .toList());
        assertThat(ShippedManual.read("xx").page("window.md").orElseThrow().title())
                .isEqualTo(
                        ShippedManual.read("en").page("window.md").orElseThrow().title());
    }
}
