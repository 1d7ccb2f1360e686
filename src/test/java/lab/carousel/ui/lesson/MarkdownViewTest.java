package lab.carousel.ui.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.text.Text;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

/** What becomes of the Markdown of a lesson. */
@ExtendWith(ApplicationExtension.class)
class MarkdownViewTest {

    private static Stream<Node> all(Node node) {
        return node instanceof Parent parent && !(node instanceof Label)
                ? Stream.concat(Stream.of(node), parent.getChildrenUnmodifiable().stream().flatMap(MarkdownViewTest::all))
                : Stream.of(node);
    }

    private static Stream<Node> all(String markdown) {
        return all(new MarkdownView(markdown, Map.of()));
    }

    private static String words(String markdown) {
        return all(markdown)
                .map(node -> node instanceof Text text ? text.getText() : node instanceof Label label ? label.getText() : "")
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
        assertThat(words("<!-- java -jar -->\n\nText <b>bold</b>\n\n<script>alert(1)</script>\n")).isEqualTo("Text bold");
    }

    @Test
    void aLinkTellsItsAddress() {
        assertThat(words("[the paper](https://example.org/lstm)")).isEqualTo("the paper (https://example.org/lstm)");
    }

    @Test
    void aPictureIsShownAndItsWordsAreForScreenReaders() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new java.awt.image.BufferedImage(4, 2, java.awt.image.BufferedImage.TYPE_INT_RGB), "png", png);
        ImageView view = all(new MarkdownView("![two *curves*](a.png)", Map.of("a.png", png.toByteArray())))
                .filter(ImageView.class::isInstance)
                .map(ImageView.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(view.getAccessibleText()).isEqualTo("two curves");
        assertThat(view.getImage().getWidth()).isEqualTo(4);
    }

    @Test
    void aDamagedPictureIsToldByItsWords() {
        MarkdownView view = new MarkdownView(
                "![two curves](a.png)", Map.of("a.png", "no picture".getBytes(StandardCharsets.UTF_8)));
        assertThat(all(view).filter(Label.class::isInstance).map(node -> ((Label) node).getText()))
                .containsExactly("two curves");
    }
}
