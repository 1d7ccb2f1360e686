package lab.carousel.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.CharBuffer;

/**
 * Passes a text on with each letter that could command a terminal, or turn the direction in which it is read, written as
 * {@code \\u001B}: what was meant stays readable, and JSON stays the same JSON.
 */
final class VisibleWriter extends Writer {

    private final PrintWriter to;

    VisibleWriter(PrintWriter to) {
        this.to = to;
    }

    @Override
    public void write(char[] letters, int offset, int length) throws IOException {
        if (isVisible(CharBuffer.wrap(letters, offset, length))) {
            to.write(letters, offset, length);
        } else {
            to.write(visible(new String(letters, offset, length)));
        }
        checkWritten();
    }

    /** A {@link PrintWriter} keeps silent about a full disk until it is asked. */
    private void checkWritten() throws IOException {
        if (to.checkError()) {
            throw new IOException("what was written has gone nowhere");
        }
    }

    @Override
    public void flush() throws IOException {
        to.flush();
        checkWritten();
    }

    @Override
    public void close() {
        to.close();
    }

    /** A text in which every letter can be seen. */
    static String visible(String text) {
        if (isVisible(text)) {
            return text;
        }
        StringBuilder seen = new StringBuilder(text.length());
        text.chars().forEach(letter -> {
            if (isCommand((char) letter)) {
                String hex = Integer.toHexString(letter);
                seen.append("\\u").append("0".repeat(4 - hex.length())).append(hex);
            } else {
                seen.append((char) letter);
            }
        });
        return seen.toString();
    }

    /** Nearly all texts are, and need not be put together anew. */
    private static boolean isVisible(CharSequence text) {
        for (int index = 0; index < text.length(); index++) {
            if (isCommand(text.charAt(index))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isCommand(char letter) {
        // Nearly all letters are such
        if (letter >= ' ' && letter <= '~') {
            return false;
        }
        boolean isLayout = letter == '\n' || letter == '\r' || letter == '\t';
        return (Character.isISOControl(letter) && !isLayout) || turnsDirection(letter);
    }

    private static boolean turnsDirection(char letter) {
        return letter == '\u061c'
                || letter == '\u200e'
                || letter == '\u200f'
                || (letter >= '\u202a' && letter <= '\u202e')
                || (letter >= '\u2066' && letter <= '\u2069');
    }
}
