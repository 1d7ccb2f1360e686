package lab.carousel.manual;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import lab.carousel.markdown.MarkdownText;
import lab.carousel.markdown.PlainWords;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.jspecify.annotations.Nullable;

/**
 * A page of the manual.
 *
 * @param name of its file, with {@code .md}
 * @param title its first heading
 * @param sections in their order; the first one is that of the page
 * @param anchors each with the heading above it
 * @param places anchors named by hand: spots on the screen, and hyperparameters
 */
public record ManualPage(
        String name,
        String title,
        MarkdownText text,
        List<Section> sections,
        Map<String, String> anchors,
        Set<String> places,
        Set<String> links,
        Set<String> pictures) {

    public ManualPage {
        sections = List.copyOf(sections);
        anchors = Map.copyOf(anchors);
        places = Set.copyOf(places);
        links = Set.copyOf(links);
        pictures = Set.copyOf(pictures);
    }

    public static ManualPage read(String name, String markdown) {
        return read(name, MarkdownText.parse(markdown));
    }

    /** The translation of this page: its headings keep the anchors. */
    public ManualPage translated(String markdown) {
        return read(name, MarkdownText.parse(markdown, text));
    }

    private static ManualPage read(String name, MarkdownText text) {
        Reading reading = new Reading(name, text);
        text.document().accept(reading);
        reading.endSection();
        return new ManualPage(
                name,
                reading.sections.isEmpty() ? name : reading.sections.get(0).title(),
                text,
                reading.sections,
                reading.anchors,
                reading.places,
                reading.links,
                reading.pictures);
    }

    private static final class Reading extends AbstractVisitor {

        private final String name;
        private final MarkdownText text;
        private final List<Section> sections = new ArrayList<>();
        private final Map<String, String> anchors = new HashMap<>();
        private final Set<String> places = new TreeSet<>();
        private final Set<String> links = new TreeSet<>();
        private final Set<String> pictures = new TreeSet<>();
        private final List<String> lines = new ArrayList<>();
        private @Nullable Heading heading;

        Reading(String name, MarkdownText text) {
            this.name = name;
            this.text = text;
        }

        void endSection() {
            if (heading != null) {
                boolean isFirst = sections.isEmpty();
                LinkTarget target = isFirst ? LinkTarget.page(name) : new LinkTarget(name, text.anchor(heading));
                sections.add(new Section(target, PlainWords.of(heading), lines));
            }
            lines.clear();
        }

        @Override
        public void visit(Heading next) {
            endSection();
            heading = next;
            anchors.put(text.anchor(next), PlainWords.of(next));
            visitChildren(next);
        }

        @Override
        public void visit(Paragraph paragraph) {
            add(paragraph);
            visitChildren(paragraph);
        }

        private void add(Node node) {
            String words = PlainWords.of(node).strip();
            if (!words.isEmpty()) {
                lines.add(words);
            }
        }

        @Override
        public void visit(FencedCodeBlock block) {
            add(block);
        }

        @Override
        public void visit(IndentedCodeBlock block) {
            add(block);
        }

        @Override
        public void visit(CustomNode node) {
            if (node instanceof TableRow && !(node.getParent() instanceof TableHead)) {
                add(node);
            }
            visitChildren(node);
        }

        @Override
        public void visit(HtmlInline html) {
            Node block = html.getParent();
            boolean isAbove = block.getNext() instanceof Heading && MarkdownText.isAnchor(block);
            Node under = isAbove ? block.getNext() : heading;
            String title = under == null ? "" : PlainWords.of(under);
            MarkdownText.anchorIn(html).ifPresent(anchor -> {
                anchors.put(anchor, title);
                places.add(anchor);
            });
        }

        @Override
        public void visit(Link link) {
            links.add(link.getDestination());
            visitChildren(link);
        }

        @Override
        public void visit(Image image) {
            pictures.add(image.getDestination());
        }
    }
}
