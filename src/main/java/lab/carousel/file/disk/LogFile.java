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
 * The log file in the {@link DataFolder}, or, if that cannot be written, in a new temporary folder, which nobody else
 * can have prepared. All messages of libraries go there and never to the console.
 */
public final class LogFile {

    static final String PROPERTY = "carousel.log";

    private static final String FILE_NAME = "carousel.log";
    private static final int FIRST_WITH_WARNING = 23;

    private LogFile() {}

    /**
     * Chooses the file, and redirects to it what libraries and the Java machine would print as errors. Call it before
     * anything is logged. The program's own console needs the stream that {@link System#err} was before.
     */
    public static void start() {
        if (System.getProperty(PROPERTY) == null) {
            System.setProperty(
                    PROPERTY, usable(DataFolder.path()).resolve(FILE_NAME).toString());
        }
        // Avoids a search of all libraries, among them the large ones of Deeplearning4j
        System.setProperty("slf4j.provider", "ch.qos.logback.classic.spi.LogbackServiceProvider");
        // It says that it does so, and that two threads log at the start
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        silenceUnsafeWarning();
        System.setErr(new PrintStream(new LogStream(), true, StandardCharsets.UTF_8));
    }

    /**
     * Redirects Java's own logging, which JavaFX uses. Separate, since Java first searches all libraries for a logger,
     * which takes as long as the rest of the start; until then its warnings arrive as printed errors.
     */
    public static void redirectJavaLogging() {
        LogManager.getLogManager().reset();
        Logger.getLogger("").addHandler(new JavaLogHandler());
    }

    public static Path path() {
        return Path.of(System.getProperty(PROPERTY, FILE_NAME));
    }

    /** The preferred folder, created if need be; otherwise a new one that only this user can write. */
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
            // then nothing can be logged anywhere; the log reports that to itself
            return Path.of(System.getProperty("java.io.tmpdir"), "carousel-" + UUID.randomUUID());
        }
    }

    /** Logs what is printed, line by line. */
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
     * Suppresses a warning: from Java 24 on, the first use of memory through {@code sun.misc.Unsafe} prints four lines
     * to the console. They are meant for the authors of libraries (ND4J, JavaFX), and a jar cannot turn them off in its
     * manifest. So this marks the warning as given already.
     */
    private static void silenceUnsafeWarning() {
        if (Runtime.version().feature() < FIRST_WITH_WARNING) {
            return;
        }
        try {
            Field warned = Class.forName("sun.misc.Unsafe").getDeclaredField("memoryAccessWarned");
            warned.setAccessible(true);
            warned.setBoolean(null, true);
        } catch (ReflectiveOperationException | RuntimeException otherwise) {
            LoggerFactory.getLogger(LogFile.class).info("The warning about Unsafe stays", otherwise);
        }
    }

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
        public void flush() {}

        @Override
        public void close() {}
    }
}
