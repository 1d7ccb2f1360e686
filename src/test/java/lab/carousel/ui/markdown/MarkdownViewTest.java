package lab.carousel.ui.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javax.imageio.ImageIO;
import lab.carousel.markdown.MarkdownText;
import lab.carousel.text.Glossary;
import lab.carousel.ui.Nodes;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.robot.InWindow;
import lab.carousel.ui.theme.Stylesheets;
import lab.carousel.ui.theme.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;

/** What becomes of the Markdown of a lesson. */
@ExtendWith(InWindow.class)
class MarkdownViewTest {

    /** A text without links. */
    private static MarkdownView view(String markdown, Map<String, byte[]> pictures) {
        return new MarkdownView(
                MarkdownText.parse(markdown), name -> Optional.ofNullable(pictures.get(name)), new Links() {
                    @Override
                    public boolean leads(String address) {
                        return false;
                    }

                    @Override
                    public void follow(String address) {
                        throw new AssertionError(address);
                    }
                });
    }

    private static Stream<Node> all(String markdown) {
        return Nodes.all(view(markdown, Map.of()));
    }

    private static String words(String markdown) {
        return all(markdown)
                .map(node ->
                        node instanceof Text text ? text.getText() : node instanceof Label label ? label.getText() : "")
                .collect(Collectors.joining());
    }

    private static String styled(String markdown, String style) {
        return all(markdown)
                .filter(node -> node.getStyleClass().contains(style))
                .map(node -> node instanceof Text text ? text.getText() : ((Label) node).getText())
                .collect(Collectors.joining("|"));
    }

    @Test
    void wordsHaveTheirLooks() {
        String text = "A **strong** and an *emphasised* word, and `σ(0) = ½`.";
        assertThat(styled(text, "markdown-strong")).isEqualTo("strong");
        assertThat(styled(text, "markdown-emphasis")).isEqualTo("emphasised");
        assertThat(styled(text, "markdown-code")).isEqualTo("σ(0) = ½");
        assertThat(words(text)).isEqualTo("A strong and an emphasised word, and σ(0) = ½.");
    }

    @Test
    void aWordOfTheGlossaryIsExplainedOnceInAParagraphAndHasDotsOnceInASection() {
        String text = "# Margin\n\nThe margin, a *margin*.\n\nOne margin more.\n\n# Next\n\nA margin.";

        assertThat(words(text)).isEqualTo("MarginThe margin, a margin.One margin more.NextA margin.");
        assertThat(styled(text, "glossary-word")).isEqualTo("margin|margin");
        assertThat(all(text).filter(node -> !Tip.of(node).isEmpty())).hasSize(3).allMatch(node -> Tip.of(node)
                .equals("Margin\n" + Glossary.text("margin")));
        assertThat(styled("All **bits**.", "markdown-strong")).isEqualTo("bits");
    }

    @Test
    void aLineBreakInTheFileIsABlank() {
        assertThat(words("one\ntwo")).isEqualTo("one two");
    }

    @Test
    void listsHaveTheirMarks() {
        assertThat(words("- a\n- b")).isEqualTo("•a•b");
        assertThat(words("3. a\n4. b")).isEqualTo("3.a4.b");
    }

    @Test
    void formulasStandInBlocks() {
        assertThat(styled("```\nc = f · c\n  + i · g\n```\n", "markdown-block")).isEqualTo("c = f · c\n  + i · g");
    }

    @Test
    void commentsAndTagsAreLeftOut() {
        assertThat(words("<!-- java -jar -->\n\nText <b>bold</b>\n\n<script>alert(1)</script>\n"))
                .isEqualTo("Text bold");
    }

    @Test
    void aLinkTellsItsAddress() {
        assertThat(words("[the paper](https://example.org/lstm)")).isEqualTo("the paper (https://example.org/lstm)");
    }

    @Test
    void aLinkThatLeadsSomewhereIsFollowed() {
        List<String> followed = new ArrayList<>();
        Links links = new Links() {
            @Override
            public boolean leads(String address) {
                return address.endsWith(".md");
            }

            @Override
            public void follow(String address) {
                followed.add(address);
            }
        };
        MarkdownView view = new MarkdownView(
                MarkdownText.parse("[the loss](window.md) and [the paper](https://example.org)"),
                name -> Optional.empty(),
                links);
        List<Hyperlink> shown = Nodes.all(view)
                .filter(Hyperlink.class::isInstance)
                .map(Hyperlink.class::cast)
                .toList();

        assertThat(shown).extracting(Hyperlink::getText).containsExactly("the loss");
        shown.get(0).fire();
        assertThat(followed).containsExactly("window.md");
    }

    @Test
    void anchorsNameHeadingsAndPlacesInTheText() {
        MarkdownView view =
                view("# Top\n\n<a id=\"own\"></a>\n\n## Two words\n\n- <a id=\"item\"></a>an item\n", Map.of());

        assertThat(view.at("top")).isPresent();
        assertThat(view.at("own")).isPresent().get().isNotEqualTo(view.at("top").orElseThrow());
        assertThat(view.at("item")).isPresent();
        assertThat(view.at("two-words")).isEmpty();
        assertThat(words("<a id=\"own\"></a>\n\nText")).isEqualTo("Text");
    }

    @Test
    void cellsOfATableStandBesideAndBelowEachOther(FxRobot robot) {
        String rows = "| key | what it does |\n| --- | --- |\n| F5 | plays |\n| F6 | "
                + "a long explanation ".repeat(20) + " |\n";
        MarkdownView view = view(rows, Map.of());
        robot.interact(() -> {
            Theme.LIGHT.apply();
            Stylesheets.addTo(new Scene(view, 300, 400));
            view.applyCss();
            view.layout();
        });
        List<TextFlow> cells = Nodes.all(view)
                .filter(TextFlow.class::isInstance)
                .map(TextFlow.class::cast)
                .toList();

        assertThat(cells).hasSize(6);
        assertThat(cells.get(1).getLayoutX()).isGreaterThan(cells.get(0).getLayoutX());
        assertThat(cells.get(2).getLayoutY())
                .isGreaterThanOrEqualTo(cells.get(0).getHeight());
        assertThat(cells.get(5).getLayoutX() + cells.get(5).getWidth()).isLessThanOrEqualTo(300);
        assertThat(cells.get(5).getHeight())
                .as("its lines are broken")
                .isGreaterThan(3 * cells.get(3).getHeight());
    }

    @Test
    void aPictureIsShownAndItsWordsAreForScreenReaders() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new java.awt.image.BufferedImage(4, 2, java.awt.image.BufferedImage.TYPE_INT_RGB), "png", png);
        ImageView view = Nodes.all(view("![two *curves*](a.png)", Map.of("a.png", png.toByteArray())))
                .filter(ImageView.class::isInstance)
                .map(ImageView.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(view.getAccessibleText()).isEqualTo("two curves");
        assertThat(view.getImage().getWidth()).isEqualTo(4);
    }

    @Test
    void aDamagedPictureIsToldByItsWords() {
        MarkdownView view =
                view("![two curves](a.png)", Map.of("a.png", "no picture".getBytes(StandardCharsets.UTF_8)));
        assertThat(Nodes.all(view).filter(Label.class::isInstance).map(node -> ((Label) node).getText()))
                .containsExactly("two curves");
    }
}
