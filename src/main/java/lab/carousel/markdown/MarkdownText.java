package lab.carousel.markdown;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.Parser;

/** A text in CommonMark with tables, and the anchors at which its headings are found. */
public final class MarkdownText {

    /** Quotations nested deeper are plain text; nobody reads them. */
    private static final int MOST_NESTED = 50;

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .maxOpenBlockParsers(MOST_NESTED)
            .maxInlineNesting(MOST_NESTED)
            .build();
    private static final Pattern ANCHOR = Pattern.compile("<a id=\"([^\"]+)\">");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Node document;
    private final IdentityHashMap<Node, String> anchors = new IdentityHashMap<>();

    /**
     * @param given anchors of the headings in their order, where they are not made of the words; may be fewer
     */
    private MarkdownText(Node document, List<String> given) {
        this.document = document;
        Set<String> taken = new HashSet<>();
        Map<String, Integer> repeated = new HashMap<>();
        int number = 0;
        for (Node block = document.getFirstChild(); block != null; block = block.getNext()) {
            if (block instanceof Heading) {
                String slug = slug(PlainWords.of(block));
                int count = repeated.merge(slug, 1, Integer::sum);
                String ofWords = count == 1 ? slug : slug + "-" + count;
                String own = number < given.size() ? given.get(number) : ofWords;
                number++;
                String anchor = Optional.ofNullable(block.getPrevious())
                        .filter(MarkdownText::isAnchor)
                        .flatMap(before -> anchorIn(before.getFirstChild()))
                        .orElse(own);
                if (taken.add(anchor)) {
                    anchors.put(block, anchor);
                }
            }
        }
    }

    public static MarkdownText parse(String text) {
        return new MarkdownText(PARSER.parse(text), List.of());
    }

    /** Parses a translation, whose headings, as many and in the same order, keep the anchors. */
    public static MarkdownText parse(String text, MarkdownText original) {
        List<String> anchors = new ArrayList<>();
        for (Node block = original.document.getFirstChild(); block != null; block = block.getNext()) {
            if (block instanceof Heading) {
                anchors.add(original.anchors.getOrDefault(block, ""));
            }
        }
        return new MarkdownText(PARSER.parse(text), anchors);
    }

    /** Letters and digits of a heading, in small letters, with hyphens between the words. */
    private static String slug(String heading) {
        return NO_WORD.matcher(heading.toLowerCase(Locale.ROOT)).replaceAll("-").replaceAll("^-|-$", "");
    }

    public Node document() {
        return document;
    }

    /** Anchor of a heading: the one written before it, {@code <a id="name"></a>}, or its words with hyphens. */
    public String anchor(Heading heading) {
        return anchors.getOrDefault(heading, "");
    }

    public static boolean isAnchor(Node block) {
        if (!(block instanceof Paragraph) || block.getFirstChild() == null) {
            return false;
        }
        for (Node part = block.getFirstChild(); part != null; part = part.getNext()) {
            if (!(part instanceof HtmlInline)) {
                return false;
            }
        }
        return anchorIn(block.getFirstChild()).isPresent();
    }

    public static Optional<String> anchorIn(Node tag) {
        if (!(tag instanceof HtmlInline html)) {
            return Optional.empty();
        }
        Matcher matcher = ANCHOR.matcher(html.getLiteral());
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
