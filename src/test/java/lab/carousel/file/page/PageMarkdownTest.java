package lab.carousel.file.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageMarkdownTest {

    @Test
    void blocksAndWhatIsInALineBecomeElements() {
        assertThat(PageMarkdown.of("# Why\nA **bold** *word* and `x`,\nsee [the cell](cell.md).\n\n> Quoted"))
                .isEqualTo(List.of(
                        List.of("h3", "Why"),
                        List.of(
                                "p",
                                "A ",
                                List.of("b", "bold"),
                                " ",
                                List.of("em", "word"),
                                " and ",
                                List.of("code", "x"),
                                ",",
                                " ",
                                "see ",
                                List.of("em", "the cell"),
                                "."),
                        List.of("blockquote", List.of("p", "Quoted"))));
    }

    @Test
    void aPictureIsItsNameAndItsWords() {
        String text = "See:\n\n![three *curves*](curves.png)";
        assertThat(PageMarkdown.of(text))
                .isEqualTo(List.of(List.of("p", "See:"), List.of("p", List.of("img", "curves.png", "three curves"))));
        assertThat(PageMarkdown.pictures(text)).containsExactly("curves.png");
    }

    @Test
    void listsTablesAndCode() {
        assertThat(PageMarkdown.of("- one\n- two\n\n```\na < b\n```\n\n| x | y |\n| - | - |\n| 1 |   |"))
                .isEqualTo(List.of(
                        List.of("ul", List.of("li", "one"), List.of("li", "two")),
                        List.of("pre", "a < b\n"),
                        List.of(
                                "table",
                                List.of("tr", List.of("th", "x"), List.of("th", "y")),
                                List.of("tr", List.of("td", "1"), List.of("td", "")))));
    }

    @Test
    void markupStaysText() {
        assertThat(PageMarkdown.of("a <b onclick=\"x()\">c</b>\n\n<script>x()</script>"))
                .isEqualTo(List.of(List.of("p", "a ", "<b onclick=\"x()\">", "c", "</b>"), "<script>x()</script>"));
    }
}
