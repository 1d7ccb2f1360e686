package lab.carousel.file.disk;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.logging.LogManager;
import java.util.logging.Logger;

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
}
