package lab.carousel.ui.markdown;

import static lab.carousel.ui.controls.Controls.grow;
import static lab.carousel.ui.controls.Controls.stretch;
import static lab.carousel.ui.controls.Controls.styled;
import static lab.carousel.ui.controls.Controls.whole;
import static lab.carousel.ui.controls.Controls.wrapped;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import lab.carousel.markdown.MarkdownText;
import lab.carousel.markdown.PlainWords;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;

/**
 * A Markdown text: paragraphs, headings, lists, tables, quotations, code and pictures. What is HTML in it is left out, and
 * so are comments; an anchor names its place. A picture stands in a paragraph of its own.
 */
public final class MarkdownView extends VBox {

    private final MarkdownText text;
    private final Function<String, Optional<byte[]>> pictures;
    private final Links links;
    private final Map<String, javafx.scene.Node> anchors = new HashMap<>();
    private final List<String> ofHeading = new ArrayList<>();
    /** The keys of the words of the glossary that the section has pointed out. */
    private final Set<String> explained = new HashSet<>();

    /** @param pictures that it may show, by their names */
    public MarkdownView(String text, Map<String, byte[]> pictures, Links links) {
        this(MarkdownText.parse(text), name -> Optional.ofNullable(pictures.get(name)), links);
    }

    /** @param pictures gives the files of its pictures by their addresses */
    public MarkdownView(MarkdownText text, Function<String, Optional<byte[]>> pictures, Links links) {
        this.text = text;
        this.pictures = pictures;
        this.links = links;
        getStyleClass().add("markdown");
        addBlocks(text.document(), this);
    }

    public Optional<javafx.scene.Node> at(String anchor) {
        return Optional.ofNullable(anchors.get(anchor));
    }

    private void addBlocks(Node parent, Pane into) {
        for (Node block = parent.getFirstChild(); block != null; block = block.getNext()) {
            block.accept(new Blocks(into));
        }
    }

    /** Adds a block to a pane. */
    private final class Blocks extends AbstractVisitor {

        private final Pane into;

        Blocks(Pane into) {
            this.into = into;
        }

        @Override
        public void visit(Paragraph paragraph) {
            if (paragraph.getFirstChild() instanceof org.commonmark.node.Image image && image.getNext() == null) {
                into.getChildren().add(picture(image));
            } else if (MarkdownText.isAnchor(paragraph)) {
                addAnchors(paragraph);
            } else {
                into.getChildren().add(flow(paragraph));
            }
        }

        /** Anchors alone name the heading below them, or else what stands above them. */
        private void addAnchors(Paragraph paragraph) {
            boolean isBeforeHeading = paragraph.getNext() instanceof Heading;
            for (Node tag = paragraph.getFirstChild(); tag != null; tag = tag.getNext()) {
                Optional<String> name = MarkdownText.anchorIn(tag);
                if (isBeforeHeading) {
                    name.ifPresent(ofHeading::add);
                } else if (!into.getChildren().isEmpty()) {
                    name.ifPresent(anchor -> anchors.put(
                            anchor, into.getChildren().get(into.getChildren().size() - 1)));
                }
            }
        }

        @Override
        public void visit(Heading heading) {
            explained.clear();
            TextFlow flow = flow(heading);
            flow.getStyleClass().addAll("markdown-heading", "markdown-heading-" + heading.getLevel());
            anchors.put(text.anchor(heading), flow);
            ofHeading.forEach(anchor -> anchors.put(anchor, flow));
            ofHeading.clear();
            into.getChildren().add(flow);
        }

        @Override
        public void visit(BulletList list) {
            addItems(list, 0);
        }

        @Override
        public void visit(OrderedList list) {
            Integer first = list.getMarkerStartNumber();
            addItems(list, first == null ? 1 : first);
        }

        /** The items of a list, with numbers from the first one on, or with dots if that is 0. */
        private void addItems(Node list, int first) {
            int number = first;
            for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
                Label mark = whole(new Label(first == 0 ? "•" : number + "."));
                VBox content = grow(styled(new VBox(), "markdown-item"));
                addBlocks(item, content);
                into.getChildren().add(styled(new HBox(mark, content), "markdown-row"));
                number++;
            }
        }

        @Override
        public void visit(BlockQuote quote) {
            VBox content = styled(new VBox(), "markdown-quote");
            addBlocks(quote, content);
            into.getChildren().add(content);
        }

        @Override
        public void visit(FencedCodeBlock block) {
            addCode(block.getLiteral());
        }

        @Override
        public void visit(IndentedCodeBlock block) {
            addCode(block.getLiteral());
        }

        private void addCode(String code) {
            Label label = stretch(wrapped(styled(new Label(code.stripTrailing()), "markdown-block")));
            label.setMinHeight(USE_PREF_SIZE);
            into.getChildren().add(label);
        }

        @Override
        public void visit(ThematicBreak line) {
            into.getChildren().add(new Separator());
        }

        @Override
        public void visit(CustomBlock block) {
            if (block instanceof TableBlock table) {
                into.getChildren().add(new MarkdownTable(table, MarkdownView.this::flow));
            }
        }
    }

    private TextFlow flow(Node block) {
        TextFlow flow = styled(new TextFlow(), "markdown-flow");
        boolean isTitle = block instanceof Heading || block.getParent().getParent() instanceof TableHead;
        Optional<Set<String>> explains = isTitle ? Optional.empty() : Optional.of(explained);
        block.accept(new MarkdownWords(flow, links, explains, anchor -> anchors.put(anchor, flow)));
        return flow;
    }

    /** A picture, no wider than the text; what it shows in words if it cannot be drawn. */
    private javafx.scene.Node picture(org.commonmark.node.Image written) {
        String words = PlainWords.of(written);
        Image image = pictures.apply(written.getDestination())
                .map(bytes -> new Image(new ByteArrayInputStream(bytes)))
                .orElse(null);
        if (image == null || image.isError()) {
            return wrapped(styled(new Label(words), "muted"));
        }
        ImageView view = new ImageView(image);
        view.setPreserveRatio(true);
        view.setSmooth(true);
        view.setAccessibleText(words);
        view.fitWidthProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> Math.min(
                                image.getWidth(), Math.max(1, getWidth() - snappedLeftInset() - snappedRightInset())),
                        widthProperty(),
                        insetsProperty()));
        return view;
    }
}
