package lab.carousel.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out how wide the terminal is, which Java does not tell. */
final class TerminalWidth {

    private static final Logger LOG = LoggerFactory.getLogger(TerminalWidth.class);

    private static final Pattern SIZE = Pattern.compile("\\s*\\d+\\s+(\\d{1,4})\\s*");
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,3}");
    private static final File TERMINAL = new File("/dev/tty");
    private static final int PATIENCE_MILLIS = 300;

    private TerminalWidth() {}

    /** How many columns it has; empty if nobody knows. */
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

    /** The columns of a size as {@code stty} gives it: rows and columns, 0 if it does not know. */
    static OptionalInt size(String text) {
        Matcher size = SIZE.matcher(text);
        if (!size.matches()) {
            return OptionalInt.empty();
        }
        int columns = Integer.parseInt(size.group(1));
        return columns > 0 ? OptionalInt.of(columns) : OptionalInt.empty();
    }
}
