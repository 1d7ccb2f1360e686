package lab.carousel.ui;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The classes that a window needs until it is drawn, in the order in which it needs them. Finding, unpacking and verifying
 * them is half a second of a start, which a second processor can do beside the start of JavaFX and ahead of the thread that
 * draws. What is not in the list is loaded when it is needed, as ever. The build with {@code -Pexhaustive} writes the list of its
 * own start to {@code target/early-classes.txt}, and fails when this one is out of date.
 */
final class EarlyClasses implements Runnable {

    private static final String LIST = "early-classes.txt";

    @Override
    public void run() {
        ClassLoader loader = EarlyClasses.class.getClassLoader();
        long ready = names().stream().filter(name -> isLinked(name, loader)).count();
        Log.LOG.debug("{} classes were loaded early", ready);
    }

    /** Apart, since the log is opened beside it. */
    private static final class Log {
        private static final Logger LOG = LoggerFactory.getLogger(EarlyClasses.class);
    }

    static List<String> names() {
        try (InputStream list = EarlyClasses.class.getResourceAsStream(LIST);
                BufferedReader lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            return lines.lines().toList();
        } catch (IOException unread) {
            Log.LOG.warn("The list of early classes cannot be read", unread);
            return List.of();
        }
    }

    /** Does all with a class but initialise it: that must happen in the order in which the program does it. */
    private static boolean isLinked(String name, ClassLoader loader) {
        try {
            // Asked for its constructors, a class is verified, too, which takes longer than to read it
            return Class.forName(name, false, loader).getDeclaredConstructors() != null;
        } catch (ClassNotFoundException | LinkageError otherVersion) {
            // Another Java or JavaFX has other classes, and who needs this one will hear of it
            return false;
        }
    }
}
