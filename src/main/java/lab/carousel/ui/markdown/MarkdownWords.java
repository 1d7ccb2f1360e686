package lab.carousel.ui.markdown;

import static lab.carousel.ui.controls.Controls.acting;
import static lab.carousel.ui.controls.Controls.styled;
import static lab.carousel.ui.controls.Controls.whole;

import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.text.TextFlow;
import lab.carousel.markdown.MarkdownText;
import lab.carousel.markdown.PlainWords;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

final class MarkdownWords extends AbstractVisitor {

    /** Longer pieces of code have no ground, because that could not be broken at the end of a line. */
    private static final int LONG_CODE = 32;

    private final TextFlow flow;
    private final Links links;
    private final Consumer<String> onAnchor;
    private boolean strong;
    private boolean emphasised;

    /** @param onAnchor is given the names of the anchors in the paragraph */
    MarkdownWords(TextFlow flow, Links links, Consumer<String> onAnchor) {
        this.flow = flow;
        this.links = links;
        this.onAnchor = onAnchor;
    }

    @Override
    public void visit(Text text) {
        add(text.getLiteral());
    }

    private javafx.scene.text.Text add(String words) {
        javafx.scene.text.Text text = new javafx.scene.text.Text(words);
        text.getStyleClass().add("text");
        if (strong) {
            text.getStyleClass().add("markdown-strong");
        }
        if (emphasised) {
            text.getStyleClass().add("markdown-emphasis");
        }
        flow.getChildren().add(text);
        return text;
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
        add(" ");
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
        add("\n");
    }

    @Override
    public void visit(StrongEmphasis node) {
        strong = true;
        visitChildren(node);
        strong = false;
    }

    @Override
    public void visit(Emphasis node) {
        emphasised = true;
        visitChildren(node);
        emphasised = false;
    }

    @Override
    public void visit(Code code) {
        String words = code.getLiteral();
        if (words.length() > LONG_CODE) {
            add(words).getStyleClass().add("markdown-long-code");
            return;
        }
        flow.getChildren().add(whole(styled(new Label(words), "markdown-code")));
    }

    /** A link that leads nowhere in the program is shown with its address, because nothing outside is opened. */
    @Override
    public void visit(Link link) {
        String words = PlainWords.of(link);
        if (links.leads(link.getDestination())) {
            Hyperlink hyperlink = whole(
                    acting(styled(new Hyperlink(words), "markdown-link"), () -> links.follow(link.getDestination())));
            flow.getChildren().add(hyperlink);
            return;
        }
        visitChildren(link);
        if (!words.equals(link.getDestination())) {
            add(" (" + link.getDestination() + ")");
        }
    }

    /** A picture among words is told by its words. */
    @Override
    public void visit(Image image) {
        visitChildren(image);
    }

    @Override
    public void visit(HtmlInline tag) {
        MarkdownText.anchorIn(tag).ifPresent(onAnchor);
    }

    @Override
    public void visit(CustomNode node) {
        visitChildren(node);
    }
}
