package lab.carousel.ui;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.application.Application;
import lab.carousel.file.disk.LogFile;
import lab.carousel.text.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the window, or says in one line why it cannot be opened. */
public final class WindowLauncher {

    /** Apart, so that opening the log, which takes a while, can go on beside the start of JavaFX. */
    private static final class Log {
        private static final Logger LOG = LoggerFactory.getLogger(WindowLauncher.class);
    }

    private static final int PATIENCE_MILLIS = 3_000;

    /** The system property that says that classes come from an archive, as in packages: there is nothing left to do early. */
    private static final String LINKED = "carousel.linked";

    private final Class<? extends Application> application;
    private final AtomicBoolean prepared = new AtomicBoolean();

    /** A launcher of a JavaFX application, which gets the names of the files to open as its parameters. */
    public WindowLauncher(Class<? extends Application> application) {
        this.application = application;
    }

    /**
     * Begins, beside the thread that calls it, what a window needs and what takes long: Java's own logging, the log, and the
     * classes. {@link #open} does so too, unless it was done before, as it can be as soon as a window is wanted for certain.
     */
    public void prepare() {
        if (prepared.compareAndSet(false, true)) {
            if (!Boolean.getBoolean(LINKED)) {
                beside("classes", new EarlyClasses());
            }
            beside("log", () -> {
                LogFile.redirectJavaLogging();
                Log.LOG.debug("The window is being opened");
            });
        }
    }

    /**
     * Opens the window and returns when it is closed.
     *
     * @param files to open
     * @return why it could not be opened; empty if it could
     */
    public Optional<Message> open(List<Path> files) {
        if (!"Monocle".equals(System.getProperty("glass.platform"))) {
            Optional<Message> missing =
                    new DisplayCheck(System.getProperty("os.name"), System.getenv(), WindowLauncher::answers).problem();
            if (missing.isPresent()) {
                return missing;
            }
        }
        prepare();
        try {
            Application.launch(application, files.stream().map(Path::toString).toArray(String[]::new));
            return Optional.empty();
        } catch (RuntimeException | LinkageError problem) {
            Log.LOG.error("The window could not be opened", problem);
            return Optional.of(WindowProblem.of(problem, System.getenv(), LogFile.path(), libraries()));
        }
    }

    /** Where JavaFX unpacks its native libraries. */
    private static Path libraries() {
        return Path.of(System.getProperty(
                "javafx.cachedir",
                Path.of(System.getProperty("user.home"), ".openjfx").toString()));
    }

    private static void beside(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static boolean answers(String host, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), PATIENCE_MILLIS);
            return true;
        } catch (IOException silent) {
            Log.LOG.info("No display at {} port {}", host, port, silent);
            return false;
        }
    }

    /** Says in plain words why JavaFX did not start. */
    static final class WindowProblem {

        /** JavaFX needs half a megabyte the first time. */
        private static final long LEAST_BYTES = 1_000_000;

        private WindowProblem() {}

        /**
         * The reason. It is told by what JavaFX 21 throws on Linux: "Unable to open DISPLAY", "Unable to load glass GTK
         * library.", or a link error if GTK is there but another library is not.
         *
         * @param problem     what was thrown
         * @param environment the environment variables
         * @param log         where the details are
         * @param libraries   where JavaFX unpacks its own: it says nothing useful where it cannot
         */
        static Message of(Throwable problem, Map<String, String> environment, Path log, Path libraries) {
            if (hasNoRoom(libraries)) {
                return Message.of("cli.window.noRoom", libraries);
            }
            String text = String.valueOf(problem.getMessage());
            if (problem instanceof UnsupportedOperationException && text.contains("DISPLAY")) {
                return Message.of("cli.window.displayUnreachable", environment.getOrDefault("DISPLAY", ""));
            }
            if (problem instanceof UnsupportedOperationException && text.contains("GTK")) {
                return Message.of("cli.window.noGtk");
            }
            Throwable first = first(problem);
            if (first instanceof UnsatisfiedLinkError) {
                return Message.of("cli.window.noLibrary", log);
            }
            String reason = first.getMessage() == null ? first.getClass().getSimpleName() : first.getMessage();
            return Message.of("cli.window.failed", reason, log);
        }

        private static boolean hasNoRoom(Path folder) {
            try {
                Path there = folder;
                while (Files.notExists(there) && there.getParent() != null) {
                    there = there.getParent();
                }
                return Files.getFileStore(there).getUsableSpace() < LEAST_BYTES || !Files.isWritable(there);
            } catch (IOException unknown) {
                return false;
            }
        }

        private static Throwable first(Throwable problem) {
            Throwable first = problem;
            while (first.getCause() != null) {
                first = first.getCause();
            }
            return first;
        }
    }

    /**
     * Looks, before JavaFX is started, whether Linux has a display for the window. JavaFX 21 needs an X server, or
     * Wayland's stand-in for one. It tells by itself of a local display that is not there, but waits for minutes for a distant one.
     */
    static final class DisplayCheck {

        private static final int FIRST_PORT = 6000;
        /** {@code host:display.screen}; without a host it is this machine. */
        private static final Pattern DISTANT = Pattern.compile("(?:tcp/|inet6?/)?([^/:]+):(\\d{1,4})(?:\\.\\d+)?");

        private final String system;
        private final Map<String, String> environment;
        private final BiPredicate<String, Integer> answers;

        /**
         * A check.
         *
         * @param system      the name of the operating system
         * @param environment its environment variables
         * @param answers     whether a host answers at a port
         */
        DisplayCheck(String system, Map<String, String> environment, BiPredicate<String, Integer> answers) {
            this.system = system;
            this.environment = environment;
            this.answers = answers;
        }

        /** What is missing, if something is. */
        Optional<Message> problem() {
            if (!system.startsWith("Linux")) {
                return Optional.empty();
            }
            String display = environment.getOrDefault("DISPLAY", "").strip();
            if (display.isEmpty()) {
                return Optional.of(Message.of("cli.window.noDisplay"));
            }
            Matcher distant = DISTANT.matcher(display);
            if (distant.matches() && !distant.group(1).equals("unix")) {
                int port = FIRST_PORT + Integer.parseInt(distant.group(2));
                if (!answers.test(distant.group(1), port)) {
                    return Optional.of(Message.of("cli.window.displayUnreachable", display));
                }
            }
            return Optional.empty();
        }
    }
}
