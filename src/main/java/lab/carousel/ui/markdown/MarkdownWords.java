package lab.carousel.ui.markdown;

import static lab.carousel.ui.controls.Controls.acting;
import static lab.carousel.ui.controls.Controls.styled;
import static lab.carousel.ui.controls.Controls.whole;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.text.TextFlow;
import lab.carousel.markdown.MarkdownText;
import lab.carousel.markdown.PlainWords;
import lab.carousel.text.Glossary;
import lab.carousel.ui.controls.Tip;
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

    private static final String PUNCTUATION = ".,;:!?)";

    private final TextFlow flow;
    private final Links links;
    private final Optional<Set<String>> explained;
    private final Consumer<String> onAnchor;
    /** The keys of the words that this paragraph has explained. */
    private final Set<String> explainedHere = new HashSet<>();

    private boolean strong;
    private boolean emphasised;

    /**
     * @param explained keys of the words of the glossary that the section has pointed out; empty where none are explained
     * @param onAnchor is given the names of the anchors in the paragraph
     */
    MarkdownWords(TextFlow flow, Links links, Optional<Set<String>> explained, Consumer<String> onAnchor) {
        this.flow = flow;
        this.links = links;
        this.explained = explained;
        this.onAnchor = onAnchor;
    }

    @Override
    public void visit(Text text) {
        String words = text.getLiteral();
        int at = 0;
        for (Glossary.Found found : explained.isEmpty()
                ? List.<Glossary.Found>of()
                : Glossary.current().in(words)) {
            if (explainedHere.add(found.entry().key())) {
                add(words.substring(at, found.start()));
                at = explain(words, found);
            }
        }
        add(words.substring(at));
    }

    /** Explains a word on hover, with dots under it where the section has it for the first time; gives where it ends. */
    private int explain(String words, Glossary.Found found) {
        if (!explained.orElseThrow().add(found.entry().key())) {
            Tip.put(
                    add(words.substring(found.start(), found.end())),
                    found.entry().explanation());
            return found.end();
        }
        // No line begins with the comma behind it
        int end = found.end();
        while (end < words.length() && PUNCTUATION.indexOf(words.charAt(end)) >= 0) {
            end++;
        }
        Label word = styled(whole(new Label(words.substring(found.start(), found.end()))), "glossary-word");
        Tip.put(word, found.entry().explanation());
        if (end == found.end()) {
            addStyled(word);
        } else {
            addStyled(new HBox(word, whole(new Label(words.substring(found.end(), end)))))
                    .setAlignment(Pos.BASELINE_LEFT);
        }
        return end;
    }

    private javafx.scene.text.Text add(String words) {
        javafx.scene.text.Text text = new javafx.scene.text.Text(words);
        text.getStyleClass().add("text");
        return words.isEmpty() ? text : addStyled(text);
    }

    private <N extends javafx.scene.Node> N addStyled(N words) {
        if (strong) {
            words.getStyleClass().add("markdown-strong");
        }
        if (emphasised) {
            words.getStyleClass().add("markdown-emphasis");
        }
        flow.getChildren().add(words);
        return words;
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
