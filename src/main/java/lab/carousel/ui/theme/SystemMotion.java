package lab.carousel.ui.theme;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the system asks for less motion. JavaFX says so only from version 24 on, so it is read where the systems keep it: GNOME's
 * "Reduce animation", macOS's "Reduce motion", Windows's "Animation effects".
 */
public enum SystemMotion {
    LINUX("linux", "false", "gsettings", "get", "org.gnome.desktop.interface", "enable-animations"),
    MAC("mac", "1", "defaults", "read", "com.apple.universalaccess", "reduceMotion"),
    WINDOWS("windows", "0", "reg", "query", "HKCU\\Control Panel\\Desktop\\WindowMetrics", "/v", "MinAnimate");

    private static final Logger LOG = LoggerFactory.getLogger(SystemMotion.class);
    private static final int MOST_SECONDS = 2;

    private final String system;
    private final String reduced;
    private final List<String> question;

    SystemMotion(String system, String reduced, String... question) {
        this.system = system;
        this.reduced = reduced;
        this.question = List.of(question);
    }

    /** Asks the system; false if it does not say. May take a while: not for the JavaFX thread. */
    public static boolean isReduced() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        for (SystemMotion each : values()) {
            if (name.contains(each.system)) {
                return each.asks();
            }
        }
        return false;
    }

    private boolean asks() {
        try {
            Process process = new ProcessBuilder(question)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return false;
            }
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return isReduced(answer);
        } catch (IOException notThere) {
            LOG.debug("The system does not say whether it asks for less motion", notThere);
            return false;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Whether an answer ends in the value that stands for less motion. */
    boolean isReduced(String answer) {
        return answer.strip().endsWith(reduced);
    }
}
