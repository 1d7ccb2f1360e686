package lab.carousel.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import lab.carousel.text.Message;
import lab.carousel.text.VisibleText;

/**
 * Where the command line writes to.
 *
 * @param output   results
 * @param errors   complaints, a line each, and progress
 * @param terminal whether a person sees the errors while they are written
 * @param columns  how wide the terminal is, if there is one
 */
public record Console(PrintWriter output, PrintWriter errors, boolean terminal, IntSupplier columns) {

    private static final int USUAL_COLUMNS = 80;
    private static final char NARROW_SPACE = '\u202f';
    private static final char WIDE_SPACE = '\u00a0';
    /** So many characters are printed at a time. */
    private static final int MANY = 8_192;

    /** What comes from files and their names cannot change what a terminal shows. */
    public Console {
        output = new PrintWriter(new VisibleWriter(output), true);
    }

    /** A console with a terminal of the usual width. */
    Console(PrintWriter output, PrintWriter errors, boolean terminal) {
        this(output, errors, terminal, () -> USUAL_COLUMNS);
    }

    /**
     * The console of this process.
     *
     * @param output     standard output
     * @param errors     standard error
     * @param properties the system properties, which know the console's encoding
     */
    public static Console of(OutputStream output, OutputStream errors, Properties properties) {
        return new Console(
                writer(output, encoding(properties, "stdout.encoding")),
                writer(errors, encoding(properties, "stderr.encoding")),
                new StandardError(properties).isTerminal(),
                () -> TerminalWidth.of(System.getenv()).orElse(USUAL_COLUMNS));
    }

    private static PrintWriter writer(OutputStream stream, Charset encoding) {
        Writer writer = new OutputStreamWriter(stream, encoding);
        boolean hasNarrowSpace = encoding.newEncoder().canEncode(NARROW_SPACE);
        return new PrintWriter(hasNarrowSpace ? writer : new WideSpaces(writer), true);
    }

    /** Writes the narrow space between German thousands as a wide one, which older encodings have. */
    private static final class WideSpaces extends FilterWriter {

        WideSpaces(Writer out) {
            super(out);
        }

        @Override
        public void write(int letter) throws IOException {
            out.write(letter == NARROW_SPACE ? WIDE_SPACE : letter);
        }

        @Override
        public void write(char[] letters, int offset, int length) throws IOException {
            write(new String(letters, offset, length), 0, length);
        }

        @Override
        public void write(String text, int offset, int length) throws IOException {
            out.write(text.replace(NARROW_SPACE, WIDE_SPACE), offset, length);
        }
    }

    /**
     * The encoding of a stream. Where the system says ASCII it has not been told a language at all (as in a container);
     * UTF-8 is then right nearly everywhere, and symbols would be lost in ASCII.
     */
    static Charset encoding(Properties properties, String property) {
        String name = properties.getProperty(property, properties.getProperty("native.encoding", "UTF-8"));
        try {
            Charset encoding = Charset.forName(name);
            return encoding.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : encoding;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return StandardCharsets.UTF_8;
        }
    }

    /**
     * Prints many lines, so many at a time that it does not take longer to hand them over than to make them.
     *
     * @param lines gives them, one after the other, to what it is given
     */
    void printMany(Consumer<Consumer<CharSequence>> lines) {
        StringBuilder waiting = new StringBuilder();
        char[] letters = new char[2 * MANY];
        lines.accept(line -> {
            waiting.append(line).append(System.lineSeparator());
            if (waiting.length() >= MANY) {
                print(waiting, letters);
            }
        });
        print(waiting, letters);
        output.flush();
    }

    /** Prints what is waiting by way of an array that is there already. */
    private void print(StringBuilder waiting, char[] letters) {
        for (int from = 0; from < waiting.length(); from += letters.length) {
            int to = Math.min(from + letters.length, waiting.length());
            waiting.getChars(from, to, letters, 0);
            output.write(letters, 0, to - from);
        }
        waiting.setLength(0);
    }

    /** Complains on one line. */
    public void complain(Message message) {
        errors.println(VisibleText.of(message.text().replaceAll("\\R", " ")));
    }
}
