package lab.carousel.file.command;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import lab.carousel.file.session.ResumedWork;

/**
 * The command that starts this program once more as it was started, without the files that it was to open.
 *
 * @param words the launcher of a package, or Java with its options and what it runs
 */
public record RestartCommand(List<String> words) {

    private static final String MAIN = "lab.carousel.Main";

    /** The command of this process; empty if the system does not tell. */
    public static Optional<RestartCommand> here() {
        return of(
                System.getProperties(),
                ManagementFactory.getRuntimeMXBean().getInputArguments(),
                ProcessHandle.current().info().command());
    }

    static Optional<RestartCommand> of(Properties system, List<String> options, Optional<String> java) {
        String launcher = system.getProperty("jpackage.app-path", "");
        if (!launcher.isEmpty()) {
            return Optional.of(new RestartCommand(List.of(launcher)));
        }
        String path = system.getProperty("java.class.path", "");
        boolean isJar = path.endsWith(".jar") && !path.contains(File.pathSeparator);
        // What a jar says of itself to Java counts only if it is started as one
        List<String> run = isJar ? List.of("-jar", path) : List.of("-cp", path, MAIN);
        return java.filter(known -> !path.isEmpty())
                .map(command -> new RestartCommand(Stream.of(List.of(command), options, run)
                        .flatMap(List::stream)
                        .toList()));
    }

    /** Starts it, to go on with the work of this one, which is to end. */
    public void start(ResumedWork work) throws IOException {
        ProcessBuilder again = new ProcessBuilder(words)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        // By this a launcher knows that it has started itself, and leaves out what it does first
        again.environment().remove("_JPACKAGE_LAUNCHER");
        work.putInto(again.environment());
        again.start();
    }
}
