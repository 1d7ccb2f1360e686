package lab.carousel.ui;

import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lab.carousel.text.Message;

/**
 * Looks, before JavaFX is started, whether Linux has a display for the window. JavaFX 21 needs an X server, or
 * Wayland's stand-in for one. It tells by itself of a local display that is not there, but waits for minutes for a distant one.
 */
final class DisplayCheck {

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
