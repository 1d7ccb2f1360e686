package lab.carousel.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** Finds out whether standard error is a terminal, which Java does not tell. */
final class StandardError {

    private static final Path LINK = Path.of("/proc/self/fd/2");

    private final Properties properties;

    StandardError(Properties properties) {
        this.properties = properties;
    }

    /** Whether a person sees what is written to standard error. */
    boolean isTerminal() {
        boolean linux = properties.getProperty("os.name", "").startsWith("Linux");
        return (linux && Files.exists(LINK)) ? isTerminal(LINK) : hasConsole();
    }

    /** On Linux, standard error is a link to what it goes to. */
    static boolean isTerminal(Path link) {
        try {
            return Files.readSymbolicLink(link).toString().matches("/dev/(pts/\\d+|tty\\w*|console)");
        } catch (IOException unknown) {
            return false;
        }
    }

    /**
     * Elsewhere the console stands for it, although it is about standard input and output. From Java 22 on there always
     * is a console, and it must be asked.
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
