package lab.carousel.file.lesson;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import lab.carousel.file.disk.TextFile;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.file.json.FilePlace;
import lab.carousel.file.json.JsonValue;
import lab.carousel.file.json.ValuePlace;
import lab.carousel.model.Experiment;
import lab.carousel.text.Language;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Texts, pictures and experiments in the files of a lesson. */
final class LessonTexts {

    /** Limit of pixels in a text's pictures: they are unpacked when it is shown. */
    private static final long MOST_PIXELS = 24_000_000;

    private static final List<String> ENDINGS = List.of(".png", ".jpg", ".jpeg", ".gif", ".bmp");
    /** Quotations nested deeper are plain text; nobody reads them. */
    private static final int MOST_NESTED = 50;

    private final LessonFiles files;
    private final Map<String, byte[]> pictures = new HashMap<>();

    LessonTexts(LessonFiles files) {
        this.files = files;
    }

    Map<String, byte[]> pictures() {
        return pictures;
    }

    /**
     * A text by the name of its file, with that of a page, if it is another: {@code floor.page.md} beside {@code
     * floor.md}.
     */
    record Named(String name, String text, Optional<String> ofPage) {}

    /** A Markdown file; its pictures are read too. */
    Named step(JsonValue value) {
        String name = value.text();
        return new Named(name, text(name, file(name, value.place())), ifThere(ofPage(name)));
    }

    Experiment experiment(JsonValue value) {
        String name = value.text();
        return ExperimentFile.parse(files.path(name), TextFile.decode(files.path(name), file(name, value.place())));
    }

    private String text(String name, byte[] bytes) {
        String text = TextFile.decode(files.path(name), bytes);
        long pixels = 0;
        for (Map.Entry<String, ValuePlace> picture :
                pictures(files.path(name), text).entrySet()) {
            pixels += pixels(picture(picture.getKey(), picture.getValue()));
            if (pixels > MOST_PIXELS) {
                throw picture.getValue().problem("file.lesson.pixels", picture.getKey(), MOST_PIXELS / 1_000_000);
            }
        }
        return text;
    }

    /** Translation of a text, if there is one: {@code floor.de.md} beside {@code floor.md}. */
    TranslatedTexts in(Language language, String name) {
        return new TranslatedTexts(
                ifThere(LessonFiles.in(language, name)), ifThere(LessonFiles.in(language, ofPage(name))));
    }

    private static String ofPage(String name) {
        return LessonFiles.with("page", name);
    }

    private Optional<String> ifThere(String name) {
        return files.read(name).map(bytes -> text(name, bytes));
    }

    private byte[] picture(String name, ValuePlace place) {
        if (!isPicture(name)) {
            throw place.problem("file.lesson.noPicture", name);
        }
        return pictures.computeIfAbsent(name, asked -> file(asked, place));
    }

    private byte[] file(String name, ValuePlace place) {
        if (!LessonFiles.isInside(name)) {
            throw place.problem("file.lesson.outside", name);
        }
        return files.read(name).orElseThrow(() -> place.problem("file.lesson.missing", name));
    }

    /** Stated number of pixels; 0 if it is no picture, so that its text is shown. */
    private static long pixels(byte[] picture) {
        try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(picture))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                return 0;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                return (long) reader.getWidth(0) * reader.getHeight(0);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException damaged) {
            return 0;
        }
    }

    private static boolean isPicture(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(lower::endsWith);
    }

    /** Names of the pictures in a text, with their places. */
    private static Map<String, ValuePlace> pictures(String file, String text) {
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
                                new FilePlace(file, span.getLineIndex() + 1, span.getColumnIndex() + 1));
                        visitChildren(image);
                    }
                });
        return pictures;
    }
}
