package lab.carousel.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.CharBuffer;
import lab.carousel.text.VisibleText;

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
        if (VisibleText.isVisible(CharBuffer.wrap(letters, offset, length))) {
            to.write(letters, offset, length);
        } else {
            to.write(VisibleText.of(new String(letters, offset, length)));
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
}
