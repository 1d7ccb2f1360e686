package lab.carousel.cli;

import java.io.BufferedWriter;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.function.UnaryOperator;
import lab.carousel.text.Message;
import lab.carousel.text.VisibleText;

/** Output streams of the command line: results, and on the other messages, a line each, and progress. */
public final class Console {

    private static final char NARROW_SPACE = '\u202f';
    private static final char WIDE_SPACE = '\u00a0';
    /** On Linux, standard error is a link to its target. */
    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

    private final PrintWriter output;
    private final PrintWriter errors;
    private final boolean terminal;

    /**
     * A console on which names from files cannot control the terminal.
     *
     * @param terminal whether the errors go to a terminal
     */
    Console(Writer output, Writer errors, boolean terminal) {
        this.output = new PrintWriter(new BufferedWriter(new ChangingWriter(output, VisibleText::of)));
        this.errors = new PrintWriter(errors, true);
        this.terminal = terminal;
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
                hasTerminal(properties));
    }

    /** Writes a normal space for the narrow one between German thousands, where an older encoding lacks it. */
    private static Writer writer(OutputStream stream, Charset encoding) {
        Writer writer = new OutputStreamWriter(stream, encoding);
        return encoding.newEncoder().canEncode(NARROW_SPACE)
                ? writer
                : new ChangingWriter(writer, text -> text.replace(NARROW_SPACE, WIDE_SPACE));
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
     * Whether standard error is a terminal, which Java does not tell. Beside Linux the console is asked, although it is
     * about standard input and output; from Java 22 on there always is one.
     */
    @SuppressWarnings("SystemConsoleNull") // where it is not null, it is asked
    private static boolean hasTerminal(Properties properties) {
        if (properties.getProperty("os.name", "").startsWith("Linux") && Files.exists(STANDARD_ERROR)) {
            return isTerminal(STANDARD_ERROR);
        }
        java.io.Console console = System.console();
        try {
            return console != null
                    && (Boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException beforeJava22) {
            return true;
        } catch (ReflectiveOperationException unknown) {
            return false;
        }
    }

    static boolean isTerminal(Path link) {
        try {
            return Files.readSymbolicLink(link).toString().matches("/dev/(pts/\\d+|tty\\w*|console)");
        } catch (IOException unknown) {
            return false;
        }
    }

    /** Results; whoever does something long after them flushes them. */
    PrintWriter output() {
        return output;
    }

    PrintWriter errors() {
        return errors;
    }

    boolean terminal() {
        return terminal;
    }

    void complain(Message message) {
        output.flush();
        errors.println(VisibleText.of(message.text().replaceAll("\\R", " ")));
    }

    /** Changes texts before they are written. */
    private static final class ChangingWriter extends FilterWriter {

        private final UnaryOperator<String> change;

        ChangingWriter(Writer out, UnaryOperator<String> change) {
            super(out);
            this.change = change;
        }

        @Override
        public void write(int letter) throws IOException {
            write(new char[] {(char) letter}, 0, 1);
        }

        @Override
        public void write(char[] letters, int offset, int length) throws IOException {
            out.write(change.apply(new String(letters, offset, length)));
        }

        @Override
        public void write(String text, int offset, int length) throws IOException {
            out.write(change.apply(text.substring(offset, offset + length)));
        }
    }
}
