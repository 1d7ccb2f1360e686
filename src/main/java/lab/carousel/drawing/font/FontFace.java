package lab.carousel.drawing.font;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A face of Carousel Sans and its measures, without kerning, for a layout that needs neither fonts nor a screen: the page
 * computes it, too. A pen must not kern either.
 *
 * <p>Each code point counts by itself: what joins others or stands on them (accents, joiners, variation selectors, tones of
 * skin) has no width in the font, and a sequence of emoji shows as its parts there. A code point that the font lacks counts
 * one em.
 */
public enum FontFace {
    REGULAR,
    BOLD,
    /** The regular one, slanted: as wide. */
    ITALIC;

    /** In the units of the font. */
    private static final int EM = 2048;

    private static final double ASCENT = 1984.0 / EM;
    private static final double DESCENT = 494.0 / EM;

    /** In points, of a text in a size in points. */
    public double width(String text, double size) {
        short[][] widths = this == BOLD ? Widths.BOLD : Widths.REGULAR;
        int units = 0;
        for (int at = 0; at < text.length(); ) {
            int sign = text.codePointAt(at);
            short[] block = widths[sign / Widths.BLOCK];
            units += EM + (block == null ? 0 : block[sign % Widths.BLOCK]);
            at += Character.charCount(sign);
        }
        return units * size / EM;
    }

    /** How far a line reaches above the baseline, in points: of all faces alike. */
    public static double ascent(double size) {
        return ASCENT * size;
    }

    /** How far it reaches below. */
    public static double descent(double size) {
        return DESCENT * size;
    }

    /** The widths as they are stored: before the space those of the signs that the page's font has, or that have no width. */
    public static String table() {
        try (InputStream stream = FontFace.class.getResourceAsStream("/lab/carousel/font/widths.txt")) {
            if (stream == null) {
                throw new IllegalStateException("the widths of the font are missing from the program");
            }
            return new String(stream.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException problem) {
            throw new UncheckedIOException("the widths of the font cannot be read", problem);
        }
    }

    /**
     * By how many units a code point is wider than an em, in blocks, most of which are not there; read when first needed. Each
     * part of the table goes through the code points from 0 in runs of one width: how many are left out, how many follow, their
     * width in regular and in bold. A number has digits of five bits, from '?' on, and its last one a sixth bit.
     */
    private static final class Widths {

        static final int BLOCK = 256;
        static final short[][] REGULAR = new short[(Character.MAX_CODE_POINT + 1) / BLOCK][];
        static final short[][] BOLD = new short[REGULAR.length][];

        static {
            for (String part : table().split(" ")) {
                new Widths(part).read();
            }
        }

        private final String part;
        private int at;

        private Widths(String part) {
            this.part = part;
        }

        private void read() {
            int sign = 0;
            while (at < part.length()) {
                sign += number();
                int end = sign + number();
                short regular = (short) (number() - EM);
                short bold = (short) (number() - EM);
                for (; sign < end; sign++) {
                    put(REGULAR, sign, regular);
                    put(BOLD, sign, bold);
                }
            }
        }

        private int number() {
            int number = 0;
            int digit;
            do {
                digit = part.charAt(at++) - '?';
                number = (number << 5) | (digit & 31);
            } while (digit < 32);
            return number;
        }

        private static void put(short[][] widths, int sign, short width) {
            if (widths[sign / BLOCK] == null) {
                widths[sign / BLOCK] = new short[BLOCK];
            }
            widths[sign / BLOCK][sign % BLOCK] = width;
        }
    }
}
