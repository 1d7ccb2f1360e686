package lab.carousel.ui;

import java.nio.file.Path;
import java.util.Map;
import lab.carousel.text.Message;

/** Says in plain words why JavaFX did not start. */
final class WindowProblem {

    private WindowProblem() {}

    /**
     * The reason. It is told by what JavaFX 21 throws on Linux: "Unable to open DISPLAY", "Unable to load glass GTK
     * library.", or a link error if GTK is there but another library is not.
     *
     * @param problem     what was thrown
     * @param environment the environment variables
     * @param log         where the details are
     */
    static Message of(Throwable problem, Map<String, String> environment, Path log) {
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

    private static Throwable first(Throwable problem) {
        Throwable first = problem;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        return first;
    }
}
