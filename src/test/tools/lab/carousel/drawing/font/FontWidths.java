package lab.carousel.drawing.font;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes the widths that {@link FontFace} reads of the font's files anew, after these were changed. */
public final class FontWidths {

    static final Path FOLDER = Path.of("src/main/resources/lab/carousel/font");
    private static final Path TABLE = FOLDER.resolve("widths.txt");

    /** The signs that the font of the page was made with. */
    private static final Pattern OF_PAGE = Pattern.compile("--unicodes=([0-9A-F,\\-\\\\\\s]+)");

    /** So large that a unit of the font is a point. */
    private static final float UNITS = 2048;

    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    private final Font regular = font("Regular");
    private final Font bold = font("Bold");

    public static void main(String[] arguments) throws IOException {
        Files.writeString(TABLE, new FontWidths().table());
    }

    /** A face as its file has it, without the signs of other fonts. */
    static Font font(String face) {
        try {
            return Font.createFont(
                            Font.TRUETYPE_FONT,
                            FOLDER.resolve("CarouselSans-" + face + ".ttf").toFile())
                    .deriveFont(UNITS);
        } catch (IOException | FontFormatException problem) {
            throw new IllegalStateException(problem);
        }
    }

    /** What the page needs, which is also what takes no room, and the rest. */
    String table() throws IOException {
        List<Integer> ofPage = ofPage();
        return Stream.of(true, false)
                .map(isForPage -> runs(signs(regular)
                        .filter(sign -> isForPage == (ofPage.contains(sign) || width(regular, sign) == 0))
                        .boxed()
                        .toList()))
                .collect(Collectors.joining(" "));
    }

    /** The code points that a face has; Java shows tabs and ends of lines itself. */
    static IntStream signs(Font face) {
        return IntStream.rangeClosed(' ', Character.MAX_CODE_POINT)
                .filter(sign -> !Character.isISOControl(sign) && face.canDisplay(sign));
    }

    /** The code points that the font of the page has. */
    public static List<Integer> ofPage() throws IOException {
        Matcher found = OF_PAGE.matcher(Files.readString(FOLDER.resolve("README.md")));
        if (!found.find()) {
            throw new IllegalStateException("it is not said which signs the font of the page has");
        }
        Font regular = font("Regular");
        return Stream.of(found.group(1).replaceAll("[\\\\\\s]", "").split(","))
                .map(range -> range.split("-"))
                .flatMap(ends -> IntStream.rangeClosed(
                                Integer.parseInt(ends[0], 16), Integer.parseInt(ends[ends.length - 1], 16))
                        .boxed())
                .filter(regular::canDisplay)
                .toList();
    }

    /** Java2D and browsers give no room to a mark that stands on another sign, whatever the font says. */
    static int width(Font face, int sign) {
        if (isMark(sign)) {
            return 0;
        }
        GlyphVector glyphs = face.createGlyphVector(EXACT, Character.toString(sign));
        return (int) Math.round(glyphs.getGlyphPosition(glyphs.getNumGlyphs()).getX());
    }

    static boolean isMark(int sign) {
        return Character.getType(sign) == Character.NON_SPACING_MARK;
    }

    private String runs(List<Integer> signs) {
        StringBuilder runs = new StringBuilder();
        int end = 0;
        for (int at = 0; at < signs.size(); ) {
            int first = signs.get(at);
            int count = 1;
            while (at + count < signs.size() && continues(first, count, signs.get(at + count))) {
                count++;
            }
            append(runs, first - end);
            append(runs, count);
            append(runs, width(regular, first));
            append(runs, width(bold, first));
            end = first + count;
            at += count;
        }
        return runs.toString();
    }

    private boolean continues(int first, int count, int sign) {
        return sign == first + count
                && width(regular, sign) == width(regular, first)
                && width(bold, sign) == width(bold, first);
    }

    private static void append(StringBuilder runs, int number) {
        StringBuilder digits = new StringBuilder().append((char) ('?' + 32 + (number & 31)));
        for (int rest = number >> 5; rest > 0; rest >>= 5) {
            digits.insert(0, (char) ('?' + (rest & 31)));
        }
        runs.append(digits);
    }
}
