package lab.carousel.ui;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
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
                LogFile.takeJavaLogging();
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
            return Optional.of(WindowProblem.of(problem, System.getenv(), LogFile.path()));
        }
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
}
