package lab.carousel.file.disk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.slf4j.LoggerFactory;

/**
 * The log: a file in the folder where this platform's programs keep their data ({@code ~/.local/share/carousel} on
 * Linux), or, if that one cannot be written, in a new one of its own among the temporary files, which nobody else can have
 * prepared. Everything that libraries have to say
 * goes there and never to the screen.
 */
public final class LogFile {

    /** The system property that names the file, for {@link LogSettings}. */
    static final String PROPERTY = "carousel.log";

    private static final String FILE_NAME = "carousel.log";

    private LogFile() {}

    /**
     * Chooses the file, and leads to it what libraries and the Java machine would otherwise print on the console as errors.
     * To be called before anything is logged. What the program itself has to say on the console needs the stream that
     * {@link System#err} was before.
     */
    public static void start() {
        if (System.getProperty(PROPERTY) == null) {
            System.setProperty(
                    PROPERTY, usable(DataFolder.path()).resolve(FILE_NAME).toString());
        }
        // Or all libraries would be searched for one, the large ones of Deeplearning4j too
        System.setProperty("slf4j.provider", "ch.qos.logback.classic.spi.LogbackServiceProvider");
        UnsafeWarning.silence();
        System.setErr(new PrintStream(new LogStream(), true, StandardCharsets.UTF_8));
    }

    /**
     * Leads the messages of Java's own logging to the log, which JavaFX uses. Apart, since Java searches all libraries for
     * another logging first, which takes as long as all else before the window; until then its warnings go to the log as what
     * is printed as errors.
     */
    public static void takeJavaLogging() {
        LogManager.getLogManager().reset();
        Logger.getLogger("").addHandler(new JavaLogHandler());
    }

    /** Where the log is, for messages to people. */
    public static Path path() {
        return Path.of(System.getProperty(PROPERTY, FILE_NAME));
    }

    /** The preferred folder, made if need be; if it cannot be written, a new one that only this user can write. */
    static Path usable(Path preferred) {
        try {
            Files.createDirectories(preferred);
        } catch (IOException | SecurityException impossible) {
            return temporaryFolder();
        }
        Path file = preferred.resolve(FILE_NAME);
        boolean writable =
                Files.exists(file) ? Files.isRegularFile(file) && Files.isWritable(file) : Files.isWritable(preferred);
        return writable ? preferred : temporaryFolder();
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("carousel-");
        } catch (IOException | SecurityException impossible) {
            // then nothing can be logged anywhere; the log says so to itself
            return Path.of(System.getProperty("java.io.tmpdir"), "carousel-" + UUID.randomUUID());
        }
    }

    /** Writes to the log, line by line, what is printed into it. */
    static final class LogStream extends OutputStream {

        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        @Override
        public synchronized void write(int character) {
            if (character == '\n') {
                LoggerFactory.getLogger("console")
                        .warn("{}", line.toString(StandardCharsets.UTF_8).stripTrailing());
                line.reset();
            } else {
                line.write(character);
            }
        }
    }

    /**
     * From Java 24 on, the first use of memory through {@code sun.misc.Unsafe} prints four lines of warning, straight to
     * the console. They are meant for the authors of libraries (ND4J, JavaFX), not for a class, and a jar cannot ask in its
     * manifest to be spared. So this marks the warning as given already.
     */
    static final class UnsafeWarning {

        private static final int FIRST_VERSION = 23;

        private UnsafeWarning() {}

        static void silence() {
            if (Runtime.version().feature() < FIRST_VERSION) {
                return;
            }
            try {
                Field warned = Class.forName("sun.misc.Unsafe").getDeclaredField("memoryAccessWarned");
                warned.setAccessible(true);
                warned.setBoolean(null, true);
            } catch (ReflectiveOperationException | RuntimeException otherwise) {
                LoggerFactory.getLogger(UnsafeWarning.class).info("The warning about Unsafe stays", otherwise);
            }
        }
    }

    /** Hands the records of Java's own logging on to the program's log. */
    static final class JavaLogHandler extends Handler {

        private final SimpleFormatter formatter = new SimpleFormatter();

        @Override
        public void publish(LogRecord entry) {
            String name = entry.getLoggerName() == null ? "java" : entry.getLoggerName();
            String text = formatter.formatMessage(entry);
            if (entry.getLevel().intValue() >= Level.SEVERE.intValue()) {
                LoggerFactory.getLogger(name).error(text, entry.getThrown());
            } else if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
                LoggerFactory.getLogger(name).warn(text, entry.getThrown());
            } else {
                LoggerFactory.getLogger(name).debug(text, entry.getThrown());
            }
        }

        @Override
        public void flush() {
            // the log writes at once
        }

        @Override
        public void close() {
            // the log closes itself
        }
    }
}
