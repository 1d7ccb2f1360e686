package lab.carousel.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import lab.carousel.file.disk.FileProblem;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The program itself: opens the window, with an experiment file if one is named. */
@Command(name = "carousel", sortOptions = false, versionProvider = CarouselVersion.class)
final class CarouselCommand extends ToolCommand {

    /** A possibly mistyped command; file names have an ending, or a folder before them. */
    private static final Pattern COMMAND = Pattern.compile("[^./\\\\]*");

    @Parameters(arity = "0..1", paramLabel = "FILE.carousel", descriptionKey = "cli.help.windowFile")
    private @Nullable String file;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            order = 100,
            descriptionKey = "cli.help.version")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean version;

    CarouselCommand(Tools tools, Console console) {
        super(tools, console);
    }

    @Override
    public Integer call() {
        if (file == null) {
            return open(List.of());
        }
        if (isUnknownCommand()) {
            throw new InvalidInput("cli.unknownCommand", file);
        }
        // the window reports problems with the file
        return open(List.of(FileProblem.path(file)));
    }

    private int open(List<Path> files) {
        Optional<Message> problem = tools.window().apply(files);
        problem.ifPresent(console::complain);
        return problem.isPresent() ? ExitStatus.FAILED : ExitStatus.DONE;
    }

    /** Whether the first word can only be meant as a command that does not exist. */
    boolean isUnknownCommand() {
        return file != null && COMMAND.matcher(file).matches() && !Files.exists(FileProblem.path(file));
    }

    String file() {
        return Objects.requireNonNull(file);
    }
}
