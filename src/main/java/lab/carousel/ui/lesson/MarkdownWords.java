package lab.carousel.ui.lesson;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.text.TextFlow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** Adds the words of a Markdown paragraph to a text flow. */
final class MarkdownWords extends AbstractVisitor {

    private final TextFlow flow;
    private boolean strong;
    private boolean emphasised;

    MarkdownWords(TextFlow flow) {
        this.flow = flow;
    }

    /** The words below a node, without their looks. */
    static String plain(Node node) {
        TextFlow words = new TextFlow();
        MarkdownWords visitor = new MarkdownWords(words);
        visitor.visitChildren(node);
        StringBuilder text = new StringBuilder();
        words.getChildren().forEach(child -> {
            if (child instanceof javafx.scene.text.Text part) {
                text.append(part.getText());
            } else if (child instanceof Label label) {
                text.append(label.getText());
            }
        });
        return text.toString();
    }

    @Override
    public void visit(Text text) {
        add(text.getLiteral());
    }

    private void add(String words) {
        javafx.scene.text.Text text = new javafx.scene.text.Text(words);
        text.getStyleClass().add("text");
        if (strong) {
            text.getStyleClass().add("markdown-strong");
        }
        if (emphasised) {
            text.getStyleClass().add("markdown-emphasis");
        }
        flow.getChildren().add(text);
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
        Label label = new Label(code.getLiteral());
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.getStyleClass().add("markdown-code");
        flow.getChildren().add(label);
    }

    /** A link is shown with its address, because a lesson opens nothing outside the program. */
    @Override
    public void visit(Link link) {
        visitChildren(link);
        if (!plain(link).equals(link.getDestination())) {
            add(" (" + link.getDestination() + ")");
        }
    }

    /** A picture among words is told by its words. */
    @Override
    public void visit(Image image) {
        visitChildren(image);
    }

    @Override
    public void visit(CustomNode node) {
        visitChildren(node);
    }
}
