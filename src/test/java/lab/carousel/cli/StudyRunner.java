package lab.carousel.cli;

import java.io.PrintWriter;
import java.util.Optional;
import lab.carousel.engine.choice.Engines;
import lab.carousel.study.verification.Verifier;

/** The command line with its real engines, but without pictures. */
public final class StudyRunner {

    private StudyRunner() {}

    /**
     * Runs a command.
     *
     * @param console what it says is written there
     * @return the exit status
     */
    public static int run(PrintWriter console, String... arguments) {
        Tools tools = new Tools(
                Engines::named,
                (picture, format) -> new byte[0],
                new Verifier(Engines::named),
                files -> Optional.empty());
        return new CarouselCommandLine(tools, new Console(console, console, false)).run(arguments);
    }
}
