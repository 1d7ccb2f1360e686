package lab.carousel.file.lesson;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lab.carousel.file.json.ValuePlace;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** What the Markdown of a lesson needs besides itself. */
final class LessonText {

    /** The pictures that JavaFX reads. */
    private static final List<String> ENDINGS = List.of(".png", ".jpg", ".jpeg", ".gif", ".bmp");

    /** Nobody reads a quotation in a quotation in ... deeper than this; further marks are letters like others. */
    private static final int MOST_NESTED = 50;

    private LessonText() {}

    /** Whether a file can be shown as a picture, by its name. */
    static boolean isPicture(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(lower::endsWith);
    }

    /** The names of the pictures that a text shows, each with the place where it is named. */
    static Map<String, ValuePlace> pictures(String file, String text) {
        Map<String, ValuePlace> pictures = new LinkedHashMap<>();
        Parser.builder()
                .maxOpenBlockParsers(MOST_NESTED)
                .maxInlineNesting(MOST_NESTED)
                .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
                .build()
                .parse(text)
                .accept(new AbstractVisitor() {
                    @Override
                    public void visit(Image image) {
                        SourceSpan span = image.getSourceSpans().get(0);
                        pictures.putIfAbsent(
                                image.getDestination(),
                                new ValuePlace.InFile(file, span.getLineIndex() + 1, span.getColumnIndex() + 1));
                        visitChildren(image);
                    }
                });
        return pictures;
    }
}
