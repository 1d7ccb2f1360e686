package lab.carousel.file.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * Markdown as the page builds it: a list of texts, and of elements, which are lists of a name and what is in it. So nothing in a
 * text can become markup. Of a link, which leads to what is not in the page, there are the words; of a picture its name and its
 * words.
 */
final class PageMarkdown {

    /** What is nested deeper is plain text; nobody reads it. */
    private static final int MOST_NESTED = 50;

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .maxOpenBlockParsers(MOST_NESTED)
            .maxInlineNesting(MOST_NESTED)
            .build();

    private static final Map<Class<? extends Node>, String> NAMES = Map.ofEntries(
            Map.entry(Paragraph.class, "p"),
            Map.entry(Heading.class, "h3"),
            Map.entry(BlockQuote.class, "blockquote"),
            Map.entry(BulletList.class, "ul"),
            Map.entry(OrderedList.class, "ol"),
            Map.entry(ListItem.class, "li"),
            Map.entry(TableBlock.class, "table"),
            Map.entry(TableRow.class, "tr"),
            Map.entry(FencedCodeBlock.class, "pre"),
            Map.entry(IndentedCodeBlock.class, "pre"),
            Map.entry(StrongEmphasis.class, "b"),
            Map.entry(Emphasis.class, "em"),
            Map.entry(Link.class, "em"),
            Map.entry(Image.class, "img"),
            Map.entry(Code.class, "code"),
            Map.entry(HardLineBreak.class, "br"));

    private PageMarkdown() {}

    static List<Object> of(String text) {
        return within(PARSER.parse(text));
    }

    /** The names of the pictures in a text. */
    static Stream<String> pictures(String text) {
        Stream.Builder<String> names = Stream.builder();
        PARSER.parse(text).accept(new AbstractVisitor() {
            @Override
            public void visit(Image image) {
                names.add(image.getDestination());
            }
        });
        return names.build();
    }

    private static List<Object> within(Node node) {
        List<Object> parts = new ArrayList<>();
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            String name = name(child);
            if (name.isEmpty()) {
                parts.addAll(content(child));
            } else {
                List<Object> element = new ArrayList<>(List.of(name));
                element.addAll(
                        child instanceof Image image ? List.of(image.getDestination(), words(image)) : content(child));
                parts.add(element);
            }
        }
        return parts;
    }

    private static List<Object> content(Node node) {
        String literal = literal(node);
        return literal.isEmpty() && node.getFirstChild() != null ? within(node) : List.of(literal);
    }

    /** The words of a picture. */
    private static String words(Node node) {
        StringBuilder words = new StringBuilder(literal(node));
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            words.append(words(child));
        }
        return words.toString();
    }

    private static String literal(Node node) {
        if (node instanceof Text text) {
            return text.getLiteral();
        }
        if (node instanceof Code code) {
            return code.getLiteral();
        }
        if (node instanceof FencedCodeBlock block) {
            return block.getLiteral();
        }
        if (node instanceof IndentedCodeBlock block) {
            return block.getLiteral();
        }
        if (node instanceof HtmlBlock html) {
            return html.getLiteral();
        }
        return node instanceof HtmlInline html ? html.getLiteral() : node instanceof SoftLineBreak ? " " : "";
    }

    /** The element of a part; empty where only what is in it counts. */
    private static String name(Node node) {
        if (node instanceof Paragraph && node.getParent() instanceof ListItem item) {
            return ((ListBlock) item.getParent()).isTight() ? "" : "p";
        }
        if (node instanceof TableCell cell) {
            return cell.isHeader() ? "th" : "td";
        }
        return NAMES.getOrDefault(node.getClass(), "");
    }
}
