package lab.carousel.cli;

import java.io.File;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lab.carousel.text.Message;
import lab.carousel.text.VisibleText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Output streams of the command line.
 *
 * @param errors messages, a line each, and progress
 * @param terminal whether the errors go to a terminal
 * @param columns width of the terminal, if there is one
 */
public record Console(PrintWriter output, PrintWriter errors, boolean terminal, IntSupplier columns) {

    private static final int USUAL_COLUMNS = 80;
    private static final char NARROW_SPACE = '\u202f';
    private static final char WIDE_SPACE = '\u00a0';
    /** Characters printed at a time. */
    private static final int PRINTED_AT_ONCE = 8_192;

    /** Names from files must not control the terminal. */
    public Console {
        output = new PrintWriter(new VisibleWriter(output), true);
    }

    Console(PrintWriter output, PrintWriter errors, boolean terminal) {
        this(output, errors, terminal, () -> USUAL_COLUMNS);
    }

    /**
     * The console of this process.
     *
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

    /** Replaces the narrow space between German thousands by a normal one, which older encodings have. */
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

    /** Prints many lines in large parts, because each print has a cost. */
    void printMany(Consumer<Consumer<CharSequence>> lines) {
        StringBuilder waiting = new StringBuilder();
        char[] letters = new char[2 * PRINTED_AT_ONCE];
        lines.accept(line -> {
            waiting.append(line).append(System.lineSeparator());
            if (waiting.length() >= PRINTED_AT_ONCE) {
                print(waiting, letters);
            }
        });
        print(waiting, letters);
        output.flush();
    }

    private void print(StringBuilder waiting, char[] letters) {
        for (int from = 0; from < waiting.length(); from += letters.length) {
            int to = Math.min(from + letters.length, waiting.length());
            waiting.getChars(from, to, letters, 0);
            output.write(letters, 0, to - from);
        }
        waiting.setLength(0);
    }

    public void complain(Message message) {
        errors.println(VisibleText.of(message.text().replaceAll("\\R", " ")));
    }

    /**
     * Escapes each character that could control a terminal or change the text direction as {@code \\u001B}: the text
     * stays readable, and JSON stays the same JSON.
     */
    static final class VisibleWriter extends Writer {

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

        /** A {@link PrintWriter} reports a full disk only when asked. */
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

    /** Detects whether standard error is a terminal, which Java does not tell. */
    static final class StandardError {

        private static final Path LINK = Path.of("/proc/self/fd/2");

        private final Properties properties;

        StandardError(Properties properties) {
            this.properties = properties;
        }

        boolean isTerminal() {
            boolean linux = properties.getProperty("os.name", "").startsWith("Linux");
            return (linux && Files.exists(LINK)) ? isTerminal(LINK) : hasConsole();
        }

        /** On Linux, standard error is a link to its target. */
        static boolean isTerminal(Path link) {
            try {
                return Files.readSymbolicLink(link).toString().matches("/dev/(pts/\\d+|tty\\w*|console)");
            } catch (IOException unknown) {
                return false;
            }
        }

        /**
         * Elsewhere asks the console, although it is about standard input and output. From Java 22 on there always is a
         * console, and it must be asked.
         */
        @SuppressWarnings("SystemConsoleNull") // where it is not null, it is asked
        private static boolean hasConsole() {
            java.io.Console console = System.console();
            if (console == null) {
                return false;
            }
            try {
                return (Boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
            } catch (NoSuchMethodException beforeJava22) {
                return true;
            } catch (ReflectiveOperationException unknown) {
                return false;
            }
        }
    }

    /** Detects the width of the terminal, which Java does not tell. */
    static final class TerminalWidth {

        private static final Logger LOG = LoggerFactory.getLogger(TerminalWidth.class);

        private static final Pattern SIZE = Pattern.compile("\\s*\\d+\\s+(\\d{1,4})\\s*");
        private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,3}");
        private static final File TERMINAL = new File("/dev/tty");
        private static final int PATIENCE_MILLIS = 300;

        private TerminalWidth() {}

        /** Number of columns; empty if unknown. */
        static OptionalInt of(Map<String, String> environment) {
            String said = environment.getOrDefault("COLUMNS", "");
            return NUMBER.matcher(said).matches() ? OptionalInt.of(Integer.parseInt(said)) : asked();
        }

        private static OptionalInt asked() {
            if (!TERMINAL.exists()) {
                return OptionalInt.empty();
            }
            try {
                Process stty = new ProcessBuilder("stty", "size")
                        .redirectInput(TERMINAL)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
                if (!stty.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                    stty.destroyForcibly();
                    return OptionalInt.empty();
                }
                return size(new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
            } catch (IOException unknown) {
                LOG.debug("Nobody knows how wide the terminal is", unknown);
                return OptionalInt.empty();
            } catch (InterruptedException ending) {
                Thread.currentThread().interrupt();
                return OptionalInt.empty();
            }
        }

        /** Columns in the output of {@code stty size}: rows and columns, 0 if unknown. */
        static OptionalInt size(String text) {
            Matcher size = SIZE.matcher(text);
            if (!size.matches()) {
                return OptionalInt.empty();
            }
            int columns = Integer.parseInt(size.group(1));
            return columns > 0 ? OptionalInt.of(columns) : OptionalInt.empty();
        }
    }
}
