package lab.carousel.markdown;

import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** Plain text of Markdown; table cells are separated by a dash. */
public final class PlainWords {

    private PlainWords() {}

    /** The text of a node, in one line unless it is code. */
    public static String of(Node node) {
        StringBuilder words = new StringBuilder();
        append(node, words);
        return words.toString();
    }

    private static void append(Node node, StringBuilder words) {
        words.append(own(node));
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            append(child, words);
        }
    }

    private static String own(Node node) {
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
        if (node instanceof TableCell && node.getPrevious() != null && node.getFirstChild() != null) {
            return " – ";
        }
        return node instanceof SoftLineBreak || node instanceof HardLineBreak ? " " : "";
    }
}
