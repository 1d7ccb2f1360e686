package lab.carousel.ui.lesson;

import java.io.ByteArrayInputStream;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/**
 * A Markdown text: paragraphs, headings, lists, quotations, code and pictures. What is HTML in it is left out, and so are
 * comments. A picture stands in a paragraph of its own.
 */
final class MarkdownView extends VBox {

    private static final Parser PARSER = Parser.builder().build();

    private final Map<String, byte[]> pictures;

    /**
     * A text.
     *
     * @param pictures that it may show, by their names
     */
    MarkdownView(String text, Map<String, byte[]> pictures) {
        this.pictures = pictures;
        getStyleClass().add("markdown");
        addBlocks(PARSER.parse(text), this);
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
            } else {
                into.getChildren().add(flow(paragraph));
            }
        }

        @Override
        public void visit(Heading heading) {
            TextFlow flow = flow(heading);
            flow.getStyleClass().add("markdown-heading");
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
                Label mark = new Label(first == 0 ? "•" : number + ".");
                mark.setMinWidth(USE_PREF_SIZE);
                VBox content = new VBox();
                content.getStyleClass().add("markdown-item");
                addBlocks(item, content);
                HBox.setHgrow(content, Priority.ALWAYS);
                HBox row = new HBox(mark, content);
                row.getStyleClass().add("markdown-row");
                into.getChildren().add(row);
                number++;
            }
        }

        @Override
        public void visit(BlockQuote quote) {
            VBox content = new VBox();
            content.getStyleClass().add("markdown-quote");
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
            Label label = new Label(code.stripTrailing());
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
            label.setMaxWidth(Double.MAX_VALUE);
            label.getStyleClass().add("markdown-block");
            into.getChildren().add(label);
        }

        @Override
        public void visit(ThematicBreak line) {
            into.getChildren().add(new Separator());
        }
    }

    private static TextFlow flow(Node block) {
        TextFlow flow = new TextFlow();
        flow.getStyleClass().add("markdown-flow");
        block.accept(new MarkdownWords(flow));
        return flow;
    }

    /** A picture, no wider than the text; what it shows in words if it cannot be drawn. */
    private javafx.scene.Node picture(org.commonmark.node.Image written) {
        String words = MarkdownWords.plain(written);
        byte[] bytes = pictures.get(written.getDestination());
        Image image = bytes == null ? null : new Image(new ByteArrayInputStream(bytes));
        if (image == null || image.isError()) {
            Label label = new Label(words);
            label.setWrapText(true);
            label.getStyleClass().add("muted");
            return label;
        }
        ImageView view = new ImageView(image);
        view.setPreserveRatio(true);
        view.setSmooth(true);
        view.setAccessibleText(words);
        view.fitWidthProperty()
                .bind(javafx.beans.binding.Bindings.createDoubleBinding(
                        () -> Math.min(image.getWidth(), Math.max(1, getWidth())), widthProperty()));
        return view;
    }
}
